import { ApplyWorkspaceEditRequest, ShowDocumentRequest } from "vscode-languageserver";
import { actionEdit, cursorAfter } from "../../features/code-actions/action-edit.js";
import { recordGaps } from "../../features/code-actions/actions/recorded-gaps.js";
import { gapsOf, RECORD_GAPS } from "../../features/gap-lens.js";
import { inSlices } from "../../workspace/time-slice.js";
import { appliesEdits, editAbilities } from "../client/edit-abilities.js";
import { memberOf } from "../client/member-of.js";
import { notDone } from "../client/not-done.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import type { Session } from "../session/session.js";

/** The command of the lens: it writes made-up examples of what no rule would take. */
export const recordGapsWiring: FeatureWiring = {
  capabilities: (client) =>
    appliesEdits(client) ? { executeCommandProvider: { commands: [RECORD_GAPS] } } : {},
  listen(session) {
    session.onCommand(RECORD_GAPS, ([uri]) => record(session, typeof uri === "string" ? uri : ""));
  },
};

async function record({ connection, client, workspace }: Session, uri: string): Promise<null> {
  const document = await workspace.analysed(uri);
  if (document === null) return null;
  const { gaps } = await inSlices(gapsOf(document), () => workspace.nextTurn());
  const change = recordGaps(document, gaps);
  // Without versions in edits nobody else would notice that the text is another by now.
  if (change === null || workspace.versionOf(uri) !== document.version) return null;
  const edit = actionEdit(change, document, { ...editAbilities(client), snippets: false });
  const label = "Add made-up examples of what no rule would take";
  const answer: unknown = await connection
    .sendRequest(ApplyWorkspaceEditRequest.type, { label, edit })
    .catch(notDone("make the edit"));
  const applied = memberOf(answer, "applied") === true;
  const selection = cursorAfter(change, document);
  if (applied && selection !== null && client.capabilities.window?.showDocument?.support === true)
    await connection
      .sendRequest(ShowDocumentRequest.type, { uri, selection, takeFocus: true })
      .catch(notDone("show the place"));
  return null;
}
