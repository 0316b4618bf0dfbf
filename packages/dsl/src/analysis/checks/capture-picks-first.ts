import { showField } from "../../model/field.js";
import type { Capture, Example } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { capturedTexts } from "../facts/picked-values.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { fieldsForOne } from "../suggested-statements/one-of-several.js";
import { statesCapture } from "../suggested-statements/stated-captures.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";

/** At the capture: there it is said which of the values is meant. */
export const checkCapturePicksFirst = checkOfMapping(function* (analysed) {
  const { file, captures, examples } = analysed.mapping;
  const isTooMuch = captures.length * examples.length > MOST_TRIED;
  for (const capture of captures) {
    if (capture.file.path !== file.path) continue;
    const having = examples.filter((example) => belongsTo(capture, example, analysed));
    const example = having.find(
      ({ model }) =>
        // Who states what the capture must be there has seen that it is the first.
        capturedTexts(model)(capture.model).length > 1 && !statesCapture(model, capture.model.name),
    );
    if (example === undefined) continue;
    const { field } = capture.model;
    const texts = capturedTexts(example.model)(capture.model);
    const others = having.map(({ model }) => model);
    const offers = isTooMuch ? [] : fieldsForOne(field, example.model, others);
    const parameters = {
      field: showField(field),
      place: linePlace(example, file),
      texts: texts.slice(0, MOST_NAMED),
      more: Math.max(0, texts.length - MOST_NAMED),
      instead: offers[0]?.written ?? null,
    };
    const related = [
      relatedPlace(example, example.model.bodySpan, "the field picks several texts of this body"),
    ];
    const fixes = offers.map(({ written }) => suggestTest(field.span, written));
    yield findingAt({ name: "capture-picks-first", parameters }, capture, field.span, { related, fixes });
  }
});

/** Texts named in the sentence at most: two show that they differ, and a third that there are more. */
const MOST_NAMED = 3;

/** Whether the example's verdict is one that has the capture. */
function belongsTo({ model }: Capture, example: Example, analysed: AnalysedMapping): boolean {
  const outcome = analysed.outcomeOf(example.model)?.verdict.outcome;
  return model.outcomes === null || model.outcomes.some((wanted) => wanted === outcome);
}

/** Captures times examples for which other fields are looked for at most: fifty of a thousand examples. */
const MOST_TRIED = 50_000;
