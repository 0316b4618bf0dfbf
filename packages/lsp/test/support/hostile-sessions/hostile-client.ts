import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Random } from "@responses/testing/random";
import type { Sent } from "./session-messages.js";

const LAUNCHER = fileURLToPath(new URL("../../../launcher/responses-language-server.mjs", import.meta.url));

/** The server answers within this, also where it has much to analyse on a busy machine; else it never will. */
const LONGEST_WAIT = 120_000;

/** Errors with which a request of the right shape may be answered. (LSP 3.17, LSPErrorCodes; a method that the client was not offered) */
const ALLOWED: ReadonlySet<unknown> = new Set([-32800, -32801, -32802, -32803, -32601, -32602]);

const SERVER_NOTIFICATIONS: ReadonlySet<unknown> = new Set([
  "$/logTrace",
  "$/progress",
  "responses/analysed",
  "textDocument/publishDiagnostics",
  "window/logMessage",
  "window/showMessage",
]);

export type Received = Readonly<Record<string, unknown>>;

/**
 * A client that sends anything, answers anything, and keeps account of all that comes back: of `faults` there must be none.
 */
export class HostileClient {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly faults: string[] = [];
  readonly exited: Promise<number | null>;
  /** Answers that are still to come, by the id as JSON: the codes that are expected, null for any that is allowed. */
  readonly #awaited = new Map<string, (number | null)[]>();
  readonly #listeners = new Set<(message: Received) => void>();
  #output = Buffer.alloc(0);
  #late: string[] = [];
  #wake: () => void = () => {};
  #isGone = false;
  /** How requests of the server are answered; in good order where it is null. */
  random: Random | null = null;

  constructor() {
    this.#process = spawn(process.execPath, [LAUNCHER, "--stdio"]);
    this.#process.stdin.on("error", () => {});
    this.#process.stdout.on("data", (chunk: Buffer) => this.#read(chunk));
    this.#process.stderr
      .setEncoding("utf8")
      .on("data", (text: string) => this.#fault(`on standard error: ${text}`));
    this.exited = new Promise((resolve) => {
      this.#process.once("exit", (code) => {
        this.#isGone = true;
        this.#wake();
        resolve(code);
      });
    });
  }

  send({ content, expected }: Sent): void {
    if (expected.kind === "answer") this.#await(JSON.stringify(expected.id), expected.code);
    if (expected.kind === "error-without-id") this.#await("null", expected.code);
    this.write(content);
  }

  write(content: string): void {
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  notify(method: string, params: unknown): void {
    this.write(JSON.stringify({ jsonrpc: "2.0", method, params }));
  }

  /** Sends a good request and gives its answer; null where the server has gone. */
  async ask(id: string, method: string, params: unknown): Promise<Received | null> {
    return this.#waitFor(
      () => this.write(JSON.stringify({ jsonrpc: "2.0", id, method, params })),
      (message) => message.id === id && message.method === undefined,
    );
  }

  /** Does something and gives the first message of that kind which comes then; null where the server has gone. */
  async #waitFor(begin: () => void, isWanted: (message: Received) => boolean): Promise<Received | null> {
    let found: Received | null = null;
    const listener = (message: Received) => {
      if (found !== null || !isWanted(message)) return;
      found = message;
      this.#wake();
    };
    this.#listeners.add(listener);
    begin();
    await this.#until(() => found !== null, "an answer to a good request");
    this.#listeners.delete(listener);
    return found;
  }

  /** Opens a text and gives the diagnostics that come for that version. */
  async published(uri: string, version: number, open: () => void): Promise<unknown> {
    const isIt = (params: unknown) =>
      typeof params === "object" &&
      params !== null &&
      Reflect.get(params, "uri") === uri &&
      Reflect.get(params, "version") === version;
    const message = await this.#waitFor(
      open,
      ({ method, params }) => method === "textDocument/publishDiagnostics" && isIt(params),
    );
    return message?.params;
  }

  /** Answers what was left without an answer, takes back what is still worked on, and waits until every request has its answer. */
  async settle(): Promise<void> {
    this.random = null;
    for (const late of this.#late.splice(0)) this.write(late);
    for (const [key, codes] of this.#awaited) {
      for (const _ of codes) this.notify("$/cancelRequest", { id: JSON.parse(key) ?? 0 });
    }
    await this.#until(
      () => this.#awaited.size === 0,
      () => `the answers for ${[...this.#awaited.keys()].join(", ")}`,
    );
    this.#awaited.clear();
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }

  async #until(isDone: () => boolean, what: string | (() => string)): Promise<void> {
    let isTooLate = false;
    const timer = setTimeout(() => {
      isTooLate = true;
      this.#wake();
    }, LONGEST_WAIT);
    while (!isDone() && !isTooLate && !this.#isGone) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    clearTimeout(timer);
    if (isDone()) return;
    const missing = typeof what === "string" ? what : what();
    this.#fault(this.#isGone ? `the server has gone before ${missing}` : `${missing} never came`);
  }

  #await(key: string, code: number | null): void {
    this.#awaited.set(key, [...(this.#awaited.get(key) ?? []), code]);
  }

  #fault(fault: string): void {
    this.faults.push(fault.slice(0, 2000));
  }

  /** Everything on standard output must be a message. */
  #read(chunk: Buffer): void {
    this.#output = Buffer.concat([this.#output, chunk]);
    for (;;) {
      const end = this.#output.indexOf("\r\n\r\n");
      if (end === -1) return;
      const header = this.#output.toString("latin1", 0, end);
      const length = Number(/^Content-Length: (\d+)$/.exec(header)?.[1]);
      if (Number.isNaN(length)) {
        this.#fault(`no message: ${this.#output.toString("utf8").slice(0, 200)}`);
        this.#output = Buffer.alloc(0);
        return;
      }
      const start = end + 4;
      if (this.#output.length < start + length) return;
      const content = this.#output.toString("utf8", start, start + length);
      this.#output = this.#output.subarray(start + length);
      this.#take(content);
    }
  }

  #take(content: string): void {
    let message: unknown;
    try {
      message = JSON.parse(content);
    } catch {
      this.#fault(`no JSON: ${content.slice(0, 200)}`);
      return;
    }
    if (!isReceived(message) || message.jsonrpc !== "2.0") {
      this.#fault(`no message: ${content.slice(0, 200)}`);
      return;
    }
    if (message.method === undefined) this.#answer(message);
    else if (message.id === undefined) this.#notification(message);
    else this.#request(message);
    for (const listener of this.#listeners) listener(message);
    this.#wake();
  }

  #answer(message: Received): void {
    const { id, error } = message;
    if ("result" in message === "error" in message)
      this.#fault(`no answer: ${JSON.stringify(message).slice(0, 200)}`);
    const { code, text } = readError(error);
    if (error !== undefined && !/\p{L}{2,}.* .*\p{L}{2,}/u.test(text))
      this.#fault(`an error without a sentence: ${text}`);
    if (code === -32603) this.#fault(`an internal error: ${text}`);
    const key = JSON.stringify(id);
    const expected = this.#awaited.get(key) ?? [];
    if (expected.length === 0) {
      if (typeof id !== "string" || !id.startsWith("probe"))
        this.#fault(`an answer that nobody waits for: ${key}`);
      return;
    }
    // Requests with one id are answered in any order: a code takes the request that wants it, if there is one.
    const exact = expected.findIndex((wanted) => wanted !== null && wanted === code);
    const open = expected.findIndex((wanted) => wanted === null && (code === null || ALLOWED.has(code)));
    const index = exact === -1 ? open : exact;
    if (index === -1)
      this.#fault(`${key} got ${code ?? "a result"} (${text}) in place of ${expected.join(" or ")}`);
    expected.splice(Math.max(index, 0), 1);
    if (expected.length === 0) this.#awaited.delete(key);
  }

  #notification({ method, params }: Received): void {
    if (!SERVER_NOTIFICATIONS.has(method))
      this.#fault(`a notification that no client knows: ${String(method)}`);
    const text = JSON.stringify(params);
    if (method === "window/logMessage" && text.includes("internal fault")) this.#fault(`in the log: ${text}`);
    if (method === "window/logMessage" && text.includes("handler '")) this.#fault(`in the log: ${text}`);
  }

  /** Answers what the server asks: rightly, or at random, some of it late. */
  #request({ id, method }: Received): void {
    const good = { jsonrpc: "2.0", id, result: method === "workspace/configuration" ? [null] : null };
    const { random } = this;
    if (random === null || random.chance(0.4)) {
      this.write(JSON.stringify(good));
      return;
    }
    const bad = random.pick<object>([
      good,
      {
        jsonrpc: "2.0",
        id,
        result: random.pick<unknown>([7, "x", [], {}, [[]], { applied: "yes" }, [{ hover: 7 }]]),
      },
      { jsonrpc: "2.0", id },
      {
        jsonrpc: "2.0",
        id,
        error: random.pick<unknown>([7, {}, { code: -32603, message: "no" }, { code: "x" }]),
      },
    ]);
    if (random.chance(0.3)) this.#late.push(JSON.stringify(bad));
    else this.write(JSON.stringify(bad));
  }
}

function readError(error: unknown): { readonly code: number | null; readonly text: string } {
  if (!isReceived(error)) return { code: null, text: "" };
  const { code, message } = error;
  return {
    code: typeof code === "number" ? code : Number.NaN,
    text: typeof message === "string" ? message : "",
  };
}

function isReceived(value: unknown): value is Received {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
