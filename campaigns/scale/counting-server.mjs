// Runs the built language server in this process, and counts what it does for requests about documents: `node counting-server.mjs JOBS
// RESULTS`, as counting-process.mjs. A run opens acme.responses of its folder, and waits until all is known of it; what is counted is
// the requests alone.

import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { WorkCounter, workOf } from "./work-counter.mjs";

/** @typedef {import("../one-process/repeat-command.mjs").Run} Run */

const [jobsPath = "", resultsPath = ""] = process.argv.slice(2);
const runs = /** @type {readonly Run[]} */ (JSON.parse(readFileSync(jobsPath, "utf8")));

/** Ends of lines behind which somebody asks what can stand there. */
const BEGUN_LINES = [
  'reject json "$.',
  'reject xml "//',
  'reject keyword "',
  'reject json "$.reason" exact "',
  'reject keyword "a" as ',
  'example "a" is reject ',
  "",
];

/** Parts of a document at the ends of which a line is hovered over. */
const HOVERED = [0, 0.25, 0.5, 0.75, 1];

const counter = new WorkCounter();
const [input, output] = [new PassThrough(), new PassThrough()];
Object.defineProperty(process, "stdin", { value: input });
Object.defineProperty(process, "stdout", { value: output });
const connection = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
/** @type {((key: string) => void) | null} */
let published = null;
connection.onNotification("textDocument/publishDiagnostics", ({ uri, version }) =>
  published?.(`${uri} ${version}`),
);
connection.onRequest(() => null);
connection.listen();

const server = new URL("../../packages/cli/dist/language-server.mjs", import.meta.url);
const { serveOverStdio } = await import(server.href);
serveOverStdio();
await connection.sendRequest("initialize", {
  processId: null,
  rootUri: null,
  capabilities: {
    textDocument: {
      hover: { contentFormat: ["markdown"] },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
      publishDiagnostics: { versionSupport: true, relatedInformation: true },
    },
  },
});
await connection.sendNotification("initialized", {});
for (const [at, run] of runs.entries()) {
  appendFileSync(resultsPath, `${JSON.stringify({ at })}\n`);
  const uri = pathToFileURL(join(run.cwd, "acme.responses")).href;
  const text = readFileSync(fileURLToPath(uri), "utf8");
  const asked = run.args[0] === "hover" ? await hovers(uri, text) : await completions(uri, text);
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  appendFileSync(resultsPath, `${JSON.stringify({ at, ...asked, exitCode: 0 })}\n`);
}
process.exit(0);

/** @typedef {Omit<import("./counted-work.mjs").CountedRun, "exitCode">} Asked */

/** @param {string} uri @param {string} text @returns {Promise<Asked>} */
async function hovers(uri, text) {
  await open(uri, text);
  const lines = text.split("\n");
  const requests = HOVERED.flatMap((part) => {
    const line = Math.round(part * (lines.length - 2));
    const middle = Math.floor((lines[line]?.length ?? 0) / 2);
    return [1, middle].map((character) => ({ line, character }));
  });
  return counted(requests.map((position) => ({ uri, method: "textDocument/hover", position })));
}

/** @param {string} uri @param {string} text @returns {Promise<Asked>} */
async function completions(uri, text) {
  await open(uri, text);
  const lines = text.split("\n");
  const line = lines.length - 1;
  let before = lines.at(-1)?.length ?? 0;
  /** @type {Asked[]} */
  const all = [];
  for (const [index, begun] of BEGUN_LINES.entries()) {
    const range = { start: { line, character: 0 }, end: { line, character: before } };
    before = begun.length;
    await untilPublished(`${uri} ${index + 2}`, () =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: index + 2 },
        contentChanges: [{ range, text: begun }],
      }),
    );
    all.push(
      await counted([{ uri, method: "textDocument/completion", position: { line, character: before } }]),
    );
  }
  return together(all);
}

/** @param {string} uri @param {string} text */
function open(uri, text) {
  return untilPublished(`${uri} 1`, () =>
    connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "responses", version: 1, text },
    }),
  );
}

/** @param {string} key @param {() => unknown} send @returns {Promise<void>} */
function untilPublished(key, send) {
  return new Promise((resolve) => {
    published = (published) => {
      if (published === key) resolve();
    };
    send();
  });
}

/**
 * @param {readonly { readonly uri: string, readonly method: string, readonly position: object }[]} requests
 * @returns {Promise<Asked>}
 */
async function counted(requests) {
  counter.take();
  const begun = performance.now();
  let written = "";
  for (const { uri, method, position } of requests) {
    const answer = await connection.sendRequest(method, { textDocument: { uri }, position });
    written = JSON.stringify(answer).slice(-2_000);
  }
  const milliseconds = Math.round(performance.now() - begun);
  return { ...workOf(counter.take()), milliseconds, written };
}

/** @param {readonly Asked[]} all @returns {Asked} */
function together(all) {
  /** @type {Map<string, number>} */
  const functions = new Map();
  for (const one of all)
    for (const [name, count] of one.functions) functions.set(name, (functions.get(name) ?? 0) + count);
  return {
    ...workOf(functions),
    work: all.reduce((sum, { work }) => sum + work, 0),
    milliseconds: all.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    written: all.at(-1)?.written ?? "",
  };
}
