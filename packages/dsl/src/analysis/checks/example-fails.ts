import { subjectOf } from "../../bodies/example-subject.js";
import type { ExampleOutcome } from "../../examples/example-outcomes.js";
import type { Difference, ExampleResult } from "../../examples/example-result.js";
import { writeExpectedVerdict } from "../../explain/expected-verdict.js";
import { nearMissInWords } from "../../explain/near-miss-words.js";
import { nearRuleAboveDeciding } from "../../explain/near-rule.js";
import { traceTests } from "../../explain/trace.js";
import { quoted } from "../../findings/quoted.js";
import { memoized } from "../../incremental/memoized.js";
import { writeVerdict } from "../../matching/verdict.js";
import { closest } from "../../text/similarity.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";

export const checkExampleFails = checkOfMapping(function* (analysed) {
  const captures = analysed.mapping.captures.map(({ model }) => model.name);
  for (const result of analysed.run.results) {
    const { example, verdict, decidedBy, difference } = result;
    if (difference === null) continue;
    const parameters = {
      expected: writeExpectedVerdict(example.model.verdict),
      actual: writeVerdict(verdict),
      because: reasonFor(result, analysed),
      capture: difference.kind === "capture" ? withName(difference, captures) : null,
    };
    const related =
      decidedBy === null
        ? []
        : [relatedPlace(decidedBy, decidedBy.statement.syntax.span, "this rule decided")];
    yield findingAt({ name: "example-fails", parameters }, example, example.model.verdictSpan, { related });
  }
});

function withName(difference: Extract<Difference, { kind: "capture" }>, captures: readonly string[]) {
  const isKnown = captures.includes(difference.name);
  return { ...difference, isKnown, meant: isKnown ? null : closest(difference.name, captures) };
}

/** Why an example gets its verdict, as a sentence, and which rule nearly gave the other. */
function reasonFor(result: ExampleResult, analysed: AnalysedMapping): string {
  const { example, decidedBy } = result;
  const { body } = subjectOf(example.model);
  const near = nearRuleAboveDeciding(result, analysed.mapping);
  const nearly =
    near === null
      ? ""
      : `; the rule in ${linePlace(near.rule, example.file)} nearly holds: ${nearMissInWords(near.miss, body)}`;
  const outcome = analysed.outcomeOf(example.model);
  if (decidedBy === null || outcome === null) return `no rule holds for this response${nearly}`;
  return `the rule in ${linePlace(decidedBy, example.file)} decided${foundBy(outcome)}${nearly}`;
}

/** What the deciding rule's first text test met; nothing where it has none. */
const foundBy = memoized(({ example, decidedBy }: ExampleOutcome): string => {
  const subject = subjectOf(example);
  for (const { evidence, test } of decidedBy === null ? [] : traceTests(decidedBy, subject)) {
    if (evidence.kind !== "found" || test.negated) continue;
    const { start, end } = evidence.place;
    return `, since it found ${quoted(subject.body.slice(start, end))} at character ${start + 1} of the body`;
  }
  return "";
});
