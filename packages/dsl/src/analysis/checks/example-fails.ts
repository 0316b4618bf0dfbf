import type { Difference, ExampleResult } from "../../examples/run-examples.js";
import { quoted } from "../../findings/quoted.js";
import { Subject } from "../../matching/subject.js";
import { traceRule } from "../../matching/trace.js";
import { writeVerdict } from "../../matching/verdict.js";
import type { Mapping, Rule } from "../../model/mapping.js";
import { closest } from "../../text/similarity.js";
import { findingAt, relatedPlace } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { writeExpectedVerdict } from "../expected-verdict.js";
import { nearMissInWords, nearRuleFor } from "../near-rule.js";
import { linePlace } from "../rule-place.js";

export const checkExampleFails: Check = function* ({ mapping, results }) {
  const captures = mapping.captures.map(({ model }) => model.name);
  for (const result of results) {
    const { example, verdict, decidedBy, difference } = result;
    if (difference === null) continue;
    const { model } = example;
    const parameters = {
      expected: writeExpectedVerdict(model.verdict),
      actual: writeVerdict(verdict),
      because: reasonFor(result, mapping),
      capture: difference.kind === "capture" ? withName(difference, captures) : null,
    };
    const related =
      decidedBy === null
        ? []
        : [relatedPlace(decidedBy, decidedBy.statement.syntax.span, "this rule decided")];
    yield findingAt({ name: "example-fails", parameters }, example, model.verdictSpan, { related });
  }
};

function withName(difference: Extract<Difference, { kind: "capture" }>, captures: readonly string[]) {
  const isKnown = captures.includes(difference.name);
  return { ...difference, isKnown, meant: isKnown ? null : closest(difference.name, captures) };
}

/** Why an example gets its verdict, as a sentence, and which rule nearly gave the other. */
function reasonFor(result: ExampleResult, mapping: Mapping): string {
  const { example, decidedBy } = result;
  const subject = new Subject(example.model);
  const near = nearRuleFor(result, mapping, subject);
  const nearly =
    near === null
      ? ""
      : `; the rule in ${linePlace(near.rule, example.file)} nearly holds: ${nearMissInWords(near.miss, subject.body)}`;
  if (decidedBy === null) return `no rule holds for this response${nearly}`;
  return `the rule in ${linePlace(decidedBy, example.file)} decided${foundIn(decidedBy, subject)}${nearly}`;
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
