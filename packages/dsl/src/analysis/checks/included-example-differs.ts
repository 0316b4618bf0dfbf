import { type Difference, type ExampleResult, runAgainst, runExamples } from "../../examples/run-examples.js";
import type { Finding } from "../../findings/finding.js";
import { writeVerdict } from "../../matching/verdict.js";
import { linkIncluded, located } from "../../model/link.js";
import type { IncludedFile, Mapping } from "../../model/mapping.js";
import type { Statement } from "../../syntax/tree.js";
import { findingAt, relatedPlace } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { writeExpectedVerdict } from "../expected-verdict.js";
import { linePlace } from "../rule-place.js";

export const checkIncludedExampleDiffers: Check = function* ({ mapping, matcher }) {
  for (const included of mapping.included) {
    const examples = located(included.file, "example");
    const differing = runAgainst(matcher, examples).filter(({ difference }) => difference !== null);
    if (differing.length === 0) continue;
    const failsItself = failingByItself(mapping, included);
    for (const result of differing) {
      if (result.difference === null || failsItself.has(result.example.statement)) continue;
      yield findingFor(mapping, included, result, result.difference);
    }
  }
};

/** The included file's examples that fail in their own file, too: they are errors there and say nothing about here. */
function failingByItself(mapping: Mapping, included: IncludedFile): ReadonlySet<Statement> {
  const linked = linkIncluded(mapping, included);
  const results = linked.kind === "mapping" ? runExamples(linked.mapping) : [];
  return new Set(
    results.filter(({ difference }) => difference !== null).map(({ example }) => example.statement),
  );
}

function findingFor(
  { file }: Mapping,
  { through }: IncludedFile,
  { example, verdict, decidedBy }: ExampleResult,
  difference: Difference,
): Finding {
  const parameters = {
    place: linePlace(example, file),
    expected: writeExpectedVerdict(example.model.verdict),
    actual: writeVerdict(verdict),
    decidedBy: decidedBy === null ? null : linePlace(decidedBy, file),
    capture: difference.kind === "capture" ? difference : null,
  };
  const deciding =
    decidedBy === null
      ? []
      : [relatedPlace(decidedBy, decidedBy.statement.syntax.span, "this rule decides here")];
  const related = [relatedPlace(example, example.model.verdictSpan, "the example"), ...deciding];
  return findingAt({ name: "included-example-differs", parameters }, through, through.model.pathSpan, {
    related,
  });
}
