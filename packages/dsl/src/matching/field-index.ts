import { addToGroup } from "../incremental/groups.js";
import { inSteps, type Steps } from "../incremental/steps.js";
import { describeField, type Field } from "../model/field.js";
import type { Subject } from "./subject.js";
import { TextIndex } from "./text-index.js";

/** Tells which fields can pick something out of a body. */
export interface FieldIndex<Entry> {
  /** All entries whose field picks something, and perhaps some whose field does not. */
  candidates(subject: Subject): Iterable<Entry>;
}

/** With fewer fields than this each is just read. */
const WORTHWHILE = 16;

/**
 * Builds an index over fields by a text that a body must hold if the field is to pick anything, such as a name of its path. A
 * file with thousands of different paths would otherwise read every body thousands of times.
 */
export function* fieldIndexSteps<Entry extends { readonly field: Field }>(
  entries: readonly Entry[],
): Steps<FieldIndex<Entry>> {
  if (entries.length < WORTHWHILE) return { candidates: () => entries };
  const described: DescribedEntry<Entry>[] = [];
  const popularity = new Map<string, number>();
  yield* inSteps(entries, (entry) => {
    const { neededTexts, escapeMark } = describeField(entry.field);
    for (const text of neededTexts) popularity.set(text, (popularity.get(text) ?? 0) + 1);
    described.push({ entry, neededTexts, escapeMark });
  });
  const index = new TextIndex<Entry>();
  const escapable = new Map<string, Entry[]>();
  yield* inSteps(described, ({ entry, neededTexts, escapeMark }) => {
    index.add(rarest(neededTexts, popularity), entry);
    if (escapeMark !== null) addToGroup(escapable, escapeMark, entry);
  });
  return {
    candidates({ body, foldedBody }) {
      const found = new Set(index.candidates([foldedBody]));
      for (const [mark, those] of escapable) {
        if (body.includes(mark)) for (const entry of those) found.add(entry);
      }
      return found;
    },
  };
}

interface DescribedEntry<Entry> {
  readonly entry: Entry;
  readonly neededTexts: readonly string[];
  readonly escapeMark: string | null;
}

/** The text that the fewest fields need; the empty one, which every body holds, where there is none. */
function rarest(texts: readonly string[], popularity: ReadonlyMap<string, number>): string {
  const count = (text: string) => popularity.get(text) ?? 0;
  const [first = "", ...others] = texts;
  return others.reduce((best, text) => (count(text) < count(best) ? text : best), first);
}
