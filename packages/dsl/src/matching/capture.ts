import { hasNameOfObjects } from "../model/capture-names.js";
import type { Capture } from "../model/mapping.js";
import { firstNonBlank } from "../runtime/picked.js";
import type { Outcome } from "../syntax/vocabulary.js";
import type { Subject } from "./subject.js";

/** A captured part: its text, and where in the body it stands (UTF-16 offsets). */
export interface CapturedPart {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts that a verdict of the outcome has, in the order of the captures. */
export function captureParts(
  captures: readonly Capture[],
  outcome: Outcome | "unmapped",
  subject: Subject,
): readonly CapturedPart[] {
  return captures.flatMap(({ model }) => {
    if (model.outcomes !== null && !model.outcomes.some((wanted) => wanted === outcome)) return [];
    const picked = firstNonBlank(subject.pick(model.field));
    if (picked === null) return [];
    return [{ name: model.name, text: picked.text ?? "", start: picked.start, end: picked.end }];
  });
}

/**
 * The parts by name, of all captures of the mapping. `Object.fromEntries` also takes `__proto__` for a name like any other; where one of
 * the captures is called like something that every object has, this one has nothing but the parts.
 */
export function byName(
  parts: readonly CapturedPart[],
  captures: readonly Capture[],
): Readonly<Record<string, string>> {
  const own = Object.fromEntries(parts.map(({ name, text }) => [name, text]));
  return hasNameOfObjects(captures.map(({ model }) => model)) ? Object.setPrototypeOf(own, null) : own;
}
