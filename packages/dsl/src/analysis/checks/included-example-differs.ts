import type { ExampleOutcome } from "../../examples/example-outcomes.js";
import type { Difference } from "../../examples/example-result.js";
import { writeExpectedVerdict } from "../../explain/expected-verdict.js";
import type { Finding } from "../../findings/finding.js";
import { writeVerdict } from "../../matching/verdict.js";
import { located } from "../../model/link.js";
import type { Example, IncludedFile } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";

/** Examples that fail in their own file, too, are errors there and say nothing about here. */
export const checkIncludedExampleDiffers = checkOfMapping(function* (analysed) {
  for (const included of analysed.mapping.included) {
    for (const example of located(included.file, "example")) {
      const outcome = analysed.outcomeOf(example.model);
      const difference = outcome?.difference ?? null;
      if (outcome === null || difference === null || analysed.failsByItself(example.model, included))
        continue;
      yield findingFor(analysed, included, example, outcome, difference);
    }
  }
});

function findingFor(
  analysed: AnalysedMapping,
  { through }: IncludedFile,
  example: Example,
  { verdict, decidedBy }: ExampleOutcome,
  difference: Difference,
): Finding {
  const { file } = analysed.mapping;
  const rule = decidedBy === null ? null : analysed.find({ model: decidedBy, nth: 0 });
  const parameters = {
    place: linePlace(example, file),
    expected: writeExpectedVerdict(example.model.verdict),
    actual: writeVerdict(verdict),
    decidedBy: rule === null ? null : linePlace(rule, file),
    capture: difference.kind === "capture" ? difference : null,
  };
  const deciding =
    rule === null ? [] : [relatedPlace(rule, rule.statement.syntax.span, "this rule decides here")];
  const related = [relatedPlace(example, example.model.verdictSpan, "the example"), ...deciding];
  return findingAt({ name: "included-example-differs", parameters }, through, through.model.pathSpan, {
    related,
  });
}
