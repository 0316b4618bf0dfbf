import type { BodyPaths, BodyReading } from "./body-pass.js";
import { pickChained } from "./inner-body.js";
import { firstNonBlank, isFilled, type PickedPart } from "./picked.js";
import { rawBodyOf, statusOf, textOfRawBody } from "./response-parts.js";
import { type LetterVariants, NO_RULE } from "./searched-text.js";
import { foldPicked, foldWith } from "./text-matching.js";
import type { SearchedSubject } from "./text-search.js";
import type { TextTable } from "./text-table.js";

/** How a field is read. */
export type FieldReader =
  /** By a path: which of the mapping's `BodyPaths` have it, and its number there. */
  | { readonly read: null; readonly paths: number; readonly path: number }
  /** In a way of its own. */
  | { readonly read: (response: JudgedResponse) => readonly PickedPart[] };

/** What the steps of a decision share. */
export interface DecisionTables {
  /** The case variants outside ASCII of the letters in the mapping's texts, each with its folding. */
  readonly variants: LetterVariants;
  /** The paths that are read of the body, by their formats. */
  readonly paths: readonly BodyPaths[];
  /** The fields that the mapping reads. */
  readonly fields: readonly FieldReader[];
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
  /** What passes have found, by the number of the paths; null for a body that they do not read. */
  readings: (BodyReading | null | undefined)[] | null = null;
  /** What paths pick that were read otherwise. */
  pickedByPaths: (readonly (readonly PickedPart[])[] | undefined)[] | null = null;
  picked: (readonly PickedPart[] | undefined)[] | null = null;
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

/** A response that is to be judged by these tables. */
export function judge(status: unknown, body: unknown, tables: DecisionTables): JudgedResponse {
  return new JudgedResponse(status, body, tables);
}

/** What the field of that number picks. */
export function pickedOf(response: JudgedResponse, field: number): readonly PickedPart[] {
  // As long as it will be: one that grows takes several times the memory.
  if (response.picked === null) response.picked = new Array(response.tables.fields.length);
  const known = response.picked[field];
  if (known !== undefined) return known;
  const picked = readField(response, field);
  response.picked[field] = picked;
  return picked;
}

/**
 * The first part that the field of that number picks and that is accepted; null for none. Of very many parts none is kept: they would
 * cost the collector more than it costs to read them.
 */
export function findPicked<Context>(
  response: JudgedResponse,
  field: number,
  accepts: (part: PickedPart, context: Context) => boolean,
  context: Context,
): PickedPart | null {
  const known = response.picked === null ? undefined : response.picked[field];
  const reader = response.tables.fields[field];
  if (known === undefined && reader !== undefined && reader.read === null) {
    const reading = readingOf(response, reader.paths);
    if (reading?.isLong) {
      const found = reading.find(reader.path, accepts, context);
      if (found !== undefined) return found;
    }
  }
  for (const part of known || pickedOf(response, field)) if (accepts(part, context)) return part;
  return null;
}

/** How a field of a field is read: what its first part, which is the field of that number, picks is read by the others. */
export function chainReader(
  first: number,
  others: readonly ((text: string) => readonly PickedPart[])[],
): (response: JudgedResponse) => readonly PickedPart[] {
  const readInside = (part: PickedPart, picked: PickedPart[]): boolean => {
    for (const inner of pickChained([part], others)) picked.push(inner);
    return false;
  };
  return (response) => {
    const picked: PickedPart[] = [];
    findPicked(response, first, readInside, picked);
    return picked;
  };
}

/** The texts that the field picks, with their case folded; objects and arrays have none. */
export function textsOf(response: JudgedResponse, field: number): readonly string[] {
  if (response.foldedTexts === null) response.foldedTexts = [];
  const known = response.foldedTexts[field];
  if (known !== undefined) return known;
  const texts: string[] = [];
  for (const { text, isAscii } of pickedOf(response, field)) {
    if (text !== null) texts.push(foldPicked(text, isAscii, response.tables.variants));
  }
  response.foldedTexts[field] = texts;
  return texts;
}

/** The first text that the field picks and that is not blank; null where there is none. */
export function firstTextOf(response: JudgedResponse, field: number): string | null {
  const known = response.picked === null ? undefined : response.picked[field];
  const reader = response.tables.fields[field];
  if (known === undefined && reader !== undefined && reader.read === null) {
    const reading = readingOf(response, reader.paths);
    const found = reading === null ? undefined : reading.find(reader.path, isFilled, null);
    if (found !== undefined) return found === null ? null : found.text;
  }
  const first = firstNonBlank(known || pickedOf(response, field));
  return first === null ? null : first.text;
}

function readField(response: JudgedResponse, field: number): readonly PickedPart[] {
  const reader = response.tables.fields[field];
  if (reader === undefined) return [];
  if (reader.read !== null) return reader.read(response);
  const { paths, path } = reader;
  const reading = readingOf(response, paths);
  const parts = reading === null ? null : reading.parts(path);
  return parts === null ? pickedByPath(response, paths, path) : parts;
}

/** What the pass over these paths has found in the body. */
function readingOf(response: JudgedResponse, paths: number): BodyReading | null {
  if (response.readings === null) response.readings = new Array(response.tables.paths.length);
  const known = response.readings[paths];
  if (known !== undefined) return known;
  const reader = response.tables.paths[paths];
  const reading = reader === undefined ? null : reader.scan(response.raw);
  response.readings[paths] = reading;
  return reading;
}

/** What the path picks of a body that the pass does not read. */
function pickedByPath(response: JudgedResponse, paths: number, path: number): readonly PickedPart[] {
  if (response.pickedByPaths === null) response.pickedByPaths = [];
  let picked = response.pickedByPaths[paths];
  if (picked === undefined) {
    const reader = response.tables.paths[paths];
    picked = reader === undefined ? [] : reader.pick(response.text());
    response.pickedByPaths[paths] = picked;
  }
  return picked[path] || [];
}
