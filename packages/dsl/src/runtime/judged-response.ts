import { firstNonBlank, type Picked } from "./picked.js";
import { rawBodyOf, statusOf, textOfRawBody } from "./response-parts.js";
import { type LetterVariants, NO_RULE } from "./searched-text.js";
import { foldWith } from "./text-matching.js";
import type { SearchedSubject } from "./text-search.js";
import type { TextTable } from "./text-table.js";

/** What the steps of a decision share. */
export interface DecisionTables {
  /** The case variants outside ASCII of the letters in the mapping's texts, each with its folding. */
  readonly variants: LetterVariants;
  /** The fields that the mapping reads. */
  readonly fields: readonly ((response: JudgedResponse) => readonly Picked[])[];
  /** What tests ask, for the rules that are tried. */
  readonly tests: readonly ((response: JudgedResponse) => boolean)[];
  /** Of rules that are tried their tests: the number of each, or for one that must not hold -1 less its number. */
  readonly conditions: ReadonlyMap<number, readonly number[]>;
  /** The texts that are looked for in the body; null for none. */
  readonly bodyTexts: TextTable | null;
}

/** A response while it is judged: what rules ask of it is worked out once, when first asked. */
export class JudgedResponse implements SearchedSubject {
  readonly tables: DecisionTables;
  readonly status: number;
  readonly raw: string | Uint8Array;
  /** The lowest rule that is known to hold. */
  best = NO_RULE;
  bodyText: string | null = null;
  foldedBody: string | null = null;
  /** The rows of the body's texts that were found; null before they are searched. */
  foundRows: ReadonlySet<number> | null = null;
  picked: (readonly Picked[] | undefined)[] | null = null;
  foldedTexts: (readonly string[] | undefined)[] | null = null;

  constructor(status: unknown, body: unknown, tables: DecisionTables) {
    this.tables = tables;
    this.status = statusOf(status);
    this.raw = rawBodyOf(body);
  }

  /** The body, normalised. */
  text(): string {
    if (this.bodyText === null) this.bodyText = textOfRawBody(this.raw);
    return this.bodyText;
  }

  /** The body with its case folded; offsets are the same in both. */
  folded(): string {
    if (this.foldedBody === null) this.foldedBody = foldWith(this.text(), this.tables.variants);
    return this.foldedBody;
  }
}

/** A response that is to be judged by these tables. Never throws. */
export function judge(status: unknown, body: unknown, tables: DecisionTables): JudgedResponse {
  return new JudgedResponse(status, body, tables);
}

/** What the field of that number picks. */
export function pickedOf(response: JudgedResponse, field: number): readonly Picked[] {
  if (response.picked === null) response.picked = [];
  const known = response.picked[field];
  if (known !== undefined) return known;
  const read = response.tables.fields[field];
  const picked = read === undefined ? [] : read(response);
  response.picked[field] = picked;
  return picked;
}

/** The texts that the field picks, with their case folded; objects and arrays have none. */
export function textsOf(response: JudgedResponse, field: number): readonly string[] {
  if (response.foldedTexts === null) response.foldedTexts = [];
  const known = response.foldedTexts[field];
  if (known !== undefined) return known;
  const texts: string[] = [];
  for (const { text } of pickedOf(response, field)) {
    if (text !== null) texts.push(foldWith(text, response.tables.variants));
  }
  response.foldedTexts[field] = texts;
  return texts;
}

/** The first text that the field picks and that is not blank; null where there is none. */
export function firstTextOf(response: JudgedResponse, field: number): string | null {
  const picked = firstNonBlank(pickedOf(response, field));
  return picked === null ? null : picked.text;
}
