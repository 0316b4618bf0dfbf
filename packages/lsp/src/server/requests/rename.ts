import { quoted } from "@responses/dsl/editor";
import {
  type ChangeAnnotation,
  type ClientCapabilities,
  LSPErrorCodes,
  MessageType,
  type PrepareRenameResult,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { editAbilities, workspaceEditOf } from "../../features/edits/workspace-edit.js";
import { joinInWords } from "../../features/rename/joined-label.js";
import { type RenameRefused, type Renaming, rename, renameableAt } from "../../features/rename/rename.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { includeResolver } from "../session/include-resolver.js";
import { withReadingProgress } from "../session/reading-progress.js";

export const renameWiring: FeatureWiring = {
  capabilities: ({ capabilities }) => ({
    renameProvider:
      capabilities.textDocument?.rename?.prepareSupport === true
        ? { prepareProvider: true, workDoneProgress: true }
        : true,
  }),
  listen(session) {
    const { connection, workspace } = session;
    const resolve = includeResolver(session);
    connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
      session.withDocument<PrepareRenameResult | null>(uri, token, null, (document) => {
        const what = renameableAt(document, document.positions.offsetAt(position), resolve);
        if (what === null) return null;
        if (what.kind === "refused") throw refusal(what);
        return { range: document.positions.rangeOf(what.place.span), placeholder: what.name };
      }),
    );
    connection.onRenameRequest((params, token, workDone) => {
      const { uri } = params.textDocument;
      return session.withDocument<WorkspaceEdit | null>(uri, token, null, async (document) => {
        const what = renameableAt(document, document.positions.offsetAt(params.position), resolve);
        if (what === null) return null;
        if (what.kind === "refused") throw refusal(what);
        const documents = await withReadingProgress(session, token, workDone, (onStep) =>
          workspace.connectedDocuments(uri, onStep),
        );
        const result = rename(what, params.newName, documents, resolve);
        if (result.kind === "refused") throw refusal(result);
        const abilities = abilitiesIn(session.client.capabilities);
        if (result.joins !== null) {
          // Not every client can ask, and VS Code asks in a list that has no reason. A notification: what `window.showWarningMessage` sends
          // is a request, which waits for an answer.
          await connection.sendNotification(ShowMessageNotification.type, {
            type: MessageType.Warning,
            message: `${joinInWords(result.joins)}.`,
          });
        }
        return workspaceEditOf(result.changes, abilities, annotationOf(result));
      });
    });
  },
};

function refusal({ reason }: RenameRefused): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

function abilitiesIn(capabilities: ClientCapabilities) {
  const { versions, annotations } = editAbilities(capabilities);
  const honours = capabilities.textDocument?.rename?.honorsChangeAnnotations === true;
  return { versions, annotations: annotations && honours };
}

/** Of what asks for confirmation an editor may show the label alone, so the reason is in it. */
function annotationOf({ oldName, newName, joins }: Renaming): ChangeAnnotation {
  const rename = `Rename ${quoted(oldName)} to ${quoted(newName)}`;
  if (joins === null) return { label: rename, needsConfirmation: false };
  return { label: joinInWords(joins), needsConfirmation: true, description: rename };
}
