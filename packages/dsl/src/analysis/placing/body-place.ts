import { subjectOf } from "../../bodies/example-subject.js";
import type { Example } from "../../model/mapping.js";
import { writtenPlace } from "../../syntax/text-literal.js";
import { joinLocalSpans, type LocalSpan } from "../../text/span.js";

/** Where a stretch of an example's body is written in its statement; offsets are those of the subject's body. */
export function placeInBody({ model, statement }: Example, start: number, end: number): LocalSpan {
  // Offsets count from behind a byte order mark, which a body loses.
  const dropped = model.body.length - subjectOf(model).body.length;
  const placeOf = (offset: number) => writtenPlace(statement.syntax.text, model.bodySpan, offset + dropped);
  return end > start + 1 ? joinLocalSpans(placeOf(start), placeOf(end - 1)) : placeOf(start);
}
