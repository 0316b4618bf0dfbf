import { quoted } from "@responses/dsl/editor";
import {
  type ChangeAnnotation,
  type ClientCapabilities,
  LSPErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { editAbilities, workspaceEditOf } from "../../features/edits/workspace-edit.js";
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

function annotationOf({ oldName, newName, joins }: Renaming): ChangeAnnotation {
  const label = `Rename ${quoted(oldName)} to ${quoted(newName)}`;
  if (!joins) return { label, needsConfirmation: false };
  return { label, needsConfirmation: true, description: "there is a label of that name: both become one" };
}
