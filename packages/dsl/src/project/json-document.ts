import type { Span } from "../text/span.js";

/** A JSON value and where it stands, so that what is wrong with it can be shown at its place. */
export type JsonNode =
  | { readonly kind: "object"; readonly members: readonly JsonMember[]; readonly span: Span }
  | { readonly kind: "array"; readonly items: readonly JsonNode[]; readonly span: Span }
  | { readonly kind: "string"; readonly text: string; readonly span: Span }
  /** A number, `true`, `false` or `null`: nothing that a project file has a use for. */
  | { readonly kind: "other"; readonly span: Span };

export interface JsonMember {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: JsonNode;
}

/** What is wrong with a project file, and where. */
export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
}

export type JsonDocument =
  | { readonly kind: "value"; readonly value: JsonNode }
  | { readonly kind: "fault"; readonly problem: ConfigProblem };

/** Deeper than any project file; a bound keeps a hostile one from exhausting the stack. */
const DEEPEST = 32;

/** Reads JSON (RFC 8259), keeping places. Stops at the first fault; never throws. */
export function readJsonDocument(text: string): JsonDocument {
  const reader = new JsonReader(text);
  const value = reader.readDocument();
  return reader.problem !== null || value === null
    ? {
        kind: "fault",
        problem: reader.problem ?? { message: "there is nothing in it", span: { start: 0, end: 0 } },
      }
    : { kind: "value", value };
}

/** Every method gives null after it has noted a problem. */
class JsonReader {
  problem: ConfigProblem | null = null;
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith("\ufeff") ? 1 : 0;
  }

  readDocument(): JsonNode | null {
    const value = this.#value(0);
    if (value === null) return null;
    this.#skipSpace();
    return this.#at < this.#text.length
      ? this.#fault("the text goes on after its end; delete the rest")
      : value;
  }

  #value(depth: number): JsonNode | null {
    if (depth > DEEPEST) return this.#fault(`more than ${DEEPEST} values are inside one another`);
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      case undefined:
        return this.#fault("the text ends where a value is missing");
      default:
        return this.#other();
    }
  }

  #object(depth: number): JsonNode | null {
    const start = this.#at;
    const members: JsonMember[] = [];
    const complete = this.#list("}", () => {
      if (this.#text[this.#at] !== '"')
        return this.#fault('a name in double quotes is missing, as in "severity": …');
      const name = this.#string();
      if (name === null) return null;
      this.#skipSpace();
      if (this.#text[this.#at] !== ":") return this.#fault("a colon is missing after the name");
      this.#at++;
      const value = this.#value(depth + 1);
      if (value === null) return null;
      members.push({ name: name.text, nameSpan: name.span, value });
      return value;
    });
    return complete ? { kind: "object", members, span: { start, end: this.#at } } : null;
  }

  #array(depth: number): JsonNode | null {
    const start = this.#at;
    const items: JsonNode[] = [];
    const complete = this.#list("]", () => {
      const item = this.#value(depth + 1);
      if (item !== null) items.push(item);
      return item;
    });
    return complete ? { kind: "array", items, span: { start, end: this.#at } } : null;
  }

  /** What stands between brackets, with commas; whether all of it could be read. */
  #list(close: string, readItem: () => JsonNode | null): boolean {
    this.#at++;
    this.#skipSpace();
    for (let isFirst = true; this.#text[this.#at] !== close; isFirst = false) {
      if (!isFirst) {
        if (this.#text[this.#at] !== ",") {
          this.#fault(
            this.#at < this.#text.length ? "a comma is missing here" : `the text ends before its ${close}`,
          );
          return false;
        }
        this.#at++;
        this.#skipSpace();
        if (this.#text[this.#at] === close) {
          this.#fault("a comma must be followed by another value; delete it");
          return false;
        }
      }
      if (readItem() === null) return false;
      this.#skipSpace();
    }
    this.#at++;
    return true;
  }

  #string(): Extract<JsonNode, { kind: "string" }> | null {
    const start = this.#at;
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"' && this.#text[end] !== "\n") {
      end += this.#text[end] === "\\" ? 2 : 1;
    }
    if (this.#text[end] !== '"') return this.#fault("the text in quotes is not closed");
    const span = { start, end: end + 1 };
    const text = parsed(this.#text.slice(span.start, span.end));
    if (typeof text !== "string")
      return this.#fault("the text in quotes has an escape or a character that JSON forbids", span);
    this.#at = span.end;
    return { kind: "string", text, span };
  }

  #other(): JsonNode | null {
    const start = this.#at;
    let end = start;
    while (/[\w+.-]/.test(this.#text.charAt(end))) end++;
    const span = { start, end: Math.max(end, start + 1) };
    if (parsed(this.#text.slice(start, end)) === undefined)
      return this.#fault("this is no JSON value; texts need double quotes", span);
    this.#at = end;
    return { kind: "other", span };
  }

  #skipSpace(): void {
    while (/[ \t\r\n]/.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #fault(
    message: string,
    span: Span = { start: this.#at, end: Math.min(this.#at + 1, this.#text.length) },
  ): null {
    const isComment = this.#text.startsWith("//", this.#at) || this.#text.startsWith("/*", this.#at);
    this.problem ??= { message: isComment ? "JSON has no comments; delete it" : message, span };
    return null;
  }
}

/** The value of a JSON text; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
