import { addToGroup } from "../incremental/groups.js";
import { inSteps, type Steps } from "../incremental/steps.js";
import { describeField, type Field } from "../model/field.js";
import type { Subject } from "./subject.js";
import { TextIndex } from "./text-index.js";

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
 * file with thousands of different paths would otherwise read every body thousands of times.
 */
export function* fieldIndexSteps<Entry extends WithField>(
  entries: readonly Entry[],
): Steps<FieldIndex<Entry>> {
  if (entries.length < WORTHWHILE) return { candidates: () => entries };
  const { index, escapable } = yield* fileEntries(entries);
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

interface FiledEntries<Entry> {
  readonly index: TextIndex<Entry>;
  /** The entries whose needed texts can be written in escapes, by the mark of these. */
  readonly escapable: ReadonlyMap<string, readonly Entry[]>;
}

function* fileEntries<Entry extends WithField>(entries: readonly Entry[]): Steps<FiledEntries<Entry>> {
  const index = new TextIndex<Entry>();
  const escapable = new Map<string, Entry[]>();
  yield* inSteps(entries, (entry) => {
    const { neededTexts, escapeMark } = describeField(entry.field);
    index.add(leastShared(neededTexts, index), entry);
    if (escapeMark !== null) addToGroup(escapable, escapeMark, entry);
  });
  return { index, escapable };
}

/** The text under which the fewest fields stand so far; the empty one, which every body holds, where there is none. */
function leastShared(texts: readonly string[], index: TextIndex<unknown>): string {
  const [first = "", ...others] = texts;
  return others.reduce((least, text) => (index.countOf(text) < index.countOf(least) ? text : least), first);
}
