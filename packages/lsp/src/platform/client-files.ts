import type { Connection } from "vscode-languageserver";
import type { FileSource } from "../workspace/files/file-source.js";

/** The request by which a server has a client read a file: its URI in, its bytes in base64 out, or null. */
const READ_FILE = "responses/readFile";

/** The request for the URIs of all mapping files below a folder. */
const LIST_MAPPING_FILES = "responses/listMappingFiles";

/** Files that the client reads for the server: it knows file systems that the server does not. */
export function clientFiles(connection: Connection): FileSource {
  return {
    async read(uri) {
      const answer = await ask(connection, READ_FILE, uri);
      return typeof answer === "string" ? bytesOf(answer) : null;
    },
    async listMappingFiles(folder) {
      const answer = await ask(connection, LIST_MAPPING_FILES, folder);
      return Array.isArray(answer) ? answer.filter((uri) => typeof uri === "string") : [];
    },
  };
}

/** A client that fails to answer has no such file. */
async function ask(connection: Connection, method: string, uri: string): Promise<unknown> {
  try {
    return await connection.sendRequest(method, { uri });
  } catch {
    return null;
  }
}

/** The bytes of a text in base64; null for any other text. */
function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
