import type { Subject } from "../matching/subject.js";
import { type BodyField, type FieldPlace, fieldsOfText, MOST_FIELDS } from "./body-fields.js";
import { innerBodiesOf } from "./inner-bodies.js";

/**
 * The texts of a body, each with the field that leads to it: those of the body as a whole, then those of bodies inside it,
 * whose fields are fields of a field (`json "$.d" json "$.Status"`).
 */
export function fieldsOfBody(subject: Subject): readonly BodyField[] {
  const { body } = subject;
  const inner = innerBodiesOf(subject).flatMap(({ parts, written, text, start, end }) => {
    // Where escapes stand for its characters, a place in the inner body is none in the outer one.
    const isPlain = body.slice(start, end) === text;
    const within = parts.map(holderOf).reverse();
    return fieldsOfText(text).map((field) => ({
      ...field,
      written: `${written} ${field.written}`,
      place: isPlain && field.place !== null ? placeInside(field.place, start, within) : null,
    }));
  });
  return [...fieldsOfText(subject.body), ...inner].slice(0, MOST_FIELDS);
}

function placeInside(place: FieldPlace, start: number, within: FieldPlace["within"]): FieldPlace {
  return { ...place, start: place.start + start, end: place.end + start, within };
}

/** What holds the text that a part of a field picks. */
function holderOf(part: string): FieldPlace["kind"] {
  const [word] = part.split(" ", 1);
  return word === "json" || word === "xml" || word === "form" ? word : "text";
}
