import { readExample } from "../../bodies/read-example.js";
import { bodyWithText } from "../../bodies/rewritten-body.js";
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

/** A person is to see in it what is meant. */
const LONGEST_SHOWN = 10_000;

/** The refusal that a success suggests; null where no field surely says that it is one. */
export const deniedSampleOf = memoized((sample: ExampleModel): DeniedSample | null => {
  const read = readExample(sample);
  const telling = tellingFieldsOf(sample).find(
    ({ field, by, weight }) => by === "value" && weight >= SURE_WEIGHT && field.place !== null,
  );
  if (read === null || telling?.field.place == null || read.subject.body.length > LONGEST_SHOWN) return null;
  const body = bodyWithText(read.subject.body, telling.field.place, denialOf(telling.field.text));
  return { sample, telling, body, subject: new Subject({ status: sample.status, body }) };
});
