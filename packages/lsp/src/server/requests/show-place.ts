import { Range, ShowDocumentRequest } from "vscode-languageserver";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** The command that puts the cursor somewhere: it has a document's URI and a range. */
export const SHOW_PLACE = "responses.showPlace";

/** For clients whose edits cannot say where the cursor goes. */
export const showPlaceWiring: FeatureWiring = {
  capabilities: ({ capabilities: { window } }) =>
    window?.showDocument?.support === true ? { executeCommandProvider: { commands: [SHOW_PLACE] } } : {},
  listen(session) {
    session.onCommand(SHOW_PLACE, async ([uri, selection]) => {
      if (typeof uri !== "string" || !Range.is(selection)) return null;
      const params = { uri, selection, takeFocus: true };
      await session.connection.sendRequest(ShowDocumentRequest.type, params);
      return null;
    });
  },
};
