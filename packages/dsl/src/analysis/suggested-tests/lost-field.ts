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

/** A way in which a field can be written to read an inner body. */
interface WayInto {
  readonly beginning: FieldBeginning;
  readonly through: Field;
}

/** The ways that were read before, by field and inner body: in one file most answers hold their inner body in the same place. */
export type KnownWays = Map<string, readonly WayInto[]>;

/** Fields that come while somebody types are forgotten. */
const MOST_KNOWN = 500;

/** What is known of an example's lost fields, by the fields' keys. */
const knownOf = memoized((_: ExampleModel) => new Map<string, LostField | null>());

/**
 * What a field would find in a body inside an example's; null if it finds something in the body itself, or nothing in
 * either. `source` is the text of the field's statement. Worked out once for all fields of one key.
 */
export function lostFieldOf(
  example: ExampleModel,
  field: Field,
  source: string,
  ways: KnownWays,
): LostField | null {
  if (innerBodiesOf(subjectOf(example)).length === 0) return null;
  const known = knownOf(example);
  let lost = known.get(field.key);
  if (lost === undefined) {
    if (known.size === MOST_KNOWN) known.clear();
    lost = findLost(example, field, source, ways);
    known.set(field.key, lost);
  }
  return lost;
}

function findLost(example: ExampleModel, field: Field, source: string, ways: KnownWays): LostField | null {
  const subject = subjectOf(example);
  if (subject.pick(field).length > 0) return null;
  for (const inner of innerBodiesOf(subject)) {
    const found = waysInto(field, inner, source, ways).find(
      ({ through }) => subject.pick(through).length > 0,
    );
    if (found !== undefined) return { inner, beginning: found.beginning };
  }
  return null;
}

function waysInto(field: Field, inner: InnerBody, source: string, ways: KnownWays): readonly WayInto[] {
  const key = JSON.stringify([field.key, inner.kind, inner.written]);
  const known = ways.get(key);
  if (known !== undefined) return known;
  const found = [...beginningsThrough(field, inner)].flatMap((beginning) => {
    const through = readField(writtenAnew(field, source, beginning));
    return through === null ? [] : [{ beginning, through }];
  });
  ways.set(key, found);
  return found;
}
