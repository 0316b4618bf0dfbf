import { expect, onTestFinished, test } from "vitest";
import type { CodeLens, Hover, InlayHint } from "vscode-languageserver-protocol";
import type { CustomRequests } from "../../src/custom-requests.js";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";
const COMMON = "file:///nowhere/common.responses";
const TEXT = 'success keyword "sold"\nexample 200 "sold" is success\nexample 200 "no" is success\n';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function started(options: Parameters<ServerProcess["initialize"]>[0] = {}) {
  const server = new ServerProcess();
  onTestFinished(() => {
    server.process.kill();
  });
  const { capabilities } = await server.initialize(options);
  return { server, capabilities };
}

function ask<Name extends keyof CustomRequests>(
  server: ServerProcess,
  name: Name,
  params: CustomRequests[Name]["params"],
): Promise<CustomRequests[Name]["result"]> {
  return server.connection.sendRequest(name, params);
}

test("a client that shows markdown gets it, another gets plain text", async () => {
  for (const [contentFormat, kind] of [
    [["markdown", "plaintext"], "markdown"],
    [["plaintext"], "plaintext"],
    [undefined, "plaintext"],
  ] as const) {
    const hover = contentFormat === undefined ? {} : { contentFormat: [...contentFormat] };
    const { server } = await started({ capabilities: { textDocument: { hover } } });
    await server.open(URI, TEXT);
    const answer: Hover = await server.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: URI },
      position: { line: 0, character: 0 },
    });
    expect(answer.contents).toMatchObject({
      kind,
      value: expect.stringContaining("Matches 1 of 2 examples, decides 1"),
    });
    await server.end();
  }
});

test("hints and lenses, and the lens's command for a client that has none of its own", async () => {
  const { server, capabilities } = await started();
  expect(capabilities.executeCommandProvider?.commands).toContain("responses.runExamples");
  await server.open(URI, TEXT);
  const textDocument = { uri: URI };
  const hints: InlayHint[] = await server.connection.sendRequest("textDocument/inlayHint", {
    textDocument,
    range: WHOLE,
  });
  expect(hints).toMatchObject([
    { label: [{ value: "→ gets unmapped" }], position: { line: 2 }, tooltip: "expected success" },
  ]);
  const lenses: CodeLens[] = await server.connection.sendRequest("textDocument/codeLens", { textDocument });
  expect(lenses.map(({ command }) => command?.title)).toEqual(["Run examples (1 of 2 pass)"]);
  const message = new Promise((resolve) => {
    server.connection.onNotification("window/showMessage", resolve);
  });
  const { command = "", arguments: parameters } = lenses[0]?.command ?? {};
  await server.connection.sendRequest("workspace/executeCommand", { command, arguments: parameters });
  expect(await message).toMatchObject({
    message: expect.stringMatching(/^2 examples: 1 passes, 1 fails; line 3: ./),
  });
  await server.end();
});

test("a client with a command that explains an example is led to it by hints and hovers", async () => {
  const { server } = await started({
    capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } } },
    initializationOptions: { explainCommand: "client.explain" },
  });
  await server.open(URI, TEXT);
  const textDocument = { uri: URI };
  const hints: InlayHint[] = await server.connection.sendRequest("textDocument/inlayHint", {
    textDocument,
    range: WHOLE,
  });
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 27 } };
  const command = { command: "client.explain", arguments: [URI, range] };
  expect(hints).toMatchObject([{ label: [{ value: "→ gets unmapped" }, { value: " · why?", command }] }]);
  const hover: Hover = await server.connection.sendRequest("textDocument/hover", {
    textDocument,
    position: { line: 2, character: 0 },
  });
  expect(JSON.stringify(hover.contents)).toContain("[Explain this verdict](command:client.explain?");
  expect(await ask(server, "responses/explain", { uri: URI, range })).toMatchObject({
    kind: "verdict",
    lines: ["Gets unmapped, but success is expected", "No rule matches it"],
    example: { uri: URI, range },
  });
  expect(await ask(server, "responses/explain", { uri: URI, range: WHOLE })).toMatchObject({
    kind: "several",
    responses: { count: 2, shown: [{ verdict: "success" }, { verdict: "unmapped", example: { range } }] },
  });
  await server.end();
});

test("a client with a tree of tests is told of analyses, runs examples and has responses explained", async () => {
  const { server, capabilities } = await started({ initializationOptions: { runsExamples: true } });
  expect(capabilities.executeCommandProvider?.commands ?? []).not.toContain("responses.runExamples");
  const analysed = new Promise((resolve) => {
    server.connection.onNotification("responses/analysed", resolve);
  });
  await server.open(URI, TEXT, 7);
  expect(await analysed).toEqual({ uri: URI, version: 7 });
  const results = await ask(server, "responses/runExamples", { uri: URI });
  expect(results?.examples.map(({ passed }) => passed)).toEqual([true, false]);
  expect(results?.rules).toMatchObject([{ decides: 1, matches: 1 }]);
  const explained = await ask(server, "responses/explain", {
    uri: URI,
    response: { http: "HTTP/1.1 200 OK\r\n\r\nit is sold" },
  });
  expect(explained).toMatchObject({
    kind: "verdict",
    verdict: { outcome: "success", label: null },
    decidedBy: { uri: URI, range: { start: { line: 0, character: 0 } } },
  });
  const httpBytes = Buffer.from("HTTP/1.1 200 OK\nContent-Type: a/b; charset=latin1\n\nsold é", "latin1");
  const inFile = await ask(server, "responses/explain", {
    uri: URI,
    response: { httpBytes: httpBytes.toString("base64") },
  });
  expect(inFile).toMatchObject({ decoded: { status: 200, body: "sold é", charset: "windows-1252" } });
  const wrong: unknown = { uri: URI, response: { body: 7 } };
  await expect(server.connection.sendRequest("responses/explain", wrong)).rejects.toMatchObject({
    code: -32602,
  });
  expect(await ask(server, "responses/runExamples", { uri: "file:///nowhere/else.responses" })).toBeNull();
  await server.end();
});

test("hints are asked for again when an included file changes, and not after an edit of the file itself", async () => {
  const { server } = await started({
    capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
  });
  let refreshes = 0;
  const refreshed = new Promise<void>((resolve) => {
    server.connection.onRequest("workspace/inlayHint/refresh", () => {
      refreshes++;
      resolve();
      return null;
    });
  });
  await server.open(COMMON, 'reject keyword "no"\n');
  await server.open(URI, `include "common.responses"\n${TEXT}`);
  await server.diagnosticsFor(URI, 1);
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ text: `include "common.responses"\n${TEXT}# more\n` }],
  });
  await server.diagnosticsFor(URI, 2);
  expect(refreshes).toBe(0);
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: COMMON, version: 2 },
    contentChanges: [{ text: 'reject keyword "yes"\n' }],
  });
  await refreshed;
  await server.end();
});
