import type { FileOperationRegistrationOptions } from "vscode-languageserver";
import { editAbilities, workspaceEditOf } from "../../features/edits/workspace-edit.js";
import { includeEdits, type Move, movedUri } from "../../features/file-operations/file-renames.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { uriOfInclude } from "../session/include-resolver.js";
import { withReadingProgress } from "../session/reading-progress.js";
import type { Session } from "../session/session.js";

/** Mapping files, and folders, which may hold some. */
const FILTERS: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: "**/*.responses", matches: "file" } },
    { pattern: { glob: "**", matches: "folder" } },
  ],
};

export const fileRenamesWiring: FeatureWiring = {
  capabilities: ({ capabilities }) => {
    const { willRename, didRename } = capabilities.workspace?.fileOperations ?? {};
    if (willRename !== true && didRename !== true) return {};
    return {
      workspace: {
        fileOperations: {
          ...(willRename === true ? { willRename: FILTERS } : {}),
          ...(didRename === true ? { didRename: FILTERS } : {}),
        },
      },
    };
  },
  listen(session) {
    const { connection, workspace, client } = session;
    connection.workspace.onWillRenameFiles(({ files }, token) =>
      session.guarded(token, async () => {
        const documents = await withReadingProgress(session, token, null, (onStep) =>
          workspace.allDocuments(onStep),
        );
        const changes = includeEdits(movesOf(files), documents, uriOfInclude(session));
        if (changes.length === 0) return null;
        const annotation = { label: "Update includes", needsConfirmation: false };
        return workspaceEditOf(changes, editAbilities(client.capabilities), annotation);
      }),
    );
    connection.workspace.onDidRenameFiles(({ files }) => {
      tellOfMoves(session, movesOf(files)).catch((error) => session.logFault(error));
    });
  },
};

function movesOf(files: readonly { readonly oldUri: string; readonly newUri: string }[]): readonly Move[] {
  return files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
}

/** Nobody else tells of the files in a folder that is moved as a whole. */
async function tellOfMoves({ workspace }: Session, moves: readonly Move[]): Promise<void> {
  const documents = await workspace.allDocuments();
  const moved = documents.flatMap(({ uri }) => {
    const to = movedUri(uri, moves);
    return to === movedUri(uri, []) ? [] : [uri, to];
  });
  workspace.filesChanged([...moved, ...moves.flatMap(({ from, to }) => [from, to])]);
}
