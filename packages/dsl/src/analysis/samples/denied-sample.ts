import type { FieldPlace } from "../../bodies/body-fields.js";
import { readExample } from "../../bodies/read-example.js";
import { bodyWithText } from "../../bodies/rewritten-body.js";
import { LONGEST_WITNESS } from "../../findings/finding.js";
import { memoized } from "../../incremental/memoized.js";
import { Subject } from "../../matching/subject.js";
import type { ExampleModel } from "../../model/mapping.js";
import { denialOf } from "../words/verdict-words.js";
import { SURE_WEIGHT, type TellingField, tellingFieldsOf } from "./telling-fields.js";

/** A recorded success in which the field that says so says the opposite: what a refusal of that system looks like. */
export interface DeniedSample {
  readonly sample: ExampleModel;
  readonly telling: TellingField;
  readonly body: string;
  readonly subject: Subject;
}

/** The refusal that a success suggests; null where no field surely says that it is one. */
export const deniedSampleOf = memoized((sample: ExampleModel): DeniedSample | null => {
  const read = readExample(sample);
  const telling = tellingFieldsOf(sample).find(
    ({ field, by, weight }) => by === "value" && weight >= SURE_WEIGHT && field.place !== null,
  );
  if (read === null || telling?.field.place == null) return null;
  const body = bodyDenying(read.subject.body, telling.field.place, telling.field.text);
  return body === null
    ? null
    : { sample, telling, body, subject: new Subject({ status: sample.status, body }) };
});

/** The body with a text in its place that says no instead; null for one that is too long to be shown. */
export function bodyDenying(body: string, place: FieldPlace, text: string): string | null {
  return body.length > LONGEST_WITNESS ? null : bodyWithText(body, place, denialOf(text));
}
