import { expect, test } from "vitest";
import type {
  CompletionItem,
  CompletionList,
  InitializeParams,
  SignatureHelp,
} from "vscode-languageserver-protocol";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";

const TEXT = `reject json "$.result" exact ""
example 200 '{"result":"sold"}' is success
example 200 '{"result":"duplicate"}' is reject
reject `;

const AT_THE_END = { line: 3, character: 7 };

/** Between the quotes of the first line. */
const INSIDE = { line: 0, character: 30 };

async function started(params: Partial<InitializeParams>): Promise<ServerProcess> {
  const server = new ServerProcess();
  const { capabilities } = await server.initialize(params);
  expect(capabilities.completionProvider?.triggerCharacters).toContain("$");
  expect(capabilities.signatureHelpProvider?.triggerCharacters).toContain(" ");
  await server.open(URI, TEXT);
  return server;
}

const complete = (server: ServerProcess, position = INSIDE) =>
  server.connection.sendRequest<CompletionList | null>("textDocument/completion", {
    textDocument: { uri: URI },
    position,
  });

test("a client that asks lazily gets documentation of the item that somebody looks at", async () => {
  const completionItem = {
    snippetSupport: true,
    documentationFormat: ["markdown" as const],
    resolveSupport: { properties: ["documentation"] },
  };
  const server = await started({ capabilities: { textDocument: { completion: { completionItem } } } });
  const list = await complete(server);
  expect(list?.items.map(({ label }) => label)).toEqual(["duplicate", "sold"]);
  const [first] = list?.items ?? [];
  expect(first?.documentation).toBeUndefined();
  // An answer in between changes nothing.
  await complete(server, AT_THE_END);
  const resolved = await server.connection.sendRequest<CompletionItem>("completionItem/resolve", first);
  expect(resolved.documentation).toEqual({ kind: "markdown", value: "In 1 example: 1 × reject." });
  const unknown = { label: "x", data: [99, "?"] };
  expect(await server.connection.sendRequest("completionItem/resolve", unknown)).toEqual(unknown);
  expect(await server.end()).toBe(0);
});

test("a bare client gets plain text, and documentation at once", async () => {
  const server = await started({ capabilities: {} });
  const list = await complete(server, AT_THE_END);
  const json = list?.items.find(({ label }) => label === "json");
  expect(json?.insertTextFormat).toBeUndefined();
  expect(json?.textEdit).toMatchObject({ newText: "json" });
  expect(json?.documentation).toMatchObject({ kind: "plaintext" });
  expect(list?.items.every(({ command }) => command === undefined)).toBe(true);
  expect(await server.end()).toBe(0);
});

test("a client with a command for it is asked to go on suggesting behind a word", async () => {
  const server = await started({
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    initializationOptions: { suggestCommand: "editor.action.triggerSuggest" },
  });
  const list = await complete(server, AT_THE_END);
  const not = list?.items.find(({ label }) => label === "not");
  expect(not?.command?.command).toBe("editor.action.triggerSuggest");
  expect(await server.end()).toBe(0);
});

test("the form of what is being written", async () => {
  const server = await started({ capabilities: {} });
  const help = await server.connection.sendRequest<SignatureHelp>("textDocument/signatureHelp", {
    textDocument: { uri: URI },
    position: INSIDE,
  });
  const active = help.signatures[help.activeSignature ?? 0];
  expect(active?.label).toBe("json PATH keyword|word|exact TEXT, …");
  expect(active?.parameters?.[help.activeParameter ?? 0]?.label).toBe("TEXT, …");
  expect(await server.end()).toBe(0);
});
