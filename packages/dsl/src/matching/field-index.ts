import { addToGroup } from "../incremental/groups.js";
import { inSteps, type Steps } from "../incremental/steps.js";
import { type Field, partsOf } from "../model/field.js";
import { describeFieldPart } from "../model/field-part.js";
import type { Escapes } from "../model/fields/field-description.js";
import { findText } from "../runtime/text-matching.js";
import { foldText } from "../text/case-folding.js";
import type { Subject } from "./subject.js";
import { TextIndex } from "./text-index.js";
import { hasEscapes, unescapedBody } from "./unescaped-body.js";

/** Whatever has a field. */
interface WithField {
  readonly field: Field;
}

/** Tells which fields can pick something out of a body. */
export interface FieldIndex<Entry> {
  /** All entries whose field picks something, and perhaps some whose field does not. */
  candidates(subject: Subject): Iterable<Entry>;
}

/** With fewer fields than this each is just read. */
const WORTHWHILE = 16;

/**
 * Builds an index over fields by a text that a body must hold if the field is to pick anything, such as a name of its path. A
 * file with thousands of different paths would otherwise read every body thousands of times. Where names may be written in escapes, they
 * are looked for in the body without escapes, too; fields that cut the body at one separator are known by how many parts there are.
 */
export function* fieldIndexSteps<Entry extends WithField>(
  entries: readonly Entry[],
): Steps<FieldIndex<Entry>> {
  if (entries.length < WORTHWHILE) return { candidates: () => entries };
  const { index, splits, escapes, depth } = yield* fileEntries(entries);
  return {
    candidates({ body, foldedBody }) {
      const texts = [foldedBody, ...unescapedTexts(body, escapes, depth).map(foldText)];
      const found = new Set(index.candidates(texts));
      if (splits.isEmpty) return found;
      for (const fields of splits.candidates([foldedBody]))
        for (const entry of fields.withParts(partsCutBy(fields.separator, foldedBody))) found.add(entry);
      return found;
    },
  };
}

interface FiledEntries<Entry> {
  readonly index: TextIndex<Entry>;
  /** By the separator. */
  readonly splits: TextIndex<FieldsOfSeparator<Entry>>;
  /** The escapes in which needed texts can be written, and in how many layers. */
  readonly escapes: ReadonlySet<Escapes>;
  readonly depth: number;
}

function* fileEntries<Entry extends WithField>(entries: readonly Entry[]): Steps<FiledEntries<Entry>> {
  const index = new TextIndex<Entry>();
  const splits = new TextIndex<FieldsOfSeparator<Entry>>();
  const bySeparator = new Map<string, FieldsOfSeparator<Entry>>();
  const allEscapes = new Set<Escapes>();
  let depth = 0;
  yield* inSteps(entries, (entry) => {
    const { neededTexts, escapes, layers } = neededOf(entry.field);
    if (escapes !== null) allEscapes.add(escapes);
    depth = Math.max(depth, layers);
    const [first] = partsOf(entry.field);
    // A body that is not cut at all has a first and a last part.
    if (first.kind !== "split" || Math.abs(first.part) === 1) {
      index.add(leastShared(neededTexts, index), entry);
      return;
    }
    const separator = first.separator.folded;
    const fields = bySeparator.get(separator) ?? new FieldsOfSeparator<Entry>(separator);
    bySeparator.set(separator, fields);
    fields.add(Math.abs(first.part), entry);
  });
  for (const [separator, fields] of bySeparator) splits.add(separator, fields);
  return { index, splits, escapes: allEscapes, depth };
}

/** Texts that must stand in the body for the field to pick anything, or in it without so many layers of escapes. */
interface NeededOfField {
  readonly neededTexts: readonly string[];
  readonly escapes: Escapes | null;
  readonly layers: number;
}

/**
 * Of a chain what its first parts need, as far as all that they read stands in the body, or in what is left of it without escapes of one
 * kind. A text that is cut out can begin or end within an escape of a form, which then is none. What is read as JSON has its own whole.
 */
function neededOf(field: Field): NeededOfField {
  const neededTexts: string[] = [];
  let escapes: Escapes | null = null;
  let layers = 0;
  let isCut = false;
  for (const part of partsOf(field).map(describeFieldPart)) {
    if (part.escapes !== null) {
      if (part.escapes !== (escapes ?? part.escapes) || layers === MOST_LAYERS) break;
      if (part.escapes === "form" && isCut) break;
      escapes = part.escapes;
      layers++;
    }
    for (const text of part.neededTexts) neededTexts.push(text);
    // A text of XML is put together of several, and has references.
    if (part.kind === "xml") break;
    isCut ||= part.kind === "split" || part.kind === "between";
  }
  return { neededTexts, escapes, layers };
}

/** Layers of escapes that are taken off a body at most. */
const MOST_LAYERS = 4;

/** The body without its escapes, once and again, as long as there are some; of each kind by itself. */
function unescapedTexts(body: string, kinds: Iterable<Escapes>, depth: number): readonly string[] {
  const texts: string[] = [];
  for (const escapes of kinds) {
    let text = body;
    for (let layer = 0; layer < depth && hasEscapes(text, escapes); layer++) {
      text = unescapedBody(text, escapes);
      texts.push(text);
    }
  }
  return texts;
}

/** The text under which the fewest fields stand so far; the empty one, which every body holds, where there is none. */
function leastShared(texts: readonly string[], index: TextIndex<unknown>): string {
  const [first = "", ...others] = texts;
  return others.reduce((least, text) => (index.countOf(text) < index.countOf(least) ? text : least), first);
}

/** Fields that cut the body at one separator. */
class FieldsOfSeparator<Entry> {
  readonly separator: string;
  readonly #byPart = new Map<number, Entry[]>();
  #parts: readonly number[] | null = null;

  constructor(separator: string) {
    this.separator = separator;
  }

  /** @param part from 1, from either end */
  add(part: number, entry: Entry): void {
    addToGroup(this.#byPart, part, entry);
    this.#parts = null;
  }

  /** Those that pick something where there are so many parts. */
  *withParts(count: number): Iterable<Entry> {
    this.#parts ??= [...this.#byPart.keys()].sort((a, b) => a - b);
    for (const part of this.#parts) {
      if (part > count) return;
      yield* this.#byPart.get(part) ?? [];
    }
  }
}

/** How many parts a folded body has. Linear in the body. */
function partsCutBy(separator: string, foldedBody: string): number {
  let count = 1;
  for (let at = findText(foldedBody, separator, 0); at >= 0; ) {
    count++;
    at = findText(foldedBody, separator, at + separator.length);
  }
  return count;
}
