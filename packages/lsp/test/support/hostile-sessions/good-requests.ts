import type { Random } from "@responses/testing/random";

/** The documents of a session; none is a file that is there. */
const URIS = [
  "file:///nowhere/acme.responses",
  "file:///nowhere/other.responses",
  "file:///nowhere/responses.config.json",
  "untitled:Untitled-1",
  "file:///nowhere/%zz%C3%BC%20ü.responses",
] as const;

const FOLDERS = ["file:///nowhere", "file:///elsewhere", "untitled:folder"] as const;

/** Numbers that the protocol allows in a position. */
function natural(random: Random): number {
  return random.pick([0, 0, 1, 2, 3, 5, 8, 20, 100, 10_000, 2 ** 31 - 1]);
}

export function position(random: Random): object {
  return { line: natural(random), character: natural(random) };
}

/** From a place to the same or a later one. */
export function range(random: Random): object {
  const line = natural(random);
  const start = { line, character: natural(random) };
  const isWithin = random.chance(0.5) || line === 2 ** 31 - 1;
  const end = isWithin
    ? { line, character: Math.min(start.character + natural(random), 2 ** 31 - 1) }
    : { line: Math.min(line + 1 + natural(random), 2 ** 31 - 1), character: natural(random) };
  return { start, end };
}

export function document(random: Random): { readonly uri: string } {
  return { uri: random.chance(0.6) ? URIS[0] : random.pick(URIS) };
}

const inDocument = (random: Random) => ({ textDocument: document(random) });
const inPlace = (random: Random) => ({ textDocument: document(random), position: position(random) });
const inRange = (random: Random) => ({ textDocument: document(random), range: range(random) });
const options = { options: { tabSize: 2, insertSpaces: true } };

function given(random: Random): object {
  return random.pick([
    { status: 200, body: "valid" },
    { status: null, body: "[".repeat(1000) },
    { http: "HTTP/1.1 400 Bad\r\n\r\nno" },
    { http: "HTTP/9 \0" },
    { text: '{"a":1}' },
    { status: 0, bodyBytes: "////" },
    { httpBytes: "SFRUUC8xLjE=" },
    { httpBytes: "%" },
    { status: 2 ** 31 - 1, body: "\ud800" },
  ]);
}

/** What an item or an action carried, or could have. */
function carried(random: Random): object {
  const uri = random.pick(URIS);
  const number = () => random.pick([0, 5, 40, -1, 1.5, 2 ** 40, 1e300]);
  return random.pick([
    {},
    { data: null },
    { data: [random.integer(0, 5), random.integer(-1, 40)] },
    { data: [1e300, "x"] },
    { data: { uri, version: random.pick([1, 2, null]), change: { kind: "fix-all" } } },
    { data: { uri, version: 1, change: { kind: "mend-all", name: "untested-rule" } } },
    { data: { uri, version: 1, change: { kind: "mend-all", name: "__proto__" } } },
    {
      data: {
        uri,
        version: 1,
        change: { kind: "make-example", span: { start: number(), end: number() }, states: "captures" },
      },
    },
    {
      data: {
        uri,
        version: 1,
        change: { kind: "extract-include", span: { start: number(), end: number() } },
      },
    },
    { data: { uri: "no uri", version: 1, change: { kind: "fix-all" } } },
  ]);
}

/** The parameters of every request that the server knows, as the protocol wants them. */
export const REQUESTS: Readonly<Record<string, (random: Random) => object>> = {
  "completionItem/resolve": (random) => ({ label: "x", ...carried(random) }),
  "codeAction/resolve": (random) => ({ title: "x", ...carried(random) }),
  "textDocument/codeAction": (random) => ({
    ...inRange(random),
    context: { diagnostics: [], only: random.pick([undefined, [], ["quickfix"], ["source.fixAll"], ["\0"]]) },
  }),
  "textDocument/codeLens": inDocument,
  "textDocument/completion": (random) => ({
    ...inPlace(random),
    context: random.pick([undefined, { triggerKind: 1 }, { triggerKind: 2, triggerCharacter: '"' }]),
  }),
  "textDocument/definition": inPlace,
  "textDocument/diagnostic": (random) => ({
    ...inDocument(random),
    previousResultId: random.pick([undefined, "1"]),
  }),
  "textDocument/documentHighlight": inPlace,
  "textDocument/documentLink": inDocument,
  "textDocument/documentSymbol": inDocument,
  "textDocument/foldingRange": inDocument,
  "textDocument/formatting": (random) => ({ ...inDocument(random), ...options }),
  "textDocument/hover": inPlace,
  "textDocument/inlayHint": inRange,
  "textDocument/onTypeFormatting": (random) => ({
    ...inPlace(random),
    ch: random.pick(["\n", "x", ""]),
    ...options,
  }),
  "textDocument/prepareRename": inPlace,
  "textDocument/rangeFormatting": (random) => ({ ...inRange(random), ...options }),
  "textDocument/rangesFormatting": (random) => ({
    ...inDocument(random),
    ranges: random.several(0, 3, () => range(random)),
    ...options,
  }),
  "textDocument/references": (random) => ({
    ...inPlace(random),
    context: { includeDeclaration: random.chance(0.5) },
    workDoneToken: random.pick([undefined, 1, "token"]),
  }),
  "textDocument/rename": (random) => ({
    ...inPlace(random),
    newName: random.pick(["Other", "", "\n", '"', "a".repeat(5000), "\ud800"]),
  }),
  "textDocument/selectionRange": (random) => ({
    ...inDocument(random),
    positions: random.several(0, 3, () => position(random)),
  }),
  "textDocument/semanticTokens/full": inDocument,
  "textDocument/semanticTokens/full/delta": (random) => ({ ...inDocument(random), previousResultId: "1" }),
  "textDocument/semanticTokens/range": inRange,
  "textDocument/signatureHelp": inPlace,
  "workspace/diagnostic": (random) => ({
    previousResultIds: random.several(0, 2, () => ({ uri: random.pick(URIS), value: "1" })),
    partialResultToken: random.pick([undefined, "partial"]),
  }),
  "workspace/executeCommand": (random) => ({
    command: random.pick(["responses.runExamples", "responses.recordGaps", "responses.showPlace"]),
    arguments: [random.pick(URIS), random.pick([undefined, 0, range(random)])],
  }),
  "workspace/symbol": (random) => ({ query: random.pick(["", "dup", "\0", "(".repeat(500)]) }),
  "workspace/willRenameFiles": (random) => ({
    files: random.several(0, 2, () => ({
      oldUri: random.pick(URIS),
      newUri: random.pick([...URIS, ...FOLDERS]),
    })),
  }),
  "responses/compare": (random) => ({ uri: random.pick(URIS), base: "saved" }),
  "responses/compile": (random) => ({
    uri: random.pick(URIS),
    format: random.pick([undefined, null, "esm", "cjs", "ts", "json"]),
  }),
  "responses/explain": (random) => ({
    uri: random.pick(URIS),
    ...random.pick([{ response: given(random) }, { range: range(random) }]),
  }),
  "responses/makeExample": (random) => ({
    uri: random.pick(URIS),
    response: given(random),
    position: random.pick([undefined, null, position(random)]),
    states: random.pick([undefined, null, "captures", "verdict"]),
  }),
  "responses/runExamples": (random) => ({ uri: random.pick(URIS) }),
};

/** The notifications that change nothing of a document. */
export const NOTIFICATIONS: Readonly<Record<string, (random: Random) => object>> = {
  "textDocument/didClose": inDocument,
  "textDocument/didSave": inDocument,
  "$/setTrace": (random) => ({ value: random.pick(["off", "messages", "verbose", "x"]) }),
  "window/workDoneProgress/cancel": (random) => ({ token: random.pick(["token", 1, "never"]) }),
  "workspace/didChangeConfiguration": (random) => ({
    settings: random.pick([
      null,
      7,
      { responses: { hover: { lines: -1e300 }, codeLens: [] } },
      { responses: "x" },
    ]),
  }),
  "workspace/didChangeWatchedFiles": (random) => ({
    changes: random.several(0, 3, () => ({ uri: random.pick(URIS), type: random.integer(1, 3) })),
  }),
  "workspace/didChangeWorkspaceFolders": (random) => ({
    event: {
      added: random.several(0, 2, () => ({ uri: random.pick(FOLDERS), name: "x" })),
      removed: random.several(0, 2, () => ({ uri: random.pick(FOLDERS), name: "x" })),
    },
  }),
  "workspace/didRenameFiles": (random) => ({
    files: random.several(0, 2, () => ({ oldUri: random.pick(URIS), newUri: random.pick(URIS) })),
  }),
  "$/invented": () => ({}),
  "textDocument/invented": () => ({ x: 1 }),
};

/** What undoes those of the notifications that stay. */
export const RESTORING: readonly { readonly method: string; readonly params: object }[] = [
  ...URIS.map((uri) => ({ method: "textDocument/didClose", params: { textDocument: { uri } } })),
  {
    method: "workspace/didChangeWorkspaceFolders",
    params: { event: { added: [], removed: FOLDERS.map((uri) => ({ uri, name: "x" })) } },
  },
  { method: "$/setTrace", params: { value: "off" } },
  { method: "workspace/didChangeConfiguration", params: { settings: { responses: {} } } },
];
