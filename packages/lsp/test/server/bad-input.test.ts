import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ServerProcess } from "../support/server-process.js";

const LAUNCHER = fileURLToPath(new URL("../../launcher/responses-language-server.mjs", import.meta.url));

/** The server with nothing between it and the test. */
class RawServer {
  readonly process: ChildProcessWithoutNullStreams;
  stdout = "";
  stderr = "";

  constructor() {
    this.process = spawn(process.execPath, [LAUNCHER, "--stdio"]);
    this.process.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.stdout += text;
    });
    this.process.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    // A server that has gone reads no more; its exit code tells.
    this.process.stdin.on("error", () => {});
  }

  send(content: string): void {
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  async exitCode(): Promise<unknown> {
    const [code] = await once(this.process, "exit");
    return code;
  }

  /** Waits for a text on standard output. */
  async answered(text: string): Promise<void> {
    while (!this.stdout.includes(text)) await once(this.process.stdout, "data");
  }
}

const INITIALIZE = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { processId: null, rootUri: null, capabilities: {} },
});

test.each([
  ["a length beyond 64 MB", "Content-Length: 67108865\r\n\r\n", "more than the 67108864"],
  ["a length beyond all bounds", `Content-Length: ${"9".repeat(40)}\r\n\r\n`, "more than the 67108864"],
  ["a header without a length", "Content-Type: application/json\r\n\r\n{}", "no Content-Length"],
  ["two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "header of a message cannot be read"],
  ["a line that is no field", "Content-Length: 2\r\ngarbage\r\n\r\n{}", "header of a message cannot be read"],
  ["no header at all", '{"jsonrpc":"2.0"}\n', "does not speak the language server protocol"],
  ["a header without end", `X: ${"x".repeat(10_000)}`, "does not speak the language server protocol"],
])("%s ends the server with a reason on standard error", async (_, bytes, reason) => {
  const server = new RawServer();
  server.process.stdin.write(bytes);
  expect(await server.exitCode()).toBe(1);
  expect(server.stderr).toContain(reason);
  expect(server.stdout).toBe("");
});

test("a broken header after good messages ends it as well, and a length may come in pieces", async () => {
  const server = new RawServer();
  const message = `content-length: ${Buffer.byteLength(INITIALIZE)}\r\nContent-Type: x\r\n\r\n${INITIALIZE}`;
  for (const character of message) server.process.stdin.write(character);
  await server.answered('"serverInfo"');
  server.process.stdin.write("garbage\r\n\r\n");
  expect(await server.exitCode()).toBe(1);
  expect(server.stderr).toContain("language server");
});

test("the client's end of input ends the server", async () => {
  const server = new RawServer();
  server.send(INITIALIZE);
  await server.answered('"serverInfo"');
  server.process.stdin.end();
  expect(await server.exitCode()).toBe(1);
});

test("a client that dies takes its server along, even if its pipes stay open", async () => {
  const client = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const server = new RawServer();
  server.send(INITIALIZE.replace('"processId":null', `"processId":${client.pid}`));
  await server.answered('"serverInfo"');
  client.kill("SIGKILL");
  expect(await server.exitCode()).not.toBe(0);
});

test("requests before initialize, after shutdown and of unknown names get errors; unknown notifications nothing", async () => {
  const server = new ServerProcess();
  const errorOf = (method: string, params: unknown) =>
    server.connection.sendRequest(method, params).then(
      () => null,
      (error: { code?: number }) => error.code,
    );
  const hover = { textDocument: { uri: "file:///a.responses" }, position: { line: 0, character: 0 } };
  expect(await errorOf("textDocument/hover", hover)).toBe(-32002);
  await server.initialize();
  expect(await errorOf("initialize", { processId: null, rootUri: null, capabilities: {} })).toBe(-32600);
  expect(await errorOf("textDocument/inventedRequest", {})).toBe(-32601);
  await server.connection.sendNotification("textDocument/inventedNotification", {});
  await server.connection.sendNotification("$/optional", {});
  // A change and a close of a text that was never opened.
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: "file:///never.responses", version: 3 },
    contentChanges: [{ text: "x" }],
  });
  await server.connection.sendNotification("textDocument/didClose", {
    textDocument: { uri: "file:///never.responses" },
  });
  expect(await server.connection.sendRequest("textDocument/hover", hover)).toBeNull();
  await server.connection.sendRequest("shutdown");
  expect(await errorOf("textDocument/hover", hover)).toBe(-32600);
  const code = server.exitCode();
  await server.connection.sendNotification("exit");
  expect(await code).toBe(0);
});
