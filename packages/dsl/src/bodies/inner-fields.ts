import type { Subject } from "../matching/subject.js";
import { type BodyField, fieldsOfText, MOST_FIELDS } from "./body-fields.js";
import { innerBodiesOf } from "./inner-bodies.js";

/**
 * The texts of a body, each with the field that leads to it: those of the body as a whole, then those of bodies inside it,
 * whose fields are fields of a field (`json "$.d" json "$.Status"`).
 */
export function fieldsOfBody(subject: Subject): readonly BodyField[] {
  const inner = innerBodiesOf(subject).flatMap(({ written, text }) =>
    fieldsOfText(text).map((field) => ({ ...field, written: `${written} ${field.written}` })),
  );
  return [...fieldsOfText(subject.body), ...inner].slice(0, MOST_FIELDS);
}
