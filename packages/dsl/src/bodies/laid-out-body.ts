import { blankEnd } from "../runtime/blank-end.js";
import { jsonFault } from "../runtime/json-field.js";
import { scanXml, type XmlListener } from "../runtime/xml-scanner.js";
import { SourceText } from "../text/source-text.js";
import { bodyKindOf } from "./body-kind.js";

/** A body as a person reads it: a value or an element a line, indented. */
export interface LaidOutBody {
  readonly source: SourceText;
  /** Where an offset of the body is in that; both in UTF-16 units. */
  offsetOf(offset: number): number;
}

/** What stands in the place of the white space between two offsets of the body. */
interface Break {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** Longer bodies stay as they are, and so do those that somebody has laid out. */
const LONGEST = 200_000;
const LONGEST_LINE = 120;

/**
 * JSON or XML with a line for each value and element; null for a body of another form, one that is read as neither, is
 * short or has lines already. Nothing but white space that means nothing is changed. Linear: from 20 levels on, lines go in no further.
 */
export function layOutBody(body: string): LaidOutBody | null {
  if (body.length > LONGEST || body.length < SHORTEST || hasShortLines(body)) return null;
  const kind = bodyKindOf(body);
  const breaks =
    kind === "json" && jsonFault(body) === null ? jsonBreaks(body) : kind === "xml" ? xmlBreaks(body) : [];
  return breaks.length === 0 ? null : withBreaks(body, breaks);
}

/** A shorter one is seen at a glance. */
const SHORTEST = 40;

function hasShortLines(body: string): boolean {
  const lines = body.trim().split(/\r\n|\r|\n/);
  return lines.length > 1 && lines.every(({ length }) => length <= LONGEST_LINE);
}

function withBreaks(body: string, breaks: readonly Break[]): LaidOutBody {
  let text = "";
  let at = 0;
  /** Where stretches begin that stay, in the body and as it is laid out. */
  const stretches: { readonly start: number; readonly shown: number }[] = [{ start: 0, shown: 0 }];
  for (const { from, to, inserted } of breaks) {
    text += body.slice(at, from) + inserted;
    at = to;
    stretches.push({ start: at, shown: text.length });
  }
  text += body.slice(at);
  const offsetOf = (offset: number): number => {
    let low = 0;
    let high = stretches.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.start ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    const { start, shown } = stretches[low] ?? { start: 0, shown: 0 };
    const next = stretches[low + 1]?.shown ?? text.length;
    return Math.min(shown + offset - start, next);
  };
  return { source: new SourceText(text), offsetOf };
}

const INDENT = "  ";
const DEEPEST = 20;

/** Begins a line at a depth. */
function lineAt(depth: number): string {
  return `\n${INDENT.repeat(Math.min(depth, DEEPEST))}`;
}

/** In a body that is JSON. What is empty stays together. */
function jsonBreaks(body: string): readonly Break[] {
  const breaks: Break[] = [];
  let depth = 0;
  const lineFrom = (from: number) => {
    breaks.push({ from, to: blankEnd(body, from), inserted: lineAt(depth) });
  };
  for (let at = blankEnd(body, 0); at < body.length; at++) {
    const character = body.charAt(at);
    if (character === '"') at = stringEnd(body, at);
    else if (character === "{" || character === "[") {
      const next = blankEnd(body, at + 1);
      if (isClosing(body.charAt(next))) breaks.push({ from: at + 1, to: next, inserted: "" });
      else {
        depth++;
        lineFrom(at + 1);
      }
      at = next - 1;
      if (isClosing(body.charAt(next))) at = next;
    } else if (character === ",") {
      lineFrom(at + 1);
      at = blankEnd(body, at + 1) - 1;
    } else if (character === ":") {
      breaks.push({ from: at + 1, to: blankEnd(body, at + 1), inserted: " " });
    } else if (isClosing(character)) {
      depth--;
      let from = at;
      while (isBlank(body.charAt(from - 1))) from--;
      breaks.push({ from, to: at, inserted: lineAt(depth) });
    }
  }
  return breaks;
}

function isClosing(character: string): boolean {
  return character === "}" || character === "]";
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}

/** The closing quote of the string that begins at `start`. */
function stringEnd(body: string, start: number): number {
  let at = start + 1;
  while (at < body.length && body.charAt(at) !== '"') at += body.charAt(at) === "\\" ? 2 : 1;
  return at;
}

interface Element {
  readonly start: number;
  readonly depth: number;
  readonly children: Element[];
  contentEnd: number;
  hasText: boolean;
}

/** Between elements that have no text beside them. */
function xmlBreaks(body: string): readonly Break[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const listener: XmlListener = {
    opens(_name, start) {
      const element = { start, depth: open.length, children: [], contentEnd: 0, hasText: false };
      open.at(-1)?.children.push(element);
      all.push(element);
      open.push(element);
    },
    attribute() {},
    content() {},
    text(start, end) {
      const innermost = open.at(-1);
      if (innermost !== undefined && body.slice(start, end).trim() !== "") innermost.hasText = true;
    },
    cdata() {
      const innermost = open.at(-1);
      if (innermost !== undefined) innermost.hasText = true;
    },
    closes(contentEnd) {
      const closed = open.pop();
      if (closed !== undefined) closed.contentEnd = contentEnd;
    },
  };
  if (scanXml(body, listener) !== null) return [];
  const places: { readonly at: number; readonly depth: number }[] = [];
  const [root] = all;
  if (root !== undefined && body.slice(0, root.start).trim() !== "")
    places.push({ at: root.start, depth: 0 });
  for (const { children, hasText, depth, contentEnd } of all) {
    if (hasText || children.length === 0) continue;
    for (const { start } of children) places.push({ at: start, depth: depth + 1 });
    places.push({ at: contentEnd, depth });
  }
  return places
    .sort((a, b) => a.at - b.at)
    .map(({ at, depth }) => {
      let from = at;
      while (isBlank(body.charAt(from - 1))) from--;
      return { from, to: at, inserted: lineAt(depth) };
    });
}
