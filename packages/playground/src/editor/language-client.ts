import { hoverTooltips, LSPClient, serverCompletion, type Transport } from "@codemirror/lsp-client";
import type { ClientRequests } from "@responses/lsp";
import { findings } from "./findings.js";
import { safeHtml } from "./safe-html.js";
import { semanticColours } from "./semantic-colours.js";

/** Where the mapping stands for the server; the files that it can include stand beside it. */
const FOLDER = "file:///playground/";
export const MAPPING_URI = `${FOLDER}mapping.responses`;

/** Milliseconds after which an answer is no longer waited for: slow machines are slow while the server starts. */
const PATIENCE = 30_000;

/** Connects to the language server in a worker. `files` are those that mappings can include, by their paths from the mapping. */
export function connectLanguageServer(worker: Worker, files: Readonly<Record<string, string>>): LSPClient {
  const client = new LSPClient({
    rootUri: FOLDER,
    initializationOptions: { readsFiles: true, findingsBeside: true },
    timeout: PATIENCE,
    sanitizeHTML: safeHtml,
    extensions: [findings, semanticColours, serverCompletion({ override: true }), hoverTooltips()],
  });
  return client.connect(transportTo(worker, files));
}

/** The worker takes messages as objects; it asks for files, which the client of CodeMirror knows nothing of. */
function transportTo(worker: Worker, files: Readonly<Record<string, string>>): Transport {
  const handlers = new Set<(message: string) => void>();
  worker.addEventListener("message", ({ data }: MessageEvent<ServerMessage>) => {
    if (data.id !== undefined && isFileRequest(data.method)) {
      const uri = data.params?.uri ?? "";
      worker.postMessage({ jsonrpc: "2.0", id: data.id, result: answerOf(data.method, uri, files) });
      return;
    }
    for (const handler of handlers) handler(JSON.stringify(data));
  });
  return {
    send: (message) => worker.postMessage(JSON.parse(message)),
    subscribe: (handler) => void handlers.add(handler),
    unsubscribe: (handler) => void handlers.delete(handler),
  };
}

interface ServerMessage {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly uri?: string };
}

type FileRequest = keyof ClientRequests;

function isFileRequest(method: string | undefined): method is FileRequest {
  return method === "responses/readFile" || method === "responses/listMappingFiles";
}

function answerOf(
  method: FileRequest,
  uri: string,
  files: Readonly<Record<string, string>>,
): ClientRequests[FileRequest]["result"] {
  switch (method) {
    case "responses/readFile": {
      const path = uri.startsWith(FOLDER) ? uri.slice(FOLDER.length) : "";
      return Object.hasOwn(files, path) ? base64(files[path] ?? "") : null;
    }
    case "responses/listMappingFiles":
      return Object.keys(files).map((path) => FOLDER + path);
  }
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
