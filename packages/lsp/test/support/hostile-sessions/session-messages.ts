import type { Random } from "@responses/testing/random";
import { document, NOTIFICATIONS, position, REQUESTS, range } from "./good-requests.js";
import { randomDocument, randomInsertion } from "./hostile-documents.js";
import { placesIn, scrambled, spoiled } from "./spoiled-params.js";

export type Id = string | number;

/** What a message must lead to. */
export type Expected =
  /** One answer with that id: a result or an error of the protocol, where `code` is null; else that error. */
  | { readonly kind: "answer"; readonly id: Id; readonly code: number | null }
  /** One error with that code that says of no request whose it is. */
  | { readonly kind: "error-without-id"; readonly code: number }
  | { readonly kind: "nothing" };

export interface Sent {
  readonly content: string;
  readonly expected: Expected;
}

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;
const NOT_INITIALIZED = -32002;

/** In which part of a conversation messages are sent. */
export type Phase = "before-initialize" | "running" | "after-shutdown";

/** Random messages, good and bad, each with what it must lead to. */
export class SessionMessages {
  readonly #random: Random;
  readonly #phase: Phase;
  readonly #ids: Id[] = [];
  #version = 1;

  constructor(random: Random, phase: Phase) {
    this.#random = random;
    this.#phase = phase;
  }

  /** So many messages; the first opens a document. */
  make(count: number): readonly Sent[] {
    return Array.from({ length: count }, (_, index) =>
      index === 0 ? this.#note("textDocument/didOpen", this.#opening()) : this.#next(),
    );
  }

  #next(): Sent {
    const random = this.#random;
    const kind = random.integer(0, 99);
    if (kind < 10) return this.#noteMaybe("textDocument/didOpen", this.#opening());
    if (kind < 25) return this.#noteMaybe("textDocument/didChange", this.#change());
    if (kind < 35) {
      const method = random.pick(Object.keys(NOTIFICATIONS));
      return this.#noteMaybe(method, NOTIFICATIONS[method]?.(random) ?? {});
    }
    if (kind < 41)
      return this.#note("$/cancelRequest", { id: random.pick([...this.#ids, 7, "never", 2 ** 60, null]) });
    if (kind < 47) return this.#noMessage();
    if (kind < 51)
      return this.#request(
        random.pick(["textDocument/invented", "$/invented", "", "__proto__", "\0\n"]),
        {},
        METHOD_NOT_FOUND,
      );
    if (kind < 53) return this.#initialization();
    const method = random.pick(Object.keys(REQUESTS));
    const params = REQUESTS[method]?.(random) ?? {};
    if (kind < 75) return this.#request(method, params, null);
    if (kind < 90) return this.#request(method, spoiled(params, random), INVALID_PARAMS);
    return this.#request(method, scrambled(params, random), null);
  }

  /** Too late, or too bad to begin anything. */
  #initialization(): Sent {
    const good = { processId: null, rootUri: null, capabilities: {} };
    if (this.#phase !== "before-initialize") return this.#request("initialize", good, INVALID_REQUEST);
    const bad = this.#random.pick<object>([
      { capabilities: 7 },
      { processId: "x" },
      { processId: -1 },
      { processId: 1.5 },
      { rootUri: 7 },
      { rootUri: "nowhere" },
      { workspaceFolders: {} },
      { workspaceFolders: [{ uri: "x" }] },
      { clientInfo: { name: null } },
      { trace: {} },
    ]);
    return this.#request("initialize", this.#random.chance(0.1) ? null : { ...good, ...bad }, INVALID_PARAMS);
  }

  #opening(): object {
    const text = randomDocument(this.#random);
    return {
      textDocument: { ...document(this.#random), languageId: "responses", version: ++this.#version, text },
    };
  }

  #change(): object {
    const random = this.#random;
    const contentChanges = random.several(1, 3, () => {
      const text = randomInsertion(random);
      if (random.chance(0.1)) return { text };
      return {
        range: random.chance(0.1) ? { start: position(random), end: position(random) } : range(random),
        text,
      };
    });
    return { textDocument: { ...document(random), version: ++this.#version }, contentChanges };
  }

  #note(method: string, params: unknown): Sent {
    return { content: JSON.stringify({ jsonrpc: "2.0", method, params }), expected: { kind: "nothing" } };
  }

  /** Good, or bad in a way that is passed over. */
  #noteMaybe(method: string, params: object): Sent {
    const random = this.#random;
    if (random.chance(0.7)) return this.#note(method, params);
    if (placesIn(params).length > 0 && random.chance(0.6)) return this.#note(method, spoiled(params, random));
    return this.#note(method, scrambled(params, random));
  }

  #request(method: string, params: unknown, code: number | null): Sent {
    const id = this.#id();
    return {
      content: JSON.stringify({ jsonrpc: "2.0", id, method, params }),
      expected: { kind: "answer", id, code: this.#codeInPhase(method, code) },
    };
  }

  /** What the protocol says of all requests before and after. */
  #codeInPhase(method: string, code: number | null): number | null {
    switch (this.#phase) {
      case "before-initialize":
        return method === "initialize" ? code : NOT_INITIALIZED;
      case "running":
        return code;
      case "after-shutdown":
        return INVALID_REQUEST;
    }
  }

  /** Mostly a new one; sometimes one of a request that may have no answer yet. */
  #id(): Id {
    const random = this.#random;
    const known = this.#ids.length > 0 && random.chance(0.1) ? random.pick(this.#ids) : null;
    const id =
      known ??
      random.pick<Id>([
        this.#ids.length,
        `${this.#ids.length}`,
        `id ${this.#ids.length}`,
        -this.#ids.length,
        2 ** 50 + this.#ids.length,
        "",
        "\0",
        "__proto__",
      ]);
    this.#ids.push(id);
    return id;
  }

  /** What is no message of the protocol. */
  #noMessage(): Sent {
    const random = this.#random;
    const method = JSON.stringify(random.pick(Object.keys(REQUESTS)));
    const id = this.#id();
    const [content, expected] = random.pick<readonly [string, Expected]>([
      ["{", { kind: "error-without-id", code: PARSE_ERROR }],
      ["", { kind: "error-without-id", code: PARSE_ERROR }],
      ["\0", { kind: "error-without-id", code: PARSE_ERROR }],
      ["[".repeat(random.integer(1, 50_000)), { kind: "error-without-id", code: PARSE_ERROR }],
      ["[]", { kind: "error-without-id", code: INVALID_REQUEST }],
      ["null", { kind: "error-without-id", code: INVALID_REQUEST }],
      ["1e999", { kind: "error-without-id", code: INVALID_REQUEST }],
      [`[{"jsonrpc":"2.0","id":1,"method":${method}}]`, { kind: "error-without-id", code: INVALID_REQUEST }],
      [`{"jsonrpc":"2.0","id":null,"method":${method}}`, { kind: "error-without-id", code: INVALID_REQUEST }],
      [`{"jsonrpc":"2.0","id":0.5,"method":${method}}`, { kind: "error-without-id", code: INVALID_REQUEST }],
      [
        `{"jsonrpc":"2.0","id":1e999,"method":${method}}`,
        { kind: "error-without-id", code: INVALID_REQUEST },
      ],
      [`{"jsonrpc":"2.0","id":[],"method":${method}}`, { kind: "error-without-id", code: INVALID_REQUEST }],
      [
        JSON.stringify({ jsonrpc: "2.0", id, method: random.pick([7, null, [], {}]) }),
        { kind: "answer", id, code: INVALID_REQUEST },
      ],
      [JSON.stringify({ jsonrpc: "2.0", id }), { kind: "answer", id, code: INVALID_REQUEST }],
      [JSON.stringify({ id, method: "textDocument/hover" }), { kind: "answer", id, code: INVALID_REQUEST }],
      [JSON.stringify({ jsonrpc: "2.0", id, result: 7 }), { kind: "nothing" }],
      [JSON.stringify({ jsonrpc: "2.0", id, error: "no" }), { kind: "nothing" }],
      [JSON.stringify({ jsonrpc: "2.0", id: {}, result: null }), { kind: "nothing" }],
      [JSON.stringify({ jsonrpc: "2.0", method: 7 }), { kind: "nothing" }],
      [JSON.stringify({ jsonrpc: "2.0" }), { kind: "nothing" }],
    ]);
    return { content, expected };
  }
}
