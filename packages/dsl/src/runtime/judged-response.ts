import { type BodyPaths, type BodyReading, NOTHING_PICKED } from "./body-pass.js";
import { type AcceptsPart, ChainSearch, type InnerReader } from "./inner-body.js";
import { isFilled, type PickedPart } from "./picked.js";
import { rawBodyOf, statusOf, textOfRawBody } from "./response-parts.js";
import { type LetterVariants, NO_RULE } from "./searched-text.js";
import { foldPicked, foldWith } from "./text-matching.js";
import type { SearchedSubject } from "./text-search.js";
import type { TextTable } from "./text-table.js";

/** How a field is read. */
export type FieldReader =
  /** By a path: which of the mapping's `BodyPaths` have it, and its number there. */
  | { readonly read: null; readonly paths: number; readonly path: number }
  /** Part by part, of which there can be very many: a field of a field. */
  | { readonly read: null; readonly paths: null; readonly find: ChainReader }
  /** In a way of its own. */
  | { readonly read: (response: JudgedResponse) => readonly PickedPart[] };

/** Finds the first part that a field of a field picks and that is accepted; null for none. */
export type ChainReader = <Context>(
  response: JudgedResponse,
  accepts: AcceptsPart<Context>,
  context: Context,
) => PickedPart | null;

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
  /** The same of bodies, or paths, that passes do not read. */
  textReadings: (BodyReading | undefined)[] | null = null;
  /** By field; null where they are too many to be kept. */
  picked: (readonly PickedPart[] | null | undefined)[] | null = null;
  foldedTexts: (readonly string[] | undefined)[] | null = null;
  /** Rules that were tried in vain for a text in a part of a field. */
  refuted: Set<number> | null = null;

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

/**
 * What the field of that number picks; null for very many parts. These are looked at one by one, and not kept: they would cost the
 * collector more than it costs to read them.
 */
function pickedOf(response: JudgedResponse, field: number): readonly PickedPart[] | null {
  // As long as it will be: one that grows takes several times the memory.
  if (response.picked === null) response.picked = new Array(response.tables.fields.length);
  const known = response.picked[field];
  if (known !== undefined) return known;
  const picked = readField(response, field);
  response.picked[field] = picked;
  return picked;
}

/** The first part that the field of that number picks and that is accepted; null for none. */
export function findPicked<Context>(
  response: JudgedResponse,
  field: number,
  accepts: AcceptsPart<Context>,
  context: Context,
): PickedPart | null {
  const picked = pickedOf(response, field);
  if (picked === null) return findOneByOne(response, field, accepts, context);
  for (const part of picked) if (accepts(part, context)) return part;
  return null;
}

/** The same of what is read anew. */
function findOneByOne<Context>(
  response: JudgedResponse,
  field: number,
  accepts: AcceptsPart<Context>,
  context: Context,
): PickedPart | null {
  const reader = response.tables.fields[field];
  if (reader === undefined || reader.read !== null) return null;
  if (reader.paths === null) return reader.find(response, accepts, context);
  return readingWith(response, reader.paths, reader.path).find(reader.path, accepts, context);
}

/** How a field of a field is read: what its first part, which is the field of that number, picks is read by the others. */
export function chainReader(first: number, others: readonly InnerReader[]): ChainReader {
  return <Context>(response: JudgedResponse, accepts: AcceptsPart<Context>, context: Context) => {
    const search = new ChainSearch(others, accepts, context);
    const [begin] = search.steps;
    if (begin !== undefined) findPicked(response, first, begin, search);
    return search.found;
  };
}

/** Whether one of the parts that the field picks is as wanted. */
export function somePart(
  response: JudgedResponse,
  field: number,
  holds: (part: PickedPart) => boolean,
): boolean {
  return findPicked(response, field, holds, response) !== null;
}

/** Whether one of the texts that the field picks is as wanted, its case folded; objects and arrays have none. */
export function someText(response: JudgedResponse, field: number, holds: (text: string) => boolean): boolean {
  const texts = textsOf(response, field);
  if (texts !== null) return texts.some(holds);
  const { variants } = response.tables;
  return somePart(
    response,
    field,
    ({ text, isAscii }) => text !== null && holds(foldPicked(text, isAscii, variants)),
  );
}

/** The texts that the field picks, with their case folded; objects and arrays have none. Null for a field that picks very many. */
function textsOf(response: JudgedResponse, field: number): readonly string[] | null {
  if (response.foldedTexts === null) response.foldedTexts = [];
  const known = response.foldedTexts[field];
  if (known !== undefined) return known;
  const picked = pickedOf(response, field);
  if (picked === null) return null;
  const texts: string[] = [];
  for (const { text, isAscii } of picked) {
    if (text !== null) texts.push(foldPicked(text, isAscii, response.tables.variants));
  }
  response.foldedTexts[field] = texts;
  return texts;
}

/** The first text that the field picks and that is not blank; null where there is none. */
export function firstTextOf(response: JudgedResponse, field: number): string | null {
  const known = response.picked === null ? undefined : response.picked[field];
  const reader = response.tables.fields[field];
  const isPath = reader !== undefined && reader.read === null && reader.paths !== null;
  // Of a path nothing need be kept for it.
  const first =
    known === undefined && isPath
      ? findOneByOne(response, field, isFilled, null)
      : findPicked(response, field, isFilled, null);
  return first === null ? null : first.text;
}

function readField(response: JudgedResponse, field: number): readonly PickedPart[] | null {
  const reader = response.tables.fields[field];
  if (reader === undefined) return [];
  if (reader.read !== null) return reader.read(response);
  if (reader.paths === null) {
    const picked: PickedPart[] = [];
    return reader.find(response, keepFewParts, picked) === null ? picked : null;
  }
  const reading = readingWith(response, reader.paths, reader.path);
  return reading.isLong ? null : reading.parts(reader.path);
}

/** Of a field of a field more parts than these are looked at one by one, and not kept. */
const MANY_PARTS = 20000;

/** Gives whether there are too many. */
function keepFewParts(part: PickedPart, kept: PickedPart[]): boolean {
  return kept.push(part) > MANY_PARTS;
}

/** A reading that has what the path of that number picks. */
function readingWith(response: JudgedResponse, paths: number, path: number): BodyReading {
  const reading = readingOf(response, paths);
  return reading?.reads(path) ? reading : textReadingOf(response, paths);
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

/** What the paths pick of a body, or of which, that the pass does not read. */
function textReadingOf(response: JudgedResponse, paths: number): BodyReading {
  if (response.textReadings === null) response.textReadings = [];
  let reading = response.textReadings[paths];
  if (reading === undefined) {
    const reader = response.tables.paths[paths];
    reading = reader === undefined ? NOTHING_PICKED : reader.read(response.text());
    response.textReadings[paths] = reading;
  }
  return reading;
}
