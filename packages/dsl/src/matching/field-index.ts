import { inSteps, type Steps } from "../incremental/steps.js";
import type { Field } from "../model/mapping.js";
import { foldText } from "../text/case-folding.js";
import type { Subject } from "./subject.js";
import { TextIndex } from "./text-index.js";

/** Tells which fields can pick something out of a body. */
export interface FieldIndex<Entry> {
  /** All entries whose field picks something, and perhaps some whose field does not. */
  candidates(subject: Subject): Iterable<Entry>;
}

/** Up to so many fields are just read. */
const WORTHWHILE = 16;

/**
 * Builds an index over fields by a text that a body must hold if the field is to pick anything, such as a name of its path. A
 * file with thousands of different paths would otherwise read every body thousands of times.
 */
export function* fieldIndexSteps<Entry extends { readonly field: Field }>(
  entries: readonly Entry[],
): Steps<FieldIndex<Entry>> {
  if (entries.length < WORTHWHILE) return { candidates: () => entries };
  const popularity = new Map<string, number>();
  yield* inSteps(entries, ({ field }) => countTexts(field, popularity));
  const index = new TextIndex<Entry>();
  yield* inSteps(entries, (entry) => index.add(rarest(textsNeededBy(entry.field), popularity), entry));
  const json = entries.filter(({ field }) => field.kind === "json");
  return {
    candidates({ body, foldedBody }) {
      const found = new Set(index.candidates([foldedBody]));
      // A name in JSON can be written in escapes.
      if (body.includes("\\")) for (const entry of json) found.add(entry);
      return found;
    },
  };
}

function countTexts(field: Field, counts: Map<string, number>): void {
  for (const text of textsNeededBy(field)) counts.set(text, (counts.get(text) ?? 0) + 1);
}

/** The text that the fewest fields need; the empty one, which every body holds, where there is none. */
function rarest(texts: readonly string[], popularity: ReadonlyMap<string, number>): string {
  const count = (text: string) => popularity.get(text) ?? 0;
  const [first = "", ...others] = texts;
  return others.reduce((best, text) => (count(text) < count(best) ? text : best), first);
}

/** Folded texts without which the field picks nothing, but for escapes in JSON. */
function textsNeededBy(field: Field): readonly string[] {
  switch (field.kind) {
    case "json":
      return field.path.flatMap((segment) => (segment.kind === "name" ? [foldText(segment.name)] : []));
    case "xml": {
      const { steps, attribute } = field.path;
      return [...steps, ...(attribute === null ? [] : [attribute])].map(({ name }) => foldText(name));
    }
    case "split":
      return field.part === 1 || field.part === -1 ? [] : [field.separator.folded];
  }
}
