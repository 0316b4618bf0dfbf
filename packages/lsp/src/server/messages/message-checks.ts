import { quoted } from "@responses/dsl/editor";
import { ErrorCodes, type Message } from "vscode-languageserver";
import { UNREADABLE } from "../../platform/message-decoder.js";
import { memberOf } from "../client/member-of.js";
import { withFittingCapabilities } from "./capability-shape.js";
import { COMMANDS, NOTIFICATIONS, REQUESTS } from "./message-shapes.js";
import { isTooDeep, MOST_LEVELS } from "./nesting.js";
import { isRecord, misfitOf } from "./shape.js";

/** How a client calls a request. */
type Id = string | number;

/** What is done with a message. */
export type Verdict =
  /** It reaches the handlers, in that form. */
  | { readonly kind: "handled"; readonly message: Message }
  /** It is a request that gets this error; `id` is null where it has none that could be read. */
  | { readonly kind: "refused"; readonly id: Id | null; readonly code: number; readonly reason: string }
  /** It is passed over; a client that is listening gets to know why. */
  | { readonly kind: "ignored"; readonly reason: string | null };

/**
 * Says of every message of a client whether it is one that the protocol allows then, and has the shape that handlers rely on: all that come
 * to them need not look at types. (LSP 3.17: base protocol, lifecycle messages)
 *
 * Requests get a number of their own, since what lies behind would lose one of two with the same id; `answered` gives the client's back.
 */
export class MessageChecks {
  #life: "new" | "running" | "shut-down" = "new";
  #count = 0;
  /** The requests that have no answer yet. */
  readonly #open = new Map<number, Id>();
  /** Those of them that the client has taken back. */
  readonly #cancelled = new Set<number>();

  /** Whether the client may get messages that are no answers. */
  get isRunning(): boolean {
    return this.#life === "running";
  }

  received(message: unknown): Verdict {
    if (message === UNREADABLE) return refused(null, ErrorCodes.ParseError, "the message is no JSON");
    if (!isRecord(message)) return invalid(null, "a message must be an object");
    const { method, id } = message;
    if (message.jsonrpc !== "2.0") {
      const reason = 'the member jsonrpc must be "2.0"';
      return id === undefined ? { kind: "ignored", reason } : invalid(isId(id) ? id : null, reason);
    }
    if (method === undefined && ("result" in message || "error" in message)) return response(message);
    if (id === undefined) return this.#notification(method, message);
    if (!isId(id)) return invalid(null, "the id of a request must be a text or a whole number");
    if (typeof method !== "string") return invalid(id, "the method of a request must be a text");
    return this.#request(id, method, message.params);
  }

  /** An answer as it is sent: with the id that the client knows. Everything else is sent as it is. */
  answered(message: Message): Message {
    const number = "method" in message ? null : memberOf(message, "id");
    const id = typeof number === "number" ? this.#open.get(number) : undefined;
    if (typeof number !== "number" || id === undefined) return message;
    this.#open.delete(number);
    this.#cancelled.delete(number);
    const answer = { ...message, id };
    return answer;
  }

  #request(id: Id, method: string, params: unknown): Verdict {
    if (this.#life === "new" && method !== "initialize") {
      return refused(id, ErrorCodes.ServerNotInitialized, "the first request must be initialize");
    }
    if (this.#life === "shut-down") return invalid(id, "the server was shut down");
    if (this.#life === "running" && method === "initialize") {
      return invalid(id, "the server is initialized already");
    }
    const shape = REQUESTS.get(method);
    if (shape === undefined) {
      return refused(id, ErrorCodes.MethodNotFound, `the server does not know ${quoted(method)}`);
    }
    const misfit = misfitOf(params, shape, "params") ?? flawOf(method, params);
    if (misfit !== null) return refused(id, ErrorCodes.InvalidParams, `${method}: ${misfit}`);
    if (method === "initialize") this.#life = "running";
    if (method === "shutdown") this.#life = "shut-down";
    const number = ++this.#count;
    this.#open.set(number, id);
    return handled(number, method, params);
  }

  #notification(method: unknown, message: Readonly<Record<string, unknown>>): Verdict {
    if (typeof method !== "string") return ignored("the method of a notification must be a text");
    // Nobody need know all notifications, and all but the last are too early or too late.
    if (this.#life !== "running" && method !== "exit") return ignored(null);
    const shape = NOTIFICATIONS.get(method);
    if (shape === undefined) return ignored(null);
    const { params } = message;
    const misfit = misfitOf(params, shape, "params") ?? flawOf(method, params);
    if (misfit !== null) return ignored(`${method}: ${misfit}`);
    if (method === "$/cancelRequest") return this.#cancellation(isRecord(params) ? params.id : null);
    return handled(null, method, params);
  }

  /**
   * Of requests with the same id the last is meant that is not cancelled yet. What has its answer already, or never was, cannot be. Linear
   * in the requests that are open.
   */
  #cancellation(id: unknown): Verdict {
    const isMeant = ([number, open]: readonly [number, Id]) => open === id && !this.#cancelled.has(number);
    const number = [...this.#open].findLast(isMeant)?.[0];
    if (number === undefined) return ignored(null);
    this.#cancelled.add(number);
    return handled(null, "$/cancelRequest", { id: number });
  }
}

function handled(id: number | null, method: string, params: unknown): Verdict {
  const shown = method === "initialize" ? withFittingCapabilities(params) : params;
  const message = {
    jsonrpc: "2.0",
    ...(id === null ? {} : { id }),
    method,
    // What takes no parameters takes neither a list of them nor null.
    ...(isRecord(shown) ? { params: shown } : {}),
  };
  return { kind: "handled", message };
}

/** What is wrong with parameters beyond the types of their members. */
function flawOf(method: string, params: unknown): string | null {
  if (isTooDeep(params)) return `params must not be nested in more than ${MOST_LEVELS} levels`;
  return method === "workspace/executeCommand" && isRecord(params) ? flawOfCommand(params) : null;
}

function flawOfCommand({ command, arguments: given }: Readonly<Record<string, unknown>>): string | null {
  const shapes = typeof command === "string" ? COMMANDS.get(command) : undefined;
  if (shapes === undefined) return `there is no command ${quoted(String(command))}`;
  const values: readonly unknown[] = Array.isArray(given) ? given : [];
  for (const [index, shape] of shapes.entries()) {
    const misfit = misfitOf(values[index], shape, `params.arguments[${index}]`);
    if (misfit !== null) return misfit;
  }
  return null;
}

/** An answer of the client's; what is neither good nor bad would be waited for without end. */
function response(message: Readonly<Record<string, unknown>>): Verdict {
  const { id, error, result } = message;
  if (!isId(id)) return ignored(null);
  if (error === undefined || error === null) return answer({ id, result: result ?? null });
  const code = isRecord(error) && Number.isInteger(error.code) ? error.code : ErrorCodes.UnknownErrorCode;
  const reason = isRecord(error) && typeof error.message === "string" ? error.message : "no reason was given";
  return answer({ id, error: { code, message: reason } });
}

function answer(members: object): Verdict {
  return { kind: "handled", message: { jsonrpc: "2.0", ...members } };
}

function isId(id: unknown): id is Id {
  return typeof id === "string" || Number.isSafeInteger(id);
}

function ignored(reason: string | null): Verdict {
  return { kind: "ignored", reason };
}

function refused(id: Id | null, code: number, reason: string): Verdict {
  return { kind: "refused", id, code, reason };
}

function invalid(id: Id | null, reason: string): Verdict {
  return refused(id, ErrorCodes.InvalidRequest, reason);
}
