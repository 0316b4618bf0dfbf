import type { Example } from "@responses/dsl";
import { type ExplainedBody, explainedBody, type Subject, writtenPlace } from "@responses/dsl/editor";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";

/**
 * The body of an example for previews, which show it where the file writes it: its places are those of the file, since a line and a
 * column of the body itself are nowhere to be seen. Of what stands in for a broken statement they are those of the body.
 */
export function writtenBody(example: Example, { body }: Subject, usable: UsableMapping): ExplainedBody {
  const { statement, model } = example;
  const inBody = explainedBody(body);
  // A byte order mark is no part of the body as it is read.
  const dropped = model.body.length - body.length;
  return explainedBody(body, (offset) => {
    const { from } = writtenPlace(statement.syntax.text, model.bodySpan, offset + dropped);
    const place = usable.currentPlace(statement.start + from);
    return place === null
      ? inBody.placeInWords(offset)
      : `line ${place.line + 1}, column ${place.column + 1}`;
  });
}
