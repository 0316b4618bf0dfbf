import { labelOf } from "../../matching/interpret.js";
import type { Subject } from "../../matching/subject.js";
import { writeVerdict } from "../../matching/verdict.js";
import type { Rule } from "../../model/mapping.js";

/** The verdict that a rule gives to a response, as an example would state it. */
export function verdictBy({ model }: Rule, subject: Subject): string {
  const label = labelOf(model.label, subject);
  subject.forgetOldFields();
  return writeVerdict({ outcome: model.outcome, label });
}
