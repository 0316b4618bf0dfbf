import type { Field } from "../model/mapping.js";
import { foldText } from "../text/case-folding.js";
import type { Subject } from "./subject.js";
import { createTextIndex } from "./text-index.js";

/** Tells which fields can pick something out of a body. */
export interface FieldIndex<Entry> {
  /** All entries whose field picks something, and perhaps some whose field does not. */
  candidates(subject: Subject): Iterable<Entry>;
}

/** Up to so many fields are just read. */
const WORTHWHILE = 16;

/**
 * An index over fields by a text that a body must hold if the field is to pick anything, such as a name of its path. A
 * file with thousands of different paths would otherwise read every body thousands of times.
 */
export function createFieldIndex<Entry extends { readonly field: Field }>(
  entries: readonly Entry[],
): FieldIndex<Entry> {
  if (entries.length < WORTHWHILE) return { candidates: () => entries };
  const index = createTextIndex(
    entries.map((entry) => ({ text: foldText(neededText(entry.field)), value: entry })),
  );
  const readAnyway = entries.filter(({ field }) => field.kind === "json");
  return {
    candidates({ body, foldedBody }) {
      const found = new Set(index.candidates([foldedBody]));
      // A name in JSON can be written in escapes.
      if (body.includes("\\")) for (const entry of readAnyway) found.add(entry);
      return found;
    },
  };
}

/** A text without which the field picks nothing, but for escapes in JSON. */
function neededText(field: Field): string {
  switch (field.kind) {
    case "json":
      return longestOf(field.path.flatMap((segment) => (segment.kind === "name" ? [segment.name] : [])));
    case "xml": {
      const { steps, attribute } = field.path;
      return longestOf([...steps.map(({ name }) => name), ...(attribute === null ? [] : [attribute.name])]);
    }
    case "split":
      return field.part === 1 || field.part === -1 ? "" : field.separator.folded;
  }
}

function longestOf(names: readonly string[]): string {
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), "");
}
