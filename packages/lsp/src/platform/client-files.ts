import type { Connection } from "vscode-languageserver";
import type { ClientRequests } from "../custom-requests.js";
import { bytesOfBase64 } from "../workspace/files/base64-bytes.js";
import type { FileSource } from "../workspace/files/file-source.js";

/** Files that the client reads for the server: it knows file systems that the server does not. */
export function clientFiles(connection: Connection): FileSource {
  return {
    async read(uri) {
      const answer = await ask(connection, "responses/readFile", { uri });
      return typeof answer === "string" ? bytesOfBase64(answer) : null;
    },
    async listMappingFiles(folder) {
      const answer = await ask(connection, "responses/listMappingFiles", { uri: folder });
      return Array.isArray(answer) ? answer.filter((uri) => typeof uri === "string") : [];
    },
  };
}

/** A client that fails to answer has no such file. */
async function ask<Method extends keyof ClientRequests>(
  connection: Connection,
  method: Method,
  params: ClientRequests[Method]["params"],
): Promise<unknown> {
  try {
    return await connection.sendRequest(method, params);
  } catch {
    return null;
  }
}
