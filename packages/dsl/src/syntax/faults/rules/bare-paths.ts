import type { Token } from "../../tokens.js";
import { PATH_FIELD_WORDS, type PathFieldWord } from "../../vocabulary.js";
import type { Fault } from "../fault.js";
import { isOperator } from "../operators.js";
import { spanFromTo, touches } from "../token-places.js";

/** A field as people think of it, without `json` or `xml` and without quotes: `result`, `$.result`, `//lead/id`. */
export interface BareField {
  /** How the field is written: `json "$.result"`. */
  readonly field: string;
  readonly first: Token;
  readonly last: Token;
  /** The token behind it. */
  readonly next: Token | null;
}

/** Longer paths are not written anew: no person wrote them. */
const LONGEST = 200;

/** The field whose path begins with the token at `index`; null where that is none. */
export function bareFieldAt({ tokens, text }: Fault, index: number): BareField | null {
  const first = tokens[index];
  if (first === undefined) return null;
  let last = first;
  let end = index + 1;
  for (let token = tokens[end]; token !== undefined && touches(last, token); token = tokens[end]) {
    if (token.image === "," || token.image === ":" || isOperator(token)) break;
    last = token;
    end++;
  }
  const span = spanFromTo(first, last);
  if (span.to - span.from > LONGEST) return null;
  const field = fieldOf(text.slice(span.from, span.to));
  return field === null ? null : { field, first, last, next: tokens[end] ?? null };
}

/** How the paths of a kind of field look. */
interface PathNotation {
  /** The character that paths begin with. */
  readonly mark: string;
  readonly path: RegExp;
}

const NOTATIONS: Readonly<Record<PathFieldWord, PathNotation>> = {
  json: { mark: "$", path: /^\$(?:[.[]|$)/ },
  xml: { mark: "/", path: /^\/\/?[^/\s]/ },
};

/** The word of the field whose path the text looks like. */
export function pathKind(text: string): PathFieldWord | null {
  return PATH_FIELD_WORDS.find((word) => NOTATIONS[word].path.test(text)) ?? null;
}

/** Whether the word is one of a field that a path names. */
export function takesPath(word: string): boolean {
  return (PATH_FIELD_WORDS as readonly string[]).includes(word);
}

/** Whether a path begins with the token, as far as its first character tells. */
export function beginsPath(token: Token | null): boolean {
  return token !== null && MARKS.has(token.image);
}

const MARKS: ReadonlySet<string> = new Set(PATH_FIELD_WORDS.map((word) => NOTATIONS[word].mark));

/** How a field is written whose path or name somebody wrote by itself. */
export function fieldOf(written: string): string | null {
  if (/["\\\n\r]/.test(written)) return null;
  const kind = pathKind(written);
  if (kind !== null) return `${kind} "${written}"`;
  const steps = written.replace(/^\./, "").split(".");
  return steps.every((step) => /^[0-9A-Za-z_\u0080-\uffff-]+(?:\[[0-9]+\])*$/.test(step))
    ? `json "$${steps.map(writeStep).join("")}"`
    : null;
}

/** A name of other signs than letters, digits and _ stands in brackets and quotes. */
function writeStep(step: string): string {
  const bracket = step.indexOf("[");
  const name = bracket === -1 ? step : step.slice(0, bracket);
  const rest = step.slice(name.length);
  return /^[A-Za-z_\u0080-\uffff][0-9A-Za-z_\u0080-\uffff]*$/.test(name)
    ? `.${name}${rest}`
    : `['${name}']${rest}`;
}
