import { isMainThread, parentPort, workerData } from "node:worker_threads";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { clientFiles } from "./platform/client-files.js";
import { answerGitQuestions } from "./platform/git-answers.js";
import { GIT_THREAD } from "./platform/git-questions.js";
import { GitThread } from "./platform/git-thread.js";
import { messageDecoder } from "./platform/message-decoder.js";
import { MessageEncoder } from "./platform/message-encoder.js";
import { MessageGuard } from "./platform/message-guard.js";
import { nodeFiles } from "./platform/node-files.js";
import { checkedTransport } from "./server/messages/checked-transport.js";
import { type Platform, serve } from "./server/server.js";
import type { FileSource } from "./workspace/files/file-source.js";

export type {
  AnalysedParams,
  ClientRequests,
  ComparisonResult,
  CustomRequests,
  ExampleReport,
  ExampleResults,
  GivenResponse,
  MadeExample,
  ResponseExplanation,
} from "./custom-requests.js";

/** The package's version, which the build writes into the bundle. */
declare const RESPONSES_VERSION: string;

/**
 * Serves one client over standard input and output, until it says `exit`, ends the input or dies. Nothing but the protocol
 * is written to standard output.
 */
export function serveOverStdio(): void {
  const guard = new MessageGuard((reason) => {
    process.stderr.write(`responses: the language server ends: ${reason}\n`);
    process.exit(1);
  });
  process.stdin.pipe(guard);
  const reader = new StreamMessageReader(guard, { contentTypeDecoder: messageDecoder });
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: new MessageEncoder() });
  const checked = checkedTransport({ reader, writer });
  const served = serve(createConnection(ProposedFeatures.all, checked.reader, checked.writer), platform);
  // A client that ends the input has died unless it has said goodbye.
  for (const event of ["end", "close"]) guard.on(event, () => process.exit(served.isShutDown() ? 0 : 1));
}

/** Turns of the event loop that a message needs to be answered: it is read, queued and handled in turns of their own. */
const TURNS_OF_A_MESSAGE = 4;

/** Lets a message that has come be answered: with one turn only, a piece of work would come between each two of its own. */
async function nextTurn(): Promise<void> {
  for (let turn = 0; turn < TURNS_OF_A_MESSAGE; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const platform: Platform = {
  version: RESPONSES_VERSION,
  nextTurn,
  committed: new GitThread(new URL(import.meta.url)),
  files: (connection, { readsFiles }) => (readsFiles ? filesOfBoth(clientFiles(connection)) : nodeFiles),
};

/** The machine's own files are read directly, all others by the client. */
function filesOfBoth(client: FileSource): FileSource {
  const sourceOf = (uri: string) => (uri.startsWith("file:") ? nodeFiles : client);
  return {
    read: (uri) => sourceOf(uri).read(uri),
    listMappingFiles: (folder) => sourceOf(folder).listMappingFiles(folder),
    mayInclude: (from, path) => nodeFiles.mayInclude?.(from, path) ?? true,
    forgetBounds: () => nodeFiles.forgetBounds?.(),
  };
}

// The bundle is what its own thread runs.
if (!isMainThread && parentPort !== null && workerData === GIT_THREAD) answerGitQuestions(parentPort);
