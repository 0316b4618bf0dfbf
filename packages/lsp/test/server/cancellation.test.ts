import { expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/large.responses";

/** A file that takes a good while to analyse. */
function largeText(rules: number): string {
  const lines = Array.from(
    { length: rules },
    (_, n) => `reject keyword "reason ${n} of many" as "Reason ${n}"`,
  );
  const examples = Array.from(
    { length: rules / 10 },
    (_, n) => `example 200 "for reason ${n} of many" is reject`,
  );
  return `success status 201\n${lines.join("\n")}\n${examples.join("\n")}\n`;
}

const HOVER = { textDocument: { uri: URI }, position: { line: 20, character: 2 } };

test("a cancelled request is answered before the analysis that it waits for has ended", async () => {
  const server = new ServerProcess();
  await server.initialize();
  await server.open(URI, largeText(10_000));
  const source = new CancellationTokenSource();
  const order: string[] = [];
  const hover = server.connection.sendRequest("textDocument/hover", HOVER, source.token).then(
    () => order.push("hover"),
    (error: { code?: number }) => order.push(`cancelled ${error.code}`),
  );
  const published = server.diagnosticsFor(URI, 1).then(() => order.push("diagnostics"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  source.cancel();
  await Promise.all([hover, published]);
  expect(order).toEqual(["cancelled -32800", "diagnostics"]);
  expect(await server.end()).toBe(0);
});

test("a request about a text that has changed meanwhile is dropped, and only the last version is published", async () => {
  const server = new ServerProcess();
  await server.initialize();
  const versions: unknown[] = [];
  server.connection.onNotification("textDocument/publishDiagnostics", (params: { version?: number }) => {
    versions.push(params.version);
  });
  await server.open(URI, largeText(5_000));
  const hover = server.connection.sendRequest("textDocument/hover", HOVER).then(
    () => "answered",
    (error: { code?: number }) => error.code,
  );
  for (let version = 2; version <= 6; version++) {
    await server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version },
      contentChanges: [
        {
          range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
          text: `# ${version}\n`,
        },
      ],
    });
  }
  expect(await hover).toBe(-32801);
  const last = await server.connection.sendRequest("textDocument/hover", HOVER);
  expect(last).not.toBeNull();
  expect(versions.at(-1)).toBe(6);
  expect(await server.end()).toBe(0);
});
