import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RawSession } from "../support/raw-session.js";

/*
 * What the protocol prescribes for messages that it does not allow: each gets its error, with a sentence, and nothing else changes.
 */

const URI = "file:///nowhere/acme.responses";
const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;
const NOT_INITIALIZED = -32002;

/** Parameters of requests that have a wrong shape, and what is said of them. */
const WRONG: readonly (readonly [method: string, params: unknown, reason: string])[] = [
  ["textDocument/hover", undefined, "params is missing"],
  ["textDocument/hover", null, "params must be an object, and is null"],
  ["textDocument/hover", [HOVER], "params must be an object, and is a list"],
  ["textDocument/hover", { position: HOVER.position }, "params.textDocument is missing"],
  ["textDocument/hover", { ...HOVER, textDocument: { uri: 7 } }, "params.textDocument.uri must be a URI"],
  [
    "textDocument/hover",
    { ...HOVER, textDocument: { uri: "acme" } },
    "params.textDocument.uri must be a URI",
  ],
  ["textDocument/hover", { ...HOVER, textDocument: { uri: "file:////a" } }, "must be a URI"],
  ["textDocument/hover", { ...HOVER, textDocument: { uri: "file:///\ud800" } }, "must be a URI"],
  [
    "textDocument/hover",
    { ...HOVER, position: { line: -1, character: 0 } },
    "params.position.line must be a whole",
  ],
  ["textDocument/hover", { ...HOVER, position: { line: 0.5, character: 0 } }, "and is 0.5"],
  ["textDocument/hover", { ...HOVER, position: { line: 2 ** 31, character: 0 } }, "and is 2147483648"],
  ["textDocument/hover", { ...HOVER, position: { line: Number.NaN, character: 0 } }, "and is null"],
  ["textDocument/hover", { ...HOVER, position: { line: "0", character: 0 } }, "and is another text"],
  [
    "textDocument/hover",
    { ...HOVER, workDoneToken: {} },
    "params.workDoneToken must be a text or a whole number",
  ],
  [
    "textDocument/codeAction",
    {
      textDocument: { uri: URI },
      range: { start: { line: 1, character: 0 }, end: { line: 0, character: 9 } },
      context: { diagnostics: [] },
    },
    "params.range.end stands before its start",
  ],
  ["textDocument/codeAction", { textDocument: { uri: URI } }, "params.range is missing"],
  ["textDocument/references", { ...HOVER, context: null }, "params.context must be an object"],
  ["textDocument/rename", { ...HOVER, newName: ["x"] }, "params.newName must be a text, and is a list"],
  [
    "textDocument/selectionRange",
    { textDocument: { uri: URI }, positions: [HOVER.position, 1] },
    "params.positions[1]",
  ],
  ["workspace/symbol", {}, "params.query is missing"],
  ["workspace/executeCommand", { command: "acme\n.run" }, 'there is no command "acme\\n.run"'],
  ["workspace/executeCommand", { command: "responses.runExamples", arguments: [7] }, "params.arguments[0]"],
  ["completionItem/resolve", { label: "x", data: nested(1000) }, "nested in more than"],
  ["responses/compare", { uri: URI, base: "tomorrow" }, 'params.base must be "head" or "saved"'],
  ["responses/compile", { uri: URI, format: "wasm" }, "params.format must be esm, cjs, ts or json"],
  ["responses/explain", { uri: URI, response: { status: 1.5, body: "" } }, "params.response.status"],
  ["responses/explain", { uri: URI, response: {} }, "the response must have"],
  ["responses/explain", { uri: URI }, "either a response must be given or a range"],
];

/** Notifications that cannot be answered. Each is passed over. */
const PASSED_OVER: readonly (readonly [method: string, params: unknown, reason: string])[] = [
  ["textDocument/didOpen", null, "textDocument/didOpen: params must be an object"],
  [
    "textDocument/didOpen",
    { textDocument: { uri: URI, languageId: "responses", version: 9 } },
    "text is missing",
  ],
  ["textDocument/didOpen", { textDocument: { uri: "acme", version: 9, text: "" } }, "must be a URI"],
  [
    "textDocument/didChange",
    { textDocument: { uri: URI, version: 9 }, contentChanges: [{}] },
    "[0].text is missing",
  ],
  [
    "textDocument/didChange",
    { textDocument: { uri: URI, version: "9" }, contentChanges: [{ text: "" }] },
    "params.textDocument.version must be a whole number",
  ],
  ["textDocument/didClose", { textDocument: URI }, "params.textDocument must be an object"],
  ["workspace/didChangeWatchedFiles", { changes: "all" }, "params.changes must be a list"],
  ["workspace/didChangeWorkspaceFolders", { event: { added: [{}], removed: [] } }, "added[0].uri is missing"],
  ["$/cancelRequest", {}, "params.id is missing"],
  ["$/setTrace", undefined, "params is missing"],
];

function nested(levels: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels; level++) value = [value];
  return value;
}

describe("once the server is initialized", () => {
  const session = new RawSession();
  beforeAll(async () => {
    await session.initialize();
    session.notify("textDocument/didOpen", {
      textDocument: { uri: URI, languageId: "responses", version: 1, text: "success status 2xx\n" },
    });
  });
  afterAll(async () => {
    expect(await session.request("textDocument/hover", HOVER)).toMatchObject({ result: { range: {} } });
    expect(await session.end()).toBe(0);
    expect(session.stderr).toBe("");
  });

  test.each(WRONG)("%s with %j: %s", async (method, params, reason) => {
    const answer = await session.request(method, params);
    expect(answer).toMatchObject({ error: { code: INVALID_PARAMS } });
    expect(JSON.parse(JSON.stringify(answer)).error.message).toContain(reason);
  });

  test.each(PASSED_OVER)(
    "%s with %j is passed over, which the log says: %s",
    async (method, params, reason) => {
      session.notify(method, params);
      expect(await session.logged(reason)).toContain("a message was passed over: ");
      expect(await session.request("textDocument/hover", HOVER)).toMatchObject({ result: { range: {} } });
    },
  );

  test.each([
    ["{ this is no JSON", PARSE_ERROR, null],
    ["", PARSE_ERROR, null],
    ["[]", INVALID_REQUEST, null],
    ['"text"', INVALID_REQUEST, null],
    ["null", INVALID_REQUEST, null],
    ['{"jsonrpc":"2.0","id":null,"method":"shutdown"}', INVALID_REQUEST, null],
    ['{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}', INVALID_REQUEST, null],
    ['{"jsonrpc":"2.0","id":1e300,"method":"shutdown"}', INVALID_REQUEST, null],
    ['{"jsonrpc":"2.0","id":{},"method":"shutdown"}', INVALID_REQUEST, null],
    ['{"jsonrpc":"2.0","id":"a","method":7}', INVALID_REQUEST, "a"],
    ['{"jsonrpc":"2.0","id":"b"}', INVALID_REQUEST, "b"],
    ['{"jsonrpc":"1.0","id":"c","method":"shutdown"}', INVALID_REQUEST, "c"],
    ['{"jsonrpc":"2.0","id":"d","method":"initialize","params":{"capabilities":{}}}', INVALID_REQUEST, "d"],
    ['{"jsonrpc":"2.0","id":"e","method":"textDocument/invented"}', METHOD_NOT_FOUND, "e"],
    ['{"jsonrpc":"2.0","id":"f","method":"$/invented","params":{}}', METHOD_NOT_FOUND, "f"],
    ['{"jsonrpc":"2.0","id":"g","method":"__proto__"}', METHOD_NOT_FOUND, "g"],
    [
      '{"jsonrpc":"2.0","id":"h","method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///a"}}}',
      METHOD_NOT_FOUND,
      "h",
    ],
  ])("the message %s gets the error %i for the id %j", async (content, code, id) => {
    session.write(content);
    const answer = await session.next((message) => message.error !== undefined);
    expect(answer).toMatchObject({ id, error: { code } });
    expect(answer.error?.message).toMatch(/^[\p{L}].{10,}/u);
  });

  test("two requests with one id, and one with that id as a text, have an answer each", async () => {
    const request = { jsonrpc: "2.0", method: "textDocument/hover", params: HOVER };
    for (const id of [70, 70, "70"]) session.write(JSON.stringify({ ...request, id }));
    const answers = [];
    for (let count = 0; count < 3; count++)
      answers.push(await session.next((message) => "result" in message));
    expect(answers.map(({ id }) => id).toSorted()).toEqual([70, 70, "70"].toSorted());
  });

  test("who cancels a request that never was, or has its answer, changes nothing", async () => {
    for (const id of [123_456, "never", -1, 2 ** 53]) session.notify("$/cancelRequest", { id });
    expect(await session.request("textDocument/hover", HOVER)).toMatchObject({ result: { range: {} } });
  });

  test("edits out of the text are made at its end, those of unknown texts nowhere", async () => {
    const far = { line: 2 ** 31 - 1, character: 2 ** 31 - 1 };
    session.notify("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: far, end: far }, text: "reject status 5xx\n" },
        // From its end to its start, which is the same stretch; and a range that is null, which is none.
        { range: { start: { line: 0, character: 7 }, end: { line: 0, character: 0 } }, text: "success" },
      ],
    });
    session.notify("textDocument/didChange", {
      textDocument: { uri: "file:///nowhere/other.responses", version: 2 },
      contentChanges: [{ text: "success" }],
    });
    const formatted = await session.request("textDocument/documentSymbol", { textDocument: { uri: URI } });
    expect(formatted).toMatchObject({ result: { length: 2 } });
    session.notify("textDocument/didChange", {
      textDocument: { uri: URI, version: 3 },
      contentChanges: [{ range: null, text: "success status 2xx\n" }],
    });
    const whole = await session.request("textDocument/documentSymbol", { textDocument: { uri: URI } });
    expect(whole).toMatchObject({ result: { length: 1 } });
  });
});

test("before initialize there is one error, a bad initialize changes nothing, and after shutdown there is another", async () => {
  const session = new RawSession();
  const codeOf = async (method: string, params: unknown) =>
    (await session.request(method, params)).error?.code;
  expect(await codeOf("textDocument/hover", { position: 7 })).toBe(NOT_INITIALIZED);
  expect(await codeOf("shutdown", undefined)).toBe(NOT_INITIALIZED);
  session.notify("textDocument/didOpen", null);
  expect(await codeOf("initialize", null)).toBe(INVALID_PARAMS);
  expect(await codeOf("initialize", { processId: null, rootUri: 7, capabilities: {} })).toBe(INVALID_PARAMS);
  expect(await codeOf("initialize", { processId: "me", capabilities: {} })).toBe(INVALID_PARAMS);
  await session.initialize();
  expect(await codeOf("textDocument/hover", HOVER)).toBeUndefined();
  expect(await codeOf("shutdown", null)).toBeUndefined();
  expect(await codeOf("textDocument/hover", HOVER)).toBe(INVALID_REQUEST);
  expect(await codeOf("textDocument/invented", HOVER)).toBe(INVALID_REQUEST);
  expect(await codeOf("shutdown", undefined)).toBe(INVALID_REQUEST);
  session.notify("exit", undefined);
  expect(await session.exitCode).toBe(0);
});

test("capabilities of wrong types count as not said", async () => {
  const session = new RawSession();
  const broken = {
    general: { positionEncodings: "utf-8" },
    window: [],
    workspace: { workspaceEdit: { resourceOperations: 7, documentChanges: true }, diagnostics: null },
    textDocument: {
      hover: { contentFormat: { markdown: true } },
      codeAction: { codeActionLiteralSupport: {}, resolveSupport: { properties: "edit" } },
      completion: { completionItem: { documentationFormat: 1, resolveSupport: {} } },
      diagnostic: null,
      semanticTokens: {},
      publishDiagnostics: { tagSupport: { valueSet: 1 } },
    },
  };
  const answer = await session.initialize(broken);
  expect(answer).toMatchObject({
    result: { capabilities: { positionEncoding: "utf-16", hoverProvider: true } },
  });
  session.notify("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "responses", version: 1, text: "success status 2xx\n" },
  });
  expect(await session.request("textDocument/hover", HOVER)).toMatchObject({
    result: { contents: { kind: "plaintext" } },
  });
  expect(await session.end()).toBe(0);
});

test("a pull of all findings that waits for changes gets an error when the server is shut down", async () => {
  const session = new RawSession();
  await session.initialize({ textDocument: { diagnostic: {} } });
  const known = { previousResultIds: [{ uri: "file:///nowhere/acme.responses", value: "1" }] };
  // The first tells that the file is gone; then nothing is new.
  expect(await session.request("workspace/diagnostic", known)).toMatchObject({
    result: { items: [{ items: [] }] },
  });
  session.notify("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "responses", version: 1, text: "success status 2xx\n" },
  });
  const waiting = session.request("workspace/diagnostic", known);
  expect(await session.request("textDocument/hover", HOVER)).toMatchObject({ result: { range: {} } });
  const code = session.end();
  expect(await waiting).toMatchObject({ error: { code: -32802, data: { retriggerRequest: false } } });
  expect(await code).toBe(0);
});
