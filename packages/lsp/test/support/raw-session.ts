import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { StreamMessageReader } from "vscode-languageserver-protocol/node";

const LAUNCHER = fileURLToPath(new URL("../../launcher/responses-language-server.mjs", import.meta.url));

/** What came from the server. */
export interface RawMessage {
  readonly jsonrpc?: string;
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The built server, and a client that can write any message: no library stands between, which would write good ones only. */
export class RawSession {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly exitCode: Promise<number | null>;
  /** What has come and nobody has taken. */
  #messages: RawMessage[] = [];
  /** Who waits for one of them. */
  #waiting: (() => void)[] = [];
  #count = 0;
  stderr = "";

  constructor() {
    this.#process = spawn(process.execPath, [LAUNCHER, "--stdio"]);
    this.#process.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    this.exitCode = new Promise((resolve) => this.#process.once("exit", resolve));
    new StreamMessageReader(this.#process.stdout).listen((message) => {
      this.#messages.push(message);
      for (const goOn of this.#waiting.splice(0)) goOn();
    });
  }

  /** Sends a content as it is, with its length in front. */
  write(content: string): void {
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  notify(method: string, params: unknown): void {
    this.write(JSON.stringify({ jsonrpc: "2.0", method, params }));
  }

  /** Sends a request; gives its answer, whatever that is. */
  async request(method: string, params: unknown): Promise<RawMessage> {
    const id = `request ${++this.#count}`;
    this.write(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    return this.next((message) => message.id === id);
  }

  async initialize(capabilities: object = {}): Promise<RawMessage> {
    const answer = await this.request("initialize", { processId: process.pid, rootUri: null, capabilities });
    this.notify("initialized", {});
    return answer;
  }

  /** The next line of the log that has a text in it. */
  async logged(text: string): Promise<string> {
    const isIt = ({ method, params }: RawMessage) =>
      method === "window/logMessage" && JSON.stringify(params).includes(JSON.stringify(text).slice(1, -1));
    return JSON.stringify((await this.next(isIt)).params);
  }

  /** Takes the first message of that kind, as soon as there is one. */
  async next(isWanted: (message: RawMessage) => boolean): Promise<RawMessage> {
    for (;;) {
      const found = this.#messages.find(isWanted);
      if (found !== undefined) {
        this.#messages = this.#messages.filter((message) => message !== found);
        return found;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Ends the conversation as the protocol wants it; gives the exit code. */
  async end(): Promise<number | null> {
    await this.request("shutdown", undefined);
    this.notify("exit", undefined);
    return this.exitCode;
  }
}
