import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import { writeVerdict } from "../../matching/verdict.js";
import { describeField, type Field, showField } from "../../model/field.js";
import type { ExampleModel } from "../../model/mapping.js";
import { checkOfRules } from "../check-definition.js";
import { differentTexts } from "../facts/picked-values.js";
import { decidedBy } from "../facts/questions.js";
import { RELATED_LINE } from "../placing/unplaced-finding.js";

/** Texts named in the sentence at most: two show that they differ, and a third that there are more. */
const MOST_NAMED = 3;

/** Once a rule, at its label, unless all examples with several texts state which label is right. */
export const checkLabelPicksFirst = checkOfRules(function* (rule, facts) {
  const { label, outcome } = rule.model;
  if (label.kind !== "field" || describeField(label.field).picksOneAtMost) return;
  for (const { example } of facts.ask(decidedBy, rule)) {
    const texts = labelTexts(example)(label.field);
    const [first] = texts;
    if (first === undefined || texts.length === 1 || statesLabel(example)) continue;
    const parameters = {
      field: showField(label.field),
      place: RELATED_LINE,
      texts: texts.slice(0, MOST_NAMED),
      more: Math.max(0, texts.length - MOST_NAMED),
      verdict: writeVerdict({ outcome, label: first }),
    } as const;
    const of = { model: example, nth: 0 };
    const related = { of, span: example.bodySpan, message: "the field picks several texts of this body" };
    yield { name: "label-picks-first", parameters, span: label.field.span, related };
    return;
  }
});

function statesLabel({ verdict }: ExampleModel): boolean {
  return verdict.outcome !== "unmapped" && verdict.label !== null;
}

/** The texts that a label could be: worked out once, also through edits of others. */
const labelTexts = memoized((example: ExampleModel) =>
  memoized((field: Field) => differentTexts(field, subjectOf(example))),
);
