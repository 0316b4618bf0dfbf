import { Range, ShowDocumentRequest } from "vscode-languageserver";
import { SHOW_PLACE } from "../../features/code-actions/action-edit.js";
import { notDone } from "../client/not-done.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** For clients whose edits cannot say where the cursor goes. */
export const showPlaceWiring: FeatureWiring = {
  capabilities: ({ capabilities: { window } }) =>
    window?.showDocument?.support === true ? { executeCommandProvider: { commands: [SHOW_PLACE] } } : {},
  listen(session) {
    session.onCommand(SHOW_PLACE, async ([uri, selection]) => {
      if (typeof uri !== "string" || !Range.is(selection)) return null;
      const params = { uri, selection, takeFocus: true };
      await session.connection.sendRequest(ShowDocumentRequest.type, params).catch(notDone("show the place"));
      return null;
    });
  },
};
