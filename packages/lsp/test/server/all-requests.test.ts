import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { PROFILES } from "../support/client-profiles.js";
import { randomEdit } from "../support/random-edits.js";
import { ServerProcess } from "../support/server-process.js";

/*
 * Every request that the server knows, at random places of texts that are edited at random: each gets an answer, and none an internal
 * fault.
 */

const RUNS = runs(1500);
const SEED = firstSeed(1);

const URI = "file:///nowhere/acme.responses";
const START = `system "A"
# responses-ignore keyword-inside-word: they never write otherwise
success keyword "valid"
reject json "$.error[*].code", "x" as json "$.code" or Duplicate
reject xml "//result" exact "no*" as "Not sold"
reject split "|" part 2 exact "DUP" and not status 5xx as Duplicate
capture id from json "$.id"
include "common.responses"

example sold 200 '{"id":1,"r":"valid"}' is success with id "1"
example "<result>no</result>" is reject "Not sold"
example """
200|DUP
""" is reject Duplicate
`;

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The parameters of each request for a place. */
const REQUESTS: Readonly<Record<string, (position: Place, random: Random) => object>> = {
  "textDocument/hover": (position) => ({ position }),
  "textDocument/completion": (position) => ({ position }),
  "textDocument/signatureHelp": (position) => ({ position }),
  "textDocument/definition": (position) => ({ position }),
  "textDocument/references": (position) => ({ position, context: { includeDeclaration: true } }),
  "textDocument/documentHighlight": (position) => ({ position }),
  "textDocument/prepareRename": (position) => ({ position }),
  "textDocument/documentSymbol": () => ({}),
  "textDocument/codeAction": (position) => ({
    range: { start: position, end: { ...position, character: position.character + 5 } },
    context: { diagnostics: [] },
  }),
  "textDocument/codeLens": () => ({}),
  "textDocument/documentLink": () => ({}),
  "textDocument/formatting": () => ({ options: { tabSize: 2, insertSpaces: true } }),
  "textDocument/rangeFormatting": (position) => ({
    range: { start: { line: 0, character: 0 }, end: position },
    options: { tabSize: 2, insertSpaces: true },
  }),
  "textDocument/onTypeFormatting": (position) => ({
    position,
    ch: "\n",
    options: { tabSize: 2, insertSpaces: true },
  }),
  "textDocument/foldingRange": () => ({}),
  "textDocument/selectionRange": (position) => ({ positions: [position] }),
  "textDocument/semanticTokens/full": () => ({}),
  "textDocument/semanticTokens/full/delta": () => ({ previousResultId: "unknown" }),
  "textDocument/semanticTokens/range": (position) => ({
    range: { start: { line: 0, character: 0 }, end: position },
  }),
  "textDocument/inlayHint": (position) => ({ range: { start: { line: 0, character: 0 }, end: position } }),
  "responses/runExamples": () => ({ uri: URI }),
  "responses/compile": (_, random) => ({ uri: URI, format: random.pick(["esm", "cjs", "json"]) }),
  "responses/compare": (_, random) => ({ uri: URI, base: random.pick(["head", "saved"]) }),
  "responses/explain": (place, random) => ({
    uri: URI,
    ...random.pick([
      { response: { status: 200, body: "valid" } },
      { response: { http: "HTTP/1.1 200 OK\r\n\r\nvalid" } },
      { response: { text: '{"a":1}\n{"a":2}', status: 200 } },
      { range: { start: place, end: place } },
    ]),
  }),
};

/** The code of an answer that is an error; null for a good one. */
async function send(server: ServerProcess, method: string, params: object): Promise<number | null> {
  try {
    await server.connection.sendRequest(method, { textDocument: { uri: URI }, ...params });
    return null;
  } catch (error) {
    if (error instanceof Error && "code" in error) return Number(error.code);
    throw error;
  }
}

test(`${RUNS} requests from seed ${SEED} get answers, and no internal fault`, async () => {
  const random = new Random(SEED);
  const logged: unknown[] = [];
  const server = new ServerProcess();
  server.connection.onNotification("window/logMessage", (params: unknown) => {
    logged.push(params);
  });
  const [richest] = PROFILES;
  const { capabilities } = await server.initialize({
    capabilities: { textDocument: richest?.capabilities.textDocument ?? {} },
  });
  expect(capabilities.completionProvider).toBeDefined();
  await server.open(URI, START);
  let text = START;
  const codes = new Set<number | null>();
  for (let run = 1; run <= RUNS; run++) {
    if (random.chance(0.2)) {
      const edit = random.chance(0.1)
        ? { changes: [{ text: START }], text: START }
        : randomEdit(text, random);
      text = edit.text;
      await server.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: URI, version: run + 1 },
        contentChanges: edit.changes,
      });
    }
    const lines = text.split(/\r\n|\n|\r/);
    const line = random.integer(0, lines.length);
    const position = { line, character: random.integer(0, (lines[line] ?? "").length + 2) };
    const method = random.pick(Object.keys(REQUESTS));
    const code = await send(server, method, REQUESTS[method]?.(position, random) ?? {});
    codes.add(code);
    expect(
      [null, -32602, -32803],
      `request ${run}: ${method} at ${JSON.stringify(position)} in\n${text}`,
    ).toContain(code);
  }
  expect(codes).toContain(null);
  expect(logged).toEqual([]);
  expect(await server.end()).toBe(0);
  expect(server.stderr).toBe("");
});
