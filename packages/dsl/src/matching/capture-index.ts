import { finish } from "../incremental/steps.js";
import type { Field } from "../model/field.js";
import type { Capture } from "../model/mapping.js";
import { type FieldIndex, fieldIndexSteps } from "./field-index.js";
import type { Subject } from "./subject.js";

/**
 * Tells which captures can pick something of a body, in their order: all that do, and perhaps some that do not. A file with thousands of
 * captures would otherwise read every example thousands of times.
 */
export function captureIndex(captures: readonly Capture[]): (subject: Subject) => readonly Capture[] {
  // Most edits change the outcome of few examples, or of none.
  let index: FieldIndex<PlacedCapture> | null = null;
  return (subject) => {
    index ??= finish(
      fieldIndexSteps(captures.map((capture, place) => ({ capture, place, field: capture.model.field }))),
    );
    return Array.from(index.candidates(subject))
      .sort((a, b) => a.place - b.place)
      .map(({ capture }) => capture);
  };
}

interface PlacedCapture {
  readonly capture: Capture;
  readonly place: number;
  readonly field: Field;
}
