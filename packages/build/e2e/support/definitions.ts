import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { MessageStream } from "./message-stream.js";
import { toolFile } from "./places.js";

/** From 0, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where a definition is. */
export interface Definition {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** A language server of TypeScript that has a project open. */
export interface TypeScriptServer {
  /** What an editor goes to from a place in a file. */
  definitionsAt(file: string, place: Position): Promise<readonly Definition[]>;
  stop(): void;
}

/** The server of TypeScript 5, with a protocol of its own: a request a line, places from 1. */
export async function startServer5(folder: string): Promise<TypeScriptServer> {
  interface Answer {
    readonly body?: readonly { readonly file: string; readonly start: Place; readonly end: Place }[];
  }
  interface Place {
    readonly line: number;
    readonly offset: number;
  }
  const server = [
    process.execPath,
    toolFile("typescript-5/lib/tsserver.js"),
    "--disableAutomaticTypingAcquisition",
  ];
  const stream = new MessageStream(server, folder, (message) => Object(message).request_seq ?? null);
  const request = (seq: number, command: string, values: object): string =>
    `${JSON.stringify({ seq, type: "request", command, arguments: values })}\n`;
  const positionOf = ({ line, offset }: Place): Position => ({ line: line - 1, character: offset - 1 });
  return {
    async definitionsAt(file, { line, character }) {
      stream.tell(request(0, "open", { file: join(folder, file) }));
      const place = { file: join(folder, file), line: line + 1, offset: character + 1 };
      const { body = [] } = (await stream.ask((id) => request(id, "definition", place))) as Answer;
      return body.map(({ file, start, end }) => ({ file, start: positionOf(start), end: positionOf(end) }));
    },
    stop: () => stream.stop(),
  };
}

/** The server of TypeScript 7, which speaks the Language Server Protocol, as a client that takes links: as VS Code does. */
export async function startServer7(folder: string): Promise<TypeScriptServer> {
  interface Answer {
    readonly result?: readonly Link[] | null;
  }
  interface Link {
    readonly targetUri: string;
    readonly targetSelectionRange: { readonly start: Position; readonly end: Position };
  }
  const server = [process.execPath, toolFile("typescript/bin/tsc"), "--lsp", "--stdio"];
  const written = (message: object): string => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const stream = new MessageStream(server, folder, (message) => {
    const { method, id = null } = Object(message);
    if (method === undefined) return id;
    // It asks something itself, such as to be told of changed settings.
    if (id !== null) stream.tell(written({ id, result: null }));
    return null;
  });
  const ask = (method: string, params: object): Promise<object> =>
    stream.ask((id) => written({ id, method, params }));
  const capabilities = { textDocument: { definition: { linkSupport: true } } };
  await ask("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities });
  stream.tell(written({ method: "initialized", params: {} }));
  return {
    async definitionsAt(file, position) {
      const uri = pathToFileURL(join(folder, file)).href;
      const text = readFileSync(join(folder, file), "utf8");
      const textDocument = { uri, languageId: "typescript", version: 1, text };
      stream.tell(written({ method: "textDocument/didOpen", params: { textDocument } }));
      const answer = await ask("textDocument/definition", { textDocument: { uri }, position });
      stream.tell(written({ method: "textDocument/didClose", params: { textDocument: { uri } } }));
      return ((answer as Answer).result ?? []).map(({ targetUri, targetSelectionRange: { start, end } }) => ({
        file: fileURLToPath(targetUri),
        start,
        end,
      }));
    },
    stop: () => stream.stop(),
  };
}
