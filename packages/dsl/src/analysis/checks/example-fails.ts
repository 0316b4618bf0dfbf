import type { ExampleResult } from "../../examples/run-examples.js";
import { quoted } from "../../findings/quoted.js";
import { Subject } from "../../matching/subject.js";
import { traceRule } from "../../matching/trace.js";
import { writeVerdict } from "../../matching/verdict.js";
import type { Rule } from "../../model/mapping.js";
import { findingAt, relatedPlace } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { writeExpectedVerdict } from "../expected-verdict.js";
import { linePlace } from "../rule-place.js";

export const checkExampleFails: Check = function* ({ results }) {
  for (const { example, verdict, decidedBy, difference } of results) {
    if (difference === null) continue;
    const { model } = example;
    const parameters = {
      expected: writeExpectedVerdict(model.verdict),
      actual: writeVerdict(verdict),
      because: reasonFor({ example, decidedBy }),
      capture: difference.kind === "capture" ? difference : null,
    };
    const related =
      decidedBy === null
        ? []
        : [relatedPlace(decidedBy, decidedBy.statement.syntax.span, "this rule decided")];
    yield findingAt({ name: "example-fails", parameters }, example, model.verdictSpan, { related });
  }
};

/** Why an example gets its verdict, as a sentence. */
function reasonFor({ example, decidedBy }: Pick<ExampleResult, "example" | "decidedBy">): string {
  if (decidedBy === null) return "no rule holds for this response";
  return `the rule in ${linePlace(decidedBy, example.file)} decided${foundIn(decidedBy, new Subject(example.model))}`;
}

/** What the rule's first text test met; nothing where it has none. */
function foundIn(rule: Rule, subject: Subject): string {
  for (const { evidence, test } of traceRule(rule, subject).tests) {
    if (evidence.kind !== "found" || test.negated) continue;
    const { start, end } = evidence.place;
    return `, since it found ${quoted(subject.body.slice(start, end))} at character ${start + 1} of the body`;
  }
  return "";
}
