import { subjectOf } from "../../bodies/example-subject.js";
import { captureIndex } from "../../matching/capture-index.js";
import { describeField, showField } from "../../model/field.js";
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
  const own = captures.filter((capture) => capture.file.path === file.path);
  const severalOf = firstWithSeveral(own, analysed);
  for (const capture of own) {
    const example = severalOf.get(capture);
    if (example === undefined) continue;
    const { field } = capture.model;
    const texts = capturedTexts(example.model)(capture.model);
    const offers = isTooMuch
      ? []
      : fieldsForOne(
          field,
          example.model,
          examples.flatMap((other) => (belongsTo(capture, other, analysed) ? [other.model] : [])),
        );
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

/** For captures the first example that has them and in which their fields pick several texts. */
function firstWithSeveral(
  captures: readonly Capture[],
  analysed: AnalysedMapping,
): ReadonlyMap<Capture, Example> {
  const found = new Map<Capture, Example>();
  const able = captureIndex(captures.filter(({ model: { field } }) => !describeField(field).picksOneAtMost));
  for (const example of analysed.mapping.examples) {
    const { model } = example;
    for (const capture of able(subjectOf(model))) {
      if (found.has(capture) || !belongsTo(capture, example, analysed)) continue;
      // Who states what the capture must be there has seen that it is the first.
      const isDoubtful =
        capturedTexts(model)(capture.model).length > 1 && !statesCapture(model, capture.model.name);
      if (isDoubtful) found.set(capture, example);
    }
  }
  return found;
}

/** Texts named in the sentence at most: two show that they differ, and a third that there are more. */
const MOST_NAMED = 3;

/** Whether the example's verdict is one that has the capture. */
function belongsTo({ model }: Capture, example: Example, analysed: AnalysedMapping): boolean {
  const outcome = analysed.outcomeOf(example.model)?.verdict.outcome;
  return model.outcomes === null || model.outcomes.some((wanted) => wanted === outcome);
}

/** Captures times examples for which other fields are looked for at most: fifty of a thousand examples. */
const MOST_TRIED = 50_000;
