import { expect, test } from "vitest";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";

test("a whole conversation: findings, an edit, a hover, the end", async () => {
  const server = new ServerProcess();
  const { capabilities, serverInfo } = await server.initialize();
  expect(serverInfo?.name).toBe("responses");
  expect(capabilities.hoverProvider).toBe(true);
  await server.open(URI, 'success keyword "valid"\nexample 200 "valid" is success\n');
  const { diagnostics } = await server.diagnosticsFor(URI, 1);
  expect(diagnostics.map(({ code }) => code)).toEqual(["keyword-inside-word"]);
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [
      { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 15 } }, text: "exact" },
    ],
  });
  expect((await server.diagnosticsFor(URI, 2)).diagnostics).toEqual([]);
  const hover = await server.connection.sendRequest("textDocument/hover", {
    textDocument: { uri: URI },
    position: { line: 0, character: 2 },
  });
  expect(hover).not.toBeNull();
  expect(await server.end()).toBe(0);
  expect(server.stderr).toBe("");
});
