import type { Subject } from "../matching/subject.js";
import { type BodyField, type FieldPlace, fieldsOfText, MOST_FIELDS } from "./body-fields.js";
import { innerBodiesOf } from "./inner-bodies.js";

/**
 * The texts of a body, each with the field that leads to it: those of the body as a whole, then those of bodies inside it,
 * whose fields are fields of a field (`json "$.d" json "$.Status"`).
 */
export function fieldsOfBody(subject: Subject): readonly BodyField[] {
  const { body } = subject;
  const inner = innerBodiesOf(subject).flatMap(({ written, text, start, end }) => {
    // Where escapes stand for its characters, a place in the inner body is none in the outer one.
    const isPlain = body.slice(start, end) === text;
    return fieldsOfText(text).map((field) => ({
      ...field,
      written: `${written} ${field.written}`,
      place: isPlain ? movedBy(start, field.place) : null,
    }));
  });
  return [...fieldsOfText(subject.body), ...inner].slice(0, MOST_FIELDS);
}

function movedBy(start: number, place: FieldPlace | null): FieldPlace | null {
  return place === null ? null : { ...place, start: place.start + start, end: place.end + start };
}
