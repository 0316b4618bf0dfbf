import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const LAUNCHER = fileURLToPath(new URL("../../launcher/responses-language-server.mjs", import.meta.url));

/** The built server in a process of its own, and a real protocol client that speaks with it. */
export class ServerProcess {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** The diagnostics that were published last, by URI. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  #stderr = "";

  /** @param env variables of the environment besides those that there are, or in their places */
  constructor(env: Readonly<Record<string, string>> = {}) {
    this.process = spawn(process.execPath, [LAUNCHER, "--stdio"], {
      stdio: "pipe",
      env: { ...process.env, ...env },
    });
    const { stdin, stdout, stderr } = this.process;
    if (stdin === null || stdout === null || stderr === null) throw new Error("no pipes");
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr += text;
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
    });
    this.connection.listen();
  }

  /** What the server wrote to standard error. */
  get stderr(): string {
    return this.#stderr;
  }

  async initialize(params: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      ...params,
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "responses", version, text },
    });
  }

  /** The diagnostics that were published for a version of a document, undefined for none, as soon as they are there. */
  async diagnosticsFor(uri: string, version: number | undefined): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const known = this.published.get(uri);
      if (known !== undefined && known.version === version) return known;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Ends the conversation as the protocol wants it; gives the exit code. */
  async end(): Promise<number | null> {
    const code = this.exitCode();
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return code;
  }

  /** The code with which the process ends; null if a signal ends it. */
  exitCode(): Promise<number | null> {
    return new Promise((resolve) => {
      this.process.once("exit", (code) => {
        this.connection.dispose();
        resolve(code);
      });
    });
  }
}
