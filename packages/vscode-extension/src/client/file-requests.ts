import { FOLDERS_LEFT_OUT, isMappingFileName } from "@responses/dsl/editor";
import type { ClientRequests } from "@responses/lsp";
import { FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { base64 } from "./base64.js";

/** Reads files for the server that it cannot read itself: those of virtual file systems, and all where it is a worker. */
export function answerFileRequests(client: BaseLanguageClient): void {
  answer(client, "responses/readFile", ({ uri }) => readFile(Uri.parse(uri)));
  answer(client, "responses/listMappingFiles", ({ uri }) => listMappingFiles(Uri.parse(uri)));
}

function answer<Method extends keyof ClientRequests>(
  client: BaseLanguageClient,
  method: Method,
  answerFor: (params: ClientRequests[Method]["params"]) => Promise<ClientRequests[Method]["result"]>,
): void {
  // The library's type of a handler depends on the type of the result, which is not known here.
  const handler: (params: ClientRequests[Method]["params"]) => Promise<unknown> = answerFor;
  client.onRequest(method, handler);
}

/** The file's bytes; null where there is no such file, or it cannot be read. */
async function readFile(uri: Uri): Promise<string | null> {
  try {
    return base64(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** The mapping files below a folder. Links are not followed: they may lead round in a circle. */
async function listMappingFiles(root: Uri): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const [name, type] of await entriesOf(folder)) {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory && !FOLDERS_LEFT_OUT.has(name)) waiting.push(uri);
      else if ((type & FileType.File) !== 0 && isMappingFileName(name)) found.push(uri.toString());
    }
  }
  return found.sort();
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
