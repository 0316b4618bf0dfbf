import { firstNonBlank, type Picked } from "./picked.js";
import { bodyTextOf, statusOf } from "./response-parts.js";
import { findText, findWord, foldWith, matchGlob, trimmedRange } from "./text-matching.js";

/** What a compiled mapping knows once and for all. */
export interface ResponseTables {
  /** The case variants outside ASCII of the letters in the mapping's texts, each with its folding. */
  readonly variants: ReadonlyMap<string, string>;
  /** The fields that the mapping reads. */
  readonly fields: readonly ((response: PreparedResponse) => readonly Picked[])[];
}

/** A response in a compiled matcher: each thing that a rule asks of it is worked out once, when first asked. */
export interface PreparedResponse {
  readonly tables: ResponseTables;
  readonly status: number;
  readonly body: string;
  foldedBody: string | null;
  readonly picked: (readonly Picked[] | undefined)[];
  readonly texts: (readonly string[] | undefined)[];
}

export function prepareResponse(status: unknown, body: unknown, tables: ResponseTables): PreparedResponse {
  return {
    tables,
    status: statusOf(status),
    body: bodyTextOf(body),
    foldedBody: null,
    picked: [],
    texts: [],
  };
}

/** The body with its case folded; offsets are the same in both. */
export function foldedBodyOf(response: PreparedResponse): string {
  if (response.foldedBody === null) response.foldedBody = foldWith(response.body, response.tables.variants);
  return response.foldedBody;
}

/** What the field of that number picks. */
export function pickedOf(response: PreparedResponse, field: number): readonly Picked[] {
  const known = response.picked[field];
  if (known !== undefined) return known;
  const pick = response.tables.fields[field];
  const picked = pick === undefined ? [] : pick(response);
  response.picked[field] = picked;
  return picked;
}

/** The texts that the field picks, with their case folded; objects and arrays have none. */
export function textsOf(response: PreparedResponse, field: number): readonly string[] {
  const known = response.texts[field];
  if (known !== undefined) return known;
  const texts: string[] = [];
  for (const { text } of pickedOf(response, field)) {
    if (text !== null) texts.push(foldWith(text, response.tables.variants));
  }
  response.texts[field] = texts;
  return texts;
}

export function hasKeyword(text: string, keyword: string): boolean {
  return findText(text, keyword, 0) >= 0;
}

export function hasWord(
  text: string,
  word: string,
  isWordCharacter: (codePoint: number) => boolean,
): boolean {
  return findWord(text, word, isWordCharacter) >= 0;
}

/** Whether the text, without the white space at its ends, consists of the pieces with anything between them. */
export function isExactly(text: string, pieces: readonly string[]): boolean {
  const { start, end } = trimmedRange(text, 0, text.length);
  return matchGlob(text.slice(start, end), pieces);
}

/** The first text that the field picks and that is not blank; null where there is none. */
export function firstTextOf(response: PreparedResponse, field: number): string | null {
  const picked = firstNonBlank(pickedOf(response, field));
  return picked === null ? null : picked.text;
}

/** A captured part: its name, the number of the field that it is taken from, and the outcomes that have it; null for all. */
export interface CaptureReader {
  readonly name: string;
  readonly field: number;
  readonly outcomes: readonly string[] | null;
}

/**
 * The parts that a verdict of the outcome has, by name. `Object.fromEntries` also takes `__proto__` for a name like any
 * other.
 */
export function readCaptures(
  response: PreparedResponse,
  captures: readonly CaptureReader[],
  outcome: string,
): Readonly<Record<string, string>> {
  const parts: [string, string][] = [];
  for (const { name, field, outcomes } of captures) {
    if (outcomes !== null && !outcomes.includes(outcome)) continue;
    const text = firstTextOf(response, field);
    if (text !== null) parts.push([name, text]);
  }
  return Object.fromEntries(parts);
}
