import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { clientFiles } from "./platform/client-files.js";
import { checkedTransport } from "./server/messages/checked-transport.js";
import { serve } from "./server/server.js";

/** The worker's global scope. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The package's version, which the build writes into the bundle. */
declare const RESPONSES_VERSION: string;

/** A turn of the event loop that timers do not slow down. */
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.addEventListener("message", () => waiting.shift()?.());
turns.port1.start();

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    turns.port2.postMessage(null);
  });
}

/** Serves the client that started this worker. All files come from the client. */
const { reader, writer } = checkedTransport({
  reader: new BrowserMessageReader(self),
  writer: new BrowserMessageWriter(self),
});
const connection = createConnection(ProposedFeatures.all, reader, writer);

serve(connection, {
  version: RESPONSES_VERSION,
  nextTurn,
  files: clientFiles,
  committed: null,
});
