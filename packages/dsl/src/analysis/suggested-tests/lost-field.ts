import { subjectOf } from "../../bodies/example-subject.js";
import { type InnerBody, innerBodiesOf } from "../../bodies/inner-bodies.js";
import { readField } from "../../bodies/read-field.js";
import { memoized } from "../../incremental/memoized.js";
import type { Field } from "../../model/field.js";
import type { ExampleModel } from "../../model/mapping.js";
import { beginningsThrough, type FieldBeginning, writtenAnew } from "./field-through.js";

/** A field that picks nothing of a body, though a body inside it has what it asks for. */
export interface LostField {
  readonly inner: InnerBody;
  /** How it is written to find that. */
  readonly beginning: FieldBeginning;
}

/** Fields that come while somebody types are forgotten. */
const MOST_KNOWN = 500;

/** What is known of an example's lost fields, by the fields' keys. */
const knownOf = memoized((_: ExampleModel) => new Map<string, LostField | null>());

/**
 * What a field would find in a body inside an example's; null if it finds something in the body itself, or nothing in
 * either. `source` is the text of the field's statement. Worked out once for all fields of one key.
 */
export function lostFieldOf(example: ExampleModel, field: Field, source: string): LostField | null {
  if (innerBodiesOf(subjectOf(example)).length === 0) return null;
  const known = knownOf(example);
  let lost = known.get(field.key);
  if (lost === undefined) {
    if (known.size === MOST_KNOWN) known.clear();
    lost = findLost(example, field, source);
    known.set(field.key, lost);
  }
  return lost;
}

function findLost(example: ExampleModel, field: Field, source: string): LostField | null {
  const subject = subjectOf(example);
  if (subject.pick(field).length > 0) return null;
  for (const inner of innerBodiesOf(subject)) {
    for (const beginning of beginningsThrough(field, inner)) {
      const through = readField(writtenAnew(field, source, beginning));
      if (through !== null && subject.pick(through).length > 0) return { inner, beginning };
    }
  }
  return null;
}
