import { expect, onTestFinished, test } from "vitest";
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeLens,
  ShowDocumentParams,
} from "vscode-languageserver-protocol";
import { applied } from "../support/applied-edit.js";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";
const TEXT = `success json "$.outcome" exact "success"
example 200 '{"outcome":"success"}' is success
`;
const RECORDED = `${TEXT}example made-up 200 '{"outcome":"failed"}' is unmapped\n`;

async function begin(capabilities: ClientCapabilities) {
  const server = new ServerProcess();
  onTestFinished(() => {
    server.process.kill();
  });
  const answer = await server.initialize({ capabilities });
  await server.open(URI, TEXT);
  return { server, commands: answer.capabilities.executeCommandProvider?.commands ?? [] };
}

async function lensesOf(server: ServerProcess): Promise<readonly CodeLens[]> {
  const lenses: CodeLens[] = await server.connection.sendRequest("textDocument/codeLens", {
    textDocument: { uri: URI },
  });
  return lenses.filter(({ command }) => command?.command === "responses.recordGaps");
}

test("the lens's command writes the example, shows it, and the lens goes", async () => {
  const { server, commands } = await begin({
    workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
    window: { showDocument: { support: true } },
  });
  expect(commands).toContain("responses.recordGaps");
  const shown: ShowDocumentParams[] = [];
  server.connection.onRequest("workspace/applyEdit", async ({ edit }: ApplyWorkspaceEditParams) => {
    const text = applied(edit, new Map([[URI, TEXT]]), "utf-16").get(URI) ?? "";
    expect(text).toBe(RECORDED);
    await server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text }],
    });
    return { applied: true };
  });
  server.connection.onRequest("window/showDocument", (params: ShowDocumentParams) => {
    shown.push(params);
    return { success: true };
  });
  const [lens, ...others] = await lensesOf(server);
  expect(others).toEqual([]);
  expect(lens?.range.start).toEqual({ line: 1, character: 0 });
  expect(lens?.command?.title).toBe(
    'No rule would take json "$.outcome" "failed" (add it as a made-up example)',
  );
  const { command = "", arguments: parameters } = lens?.command ?? {};
  await server.connection.sendRequest("workspace/executeCommand", { command, arguments: parameters });
  expect(shown.map(({ selection }) => selection?.start)).toEqual([{ line: 2, character: 0 }]);
  expect(await lensesOf(server)).toEqual([]);
  // Where nothing is left there is nothing to write.
  await server.connection.sendRequest("workspace/executeCommand", { command, arguments: parameters });
  expect(shown).toHaveLength(1);
  await server.end();
});

test("a client that makes no edits that others ask for has neither lens nor command", async () => {
  const { server, commands } = await begin({});
  expect(commands).not.toContain("responses.recordGaps");
  expect(await lensesOf(server)).toEqual([]);
  await server.end();
});
