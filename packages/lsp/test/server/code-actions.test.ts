import { expect, test } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  Range,
  ShowDocumentParams,
  TextEdit,
} from "vscode-languageserver-protocol";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";
const TEXT =
  'success keyword "valid"\nreject keyword "dup" as Duplicate\nexample 200 "a dup" is reject Duplicate\n';

const LITERALS = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
};
const RESOLVES = { ...LITERALS, dataSupport: true, resolveSupport: { properties: ["edit"] } };

async function begin(capabilities: ClientCapabilities, text = TEXT): Promise<ServerProcess> {
  const server = new ServerProcess();
  await server.initialize({ capabilities });
  await server.open(URI, text);
  return server;
}

function at(line: number, from: number, to = from): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

function actionsAt(server: ServerProcess, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
  return server.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
}

function named(actions: readonly CodeAction[], start: string): CodeAction {
  const action = actions.find(({ title }) => title.startsWith(start));
  if (action === undefined) throw new Error(`${start} is not among ${actions.map(({ title }) => title)}`);
  return action;
}

test("a client that knows snippets in edits gets the cursor where the reason goes", async () => {
  const server = await begin({
    textDocument: { codeAction: RESOLVES, publishDiagnostics: { relatedInformation: true } },
    workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  });
  const action = named(await actionsAt(server, at(0, 18)), "Ignore keyword-inside-word");
  expect(action.diagnostics?.map(({ code }) => code)).toEqual(["keyword-inside-word"]);
  expect(action.command).toBeUndefined();
  const value = "# responses-ignore keyword-inside-word: $0\n";
  expect(action.edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: URI, version: 1 },
        edits: [{ range: at(0, 0), snippet: { kind: "snippet", value } }],
      },
    ],
  });
  expect(await server.end()).toBe(0);
});

test("any other client gets the text, and the cursor by a command if it can show a place", async () => {
  const server = await begin({
    textDocument: { codeAction: LITERALS },
    window: { showDocument: { support: true } },
  });
  const shown: ShowDocumentParams[] = [];
  server.connection.onRequest("window/showDocument", (params: ShowDocumentParams) => {
    shown.push(params);
    return { success: true };
  });
  const action = named(await actionsAt(server, at(0, 18)), "Ignore keyword-inside-word");
  const newText = "# responses-ignore keyword-inside-word: \n";
  expect(action.edit).toEqual({ changes: { [URI]: [{ range: at(0, 0), newText }] } });
  await server.connection.sendRequest("workspace/executeCommand", {
    command: action.command?.command,
    arguments: action.command?.arguments,
  });
  expect(shown).toEqual([{ uri: URI, selection: at(0, newText.length - 1), takeFocus: true }]);
  const unknown = server.connection.sendRequest("workspace/executeCommand", {
    command: "responses.invented",
  });
  await expect(unknown).rejects.toMatchObject({ code: -32602 });
  expect(await server.end()).toBe(0);
});

test("a client that does not know actions gets none", async () => {
  const server = await begin({});
  expect(await actionsAt(server, at(0, 3))).toEqual([]);
  expect(await server.end()).toBe(0);
});

test("what takes long is worked out when it is chosen, for the text that it was offered for", async () => {
  const server = await begin(
    {
      textDocument: { codeAction: RESOLVES },
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
    },
    TEXT,
  );
  const offered = named(await actionsAt(server, at(1, 0, 20), ["refactor.extract"]), "Move the rule");
  expect(offered.edit).toBeUndefined();
  const resolved = await server.connection.sendRequest<CodeAction>("codeAction/resolve", offered);
  const created = "file:///nowhere/acme-rules.responses";
  const edit = (newText: string, range: Range): TextEdit => ({ range, newText });
  expect(resolved.edit?.documentChanges).toEqual([
    { kind: "create", uri: created, options: { overwrite: false, ignoreIfExists: false } },
    {
      textDocument: { uri: created, version: null },
      edits: [edit('reject keyword "dup" as Duplicate\n', at(0, 0))],
    },
    { textDocument: { uri: URI, version: 1 }, edits: [edit('include "acme-rules.responses"', at(1, 0, 33))] },
  ]);
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ text: `\n${TEXT}` }],
  });
  const late = server.connection.sendRequest("codeAction/resolve", offered);
  await expect(late).rejects.toMatchObject({ code: -32801 });
  // What no action of the server's has in it comes back as it is.
  for (const data of [undefined, null, 7, { uri: URI, version: 2, change: { kind: "invented" } }]) {
    const action = { title: "x", data };
    expect(await server.connection.sendRequest("codeAction/resolve", action)).toMatchObject({ title: "x" });
  }
  expect(await server.end()).toBe(0);
});

test("a client that cannot make files is not offered to", async () => {
  const server = await begin({ textDocument: { codeAction: LITERALS } });
  const actions = await actionsAt(server, at(0, 0, 20));
  expect(actions.filter(({ title }) => title.endsWith("and include it"))).toEqual([]);
  expect(actions.length).toBeGreaterThan(0);
  expect(await server.end()).toBe(0);
});

test("what is wrong is mended when a file is saved, also by a client that resolves nothing", async () => {
  const server = await begin({ textDocument: { codeAction: LITERALS } }, "success status 2XX\n");
  expect((await actionsAt(server, at(0, 0))).map(({ kind }) => kind)).not.toContain(
    "source.fixAll.responses",
  );
  const [action] = await actionsAt(server, at(0, 0), ["source.fixAll"]);
  expect(action?.edit).toEqual({ changes: { [URI]: [{ range: at(0, 16, 18), newText: "xx" }] } });
  const [preferred] = await actionsAt(server, at(0, 15), ["quickfix"]);
  expect(preferred?.isPreferred).toBe(true);
  expect(await server.end()).toBe(0);
});

test("formatting, of the whole document, ranges and after a line end", async () => {
  const server = await begin({}, "success   status 201\n  reject   status 404\n");
  const textDocument = { uri: URI };
  // What a client says of tabs and blanks makes no difference.
  const options = { tabSize: 8, insertSpaces: false, trimFinalNewlines: true };
  const edits = (method: string, parameters: object) =>
    server.connection.sendRequest<TextEdit[]>(`textDocument/${method}`, {
      textDocument,
      options,
      ...parameters,
    });
  expect(await edits("formatting", {})).toEqual([
    { range: at(0, 7, 10), newText: " " },
    { range: at(1, 0, 11), newText: "reject  " },
  ]);
  const second = [{ range: at(1, 0, 11), newText: "reject  " }];
  expect(await edits("rangeFormatting", { range: at(1, 4, 5) })).toEqual(second);
  expect(await edits("rangesFormatting", { ranges: [at(1, 4, 5), at(1, 7)] })).toEqual(second);
  expect(await edits("onTypeFormatting", { position: { line: 2, character: 0 }, ch: "\n" })).toEqual(second);
  expect(await edits("onTypeFormatting", { position: { line: 2, character: 0 }, ch: "x" })).toEqual([]);
  expect(await server.end()).toBe(0);
});
