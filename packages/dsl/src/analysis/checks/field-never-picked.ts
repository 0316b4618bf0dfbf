import type { Finding } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import type { Example } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { type AskedField, sourceOf } from "../facts/asked-fields.js";
import { type NeverPicked, neverPicked } from "../facts/never-picked.js";
import { placeInBody } from "../placing/body-place.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { type KnownWays, lostFieldOf } from "../suggested-tests/lost-field.js";
import { asksForAbsence, examplesFor, meantFieldFor } from "../suggested-tests/meant-field.js";

/** Fields that are told at most: each fix is tried on the examples, and of more than these nobody reads. */
const MOST_FOUND = 20;

/**
 * One finding a field, where it is first asked for. Where no example has anything like it, a test may be about responses that
 * nobody recorded, which `untested-rule` says, and `unchecked-capture` says it of a capture: only labels are left, which are given all
 * the same. An example that states the label after `or` shows that this is known.
 */
export const checkFieldNeverPicked = checkOfMapping(function* (analysed) {
  const ways: KnownWays = new Map();
  let left = MOST_FOUND;
  for (const never of neverPicked(analysed)) {
    const [first] = never.uses;
    // What stands in a body inside the body is told there.
    const source = sourceOf(first.by);
    if (analysed.mapping.examples.some(({ model }) => lostFieldOf(model, first.field, source, ways) !== null))
      continue;
    const finding = withMeant(never, analysed) ?? labelWithout(never, analysed);
    if (finding === null) continue;
    yield finding;
    if (--left === 0) return;
  }
});

function withMeant(never: NeverPicked, analysed: AnalysedMapping): Finding | null {
  const asked = never.uses.find((use) => !asksForAbsence(use)) ?? never.uses[0];
  const meant = meantFieldFor(asked, never, analysed);
  if (meant === null) return null;
  const { written, example, picked, fix } = meant;
  const parameters = {
    field: shownField(asked),
    near: shownSource(written),
    place: linePlace(example, analysed.mapping.file),
  };
  const place = placeInBody(example, picked.start, picked.end);
  const related = [relatedPlace(example, place, "this is what an example has")];
  const fixesInFile = fix === null ? [] : [fix];
  return findingAt({ name: "field-never-picked", parameters }, asked.by, asked.field.span, {
    related,
    fixesInFile,
  });
}

function labelWithout({ uses, misses }: NeverPicked, analysed: AnalysedMapping): Finding | null {
  const { file } = analysed.mapping;
  for (const asked of uses) {
    // Without another label the rejection has none, and that is told where it matters.
    if (asked.use.kind !== "label" || asked.use.fallback === null) continue;
    const decided = new Set(examplesFor(asked, analysed));
    const lacking = misses.filter(({ example: { model } }) => decided.has(model));
    const [first] = lacking;
    if (first === undefined || lacking.some(({ example }) => statesLabel(example))) continue;
    const parameters = { field: shownField(asked), near: null, place: linePlace(first.example, file) };
    return findingAt({ name: "field-never-picked", parameters }, asked.by, asked.field.span);
  }
  return null;
}

function statesLabel({ model: { verdict } }: Example): boolean {
  return verdict.outcome !== "unmapped" && verdict.label !== null;
}

function shownField({ field, by }: AskedField): string {
  return shownSource(sourceOf(by).slice(field.span.from, field.span.to));
}
