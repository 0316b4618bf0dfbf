import type { ColumnUnit } from "@responses/dsl";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import type { CommittedFiles } from "../../src/workspace/files/committed-files.js";
import type { FileSource } from "../../src/workspace/files/file-source.js";
import { Workspace } from "../../src/workspace/workspace.js";

/** The folder in which the files of a test lie. */
const FOLDER = "file:///project";

/** The URI of a file of a test. */
export function uriOf(name: string): string {
  return `${FOLDER}/${encodeURI(name)}`;
}

/** Files that exist in memory only. */
function memoryFiles(files: Map<string, string>): FileSource {
  return {
    async read(uri) {
      const text = files.get(decodeURI(uri.slice(FOLDER.length + 1)));
      return text === undefined || !uri.startsWith(FOLDER) ? null : new TextEncoder().encode(text);
    },
    async listMappingFiles(folder) {
      const uris = [...files.keys()].filter((name) => name.endsWith(".responses")).map(uriOf);
      return uris.filter((uri) => uri.startsWith(`${folder}/`));
    },
  };
}

/** A workspace of the files given by name; none is open. Those of a map can be changed, which nobody is told of. */
export function workspaceOf(
  files: Readonly<Record<string, string>> | Map<string, string>,
  { unit = "utf-16", onAnalysed = () => {}, committed = null }: WorkspaceTestOptions = {},
): Workspace {
  return new Workspace({
    files: memoryFiles(files instanceof Map ? files : new Map(Object.entries(files))),
    committed,
    unit,
    folders: [FOLDER],
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    onAnalysed,
    onFault: (error) => {
      throw error;
    },
  });
}

export interface WorkspaceTestOptions {
  readonly unit?: ColumnUnit;
  readonly onAnalysed?: (document: AnalysedDocument) => void;
  readonly committed?: CommittedFiles | null;
}

/** Opens a file's text in a workspace and gives what is known of it. */
export async function openDocument(
  workspace: Workspace,
  name: string,
  text: string,
): Promise<AnalysedDocument> {
  workspace.open(uriOf(name), 1, text);
  const document = await workspace.analysed(uriOf(name));
  if (document === null) throw new Error(`${name} is open and yet there is no document`);
  return document;
}
