import type { ExampleResult } from "../../examples/example-result.js";
import { partsOf } from "../../model/field.js";
import { fieldOfTest, testsOf } from "../../model/rule-parts.js";
import { type PathFieldWord, VOCABULARY } from "../../syntax/vocabulary.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { askedFields } from "../facts/asked-fields.js";
import { brokenBodyOf } from "../facts/broken-body.js";
import { findingAt } from "../placing/placed-finding.js";
import { findLostFields, lostFieldsFinding } from "./unreadable-body/lost-fields.js";

export const checkUnreadableBody = checkOfMapping(function* (analysed) {
  const asked = askedFields(analysed.mapping);
  const groups = findLostFields(analysed, asked);
  for (const group of groups) yield lostFieldsFinding(analysed, asked, group);
  const told = new Set(groups.flatMap(({ examples }) => examples.map(({ result }) => result)));
  const kinds = new Set(asked.map(({ field }) => partsOf(field)[0].kind));
  for (const result of analysed.run.results) {
    const { example } = result;
    const broken = told.has(result) ? null : brokenBodyOf(example.statement.syntax);
    if (broken === null || !kinds.has(broken.format) || !matters(result, broken.format, analysed)) continue;
    const parameters = {
      kind: "broken",
      format: VOCABULARY[broken.format].format,
      reason: broken.reason,
    } as const;
    yield findingAt({ name: "unreadable-body", parameters }, example, broken.span);
  }
});

/**
 * Whether it makes a difference that fields of a format find nothing in the example: it fails, or a rule holds for it because
 * of that, or its label is missing. An example that passes by other means shows a response as it is.
 */
function matters(result: ExampleResult, format: PathFieldWord, { run }: AnalysedMapping): boolean {
  if (result.difference !== null) return true;
  const label = result.decidedBy?.model.label;
  if (label?.kind === "field" && partsOf(label.field)[0].kind === format) return true;
  return run.rulesFor(result.example).some(({ model }) =>
    testsOf(model.condition).some(({ test }) => {
      const field = fieldOfTest(test);
      return field !== null && partsOf(field)[0].kind === format;
    }),
  );
}
