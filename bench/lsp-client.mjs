import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { COMPLETION_ITEM, HOVER } from "./shown-by-editors.mjs";

/** The address of the one document that a server is measured with. */
const URI = "file:///benchmark/benchmark.responses";

/** A server in a process of its own, spoken to as an editor does. */
export class ServerUnderTest {
  #version = 0;
  /** @type {Map<number, () => void>} */
  #waiting = new Map();

  /** @param {readonly string[]} args what Node is called with */
  constructor(args) {
    const heap = fileURLToPath(new URL("lsp-heap.mjs", import.meta.url));
    this.process = spawn(process.execPath, ["--expose-gc", "--import", heap, ...args]);
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", ({ version }) => {
      this.#waiting.get(version)?.();
      this.#waiting.delete(version);
    });
    this.connection.onRequest(() => null);
    this.connection.listen();
  }

  async initialize() {
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          hover: HOVER,
          completion: { completionItem: COMPLETION_ITEM },
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
        },
      },
    });
    await this.connection.sendNotification("initialized", {});
  }

  /**
   * Opens the document; gives the milliseconds until its diagnostics are there.
   *
   * @param {string} text
   */
  open(text) {
    return this.#untilDiagnostics((version) =>
      this.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: URI, languageId: "responses", version, text },
      }),
    );
  }

  /**
   * Replaces a stretch of the document; gives the milliseconds until the diagnostics of the new text are there.
   *
   * @param {{ line: number, character: number }} start
   * @param {{ line: number, character: number }} end
   * @param {string} text
   */
  edit(start, end, text) {
    return this.#untilDiagnostics((version) =>
      this.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: URI, version },
        contentChanges: [{ range: { start, end }, text }],
      }),
    );
  }

  /**
   * Milliseconds that a request about a place takes.
   *
   * @param {"textDocument/hover" | "textDocument/completion"} method
   * @param {{ line: number, character: number }} position
   */
  async ask(method, position) {
    const start = performance.now();
    await this.connection.sendRequest(method, { textDocument: { uri: URI }, position });
    return performance.now() - start;
  }

  /**
   * Asks about a place and cancels at once; gives the milliseconds until the answer that it is cancelled.
   *
   * @param {{ line: number, character: number }} position
   */
  async cancel(position) {
    const source = new CancellationTokenSource();
    const parameters = { textDocument: { uri: URI }, position };
    const answer = this.connection.sendRequest("textDocument/hover", parameters, source.token);
    const start = performance.now();
    source.cancel();
    await answer.catch(() => {});
    return performance.now() - start;
  }

  /** Megabytes of heap after collecting garbage. */
  async heap() {
    const answer = once(this.process.stderr, "data");
    this.process.kill("SIGUSR2");
    const [bytes] = await answer;
    return Number(/heap (\d+)/.exec(String(bytes))?.[1]) / 2 ** 20;
  }

  async end() {
    const exit = once(this.process, "exit");
    this.connection.dispose();
    this.process.kill();
    await exit;
  }

  /** @param {(version: number) => unknown} send */
  #untilDiagnostics(send) {
    const version = ++this.#version;
    const start = performance.now();
    return new Promise((resolve) => {
      this.#waiting.set(version, () => resolve(performance.now() - start));
      send(version);
    });
  }
}
