import { type StatedCapture, writeCaptures } from "../../examples/written-captures.js";
import { type Finding, type Fix, fixInFile } from "../../findings/finding.js";
import { addToGroup } from "../../incremental/groups.js";
import { capturedText, presentCaptures } from "../../matching/verdict.js";
import type { Capture, Example } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt } from "../placing/placed-finding.js";
import { isDoubtfulPrice, LONGEST_STATED } from "../suggested-statements/recorded-verdict.js";
import { stateCaptures } from "../suggested-statements/stated-captures.js";

/** A file without examples is told so, and need not be told this; nor that of a capture whose field is to be another. */
export const checkUncheckedCapture = checkOfMapping(function* (analysed, found) {
  const { file, captures, examples } = analysed.mapping;
  if (examples.length === 0) return;
  const stated = new Set(examples.flatMap(statedNames));
  const told = found
    .flatMap(({ name, span }) => (TOLD_OF_FIELD.has(name) ? [span.start] : []))
    .sort((a, b) => a - b);
  const unchecked = captures.filter(
    (capture) =>
      capture.file.path === file.path && !stated.has(capture.model.name) && !isToldOtherwise(capture, told),
  );
  if (unchecked.length === 0) return;
  const homes = homesOf(unchecked, analysed);
  const byHome = new Map<Example | null, Capture[]>();
  for (const capture of unchecked) addToGroup(byHome, homes.get(capture) ?? null, capture);
  for (const capture of unchecked) {
    const { name, nameSpan, outcomes } = capture.model;
    const example = homes.get(capture) ?? null;
    const atHome = byHome.get(example) ?? [];
    const together = atHome.length > MOST_TOGETHER ? [capture] : atHome;
    const fixes = example === null ? [] : fixesFor(capture, example, together, analysed);
    const place = example === null ? null : linePlace(example, file);
    const parameters = { name, place, outcomes };
    yield findingAt({ name: "unchecked-capture", parameters }, capture, nameSpan, { fixesInFile: fixes });
  }
});

/** Findings after which the field picks something else: to state what it picks now would be to keep it. */
const TOLD_OF_FIELD: ReadonlySet<Finding["name"]> = new Set(["field-never-picked", "joined-texts"]);

/** Captures that one change states at most; of more each change states its own: all of them in each would be a product. */
const MOST_TOGETHER = 50;

/** @param told where such findings are, ascending */
function isToldOtherwise({ statement }: Capture, told: readonly number[]): boolean {
  let [low, high] = [0, told.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((told[middle] ?? 0) < statement.start) low = middle + 1;
    else high = middle;
  }
  const first = told[low];
  return first !== undefined && first < statement.start + statement.syntax.text.length;
}

function statedNames({ model: { verdict } }: Example): readonly string[] {
  return verdict.outcome === "unmapped" ? [] : verdict.captures.map(({ name }) => name);
}

/**
 * For each capture an example that can state it: one of a success if there is one, for there is the money; of these the one
 * that has most of the captures, so that one change states many.
 */
function homesOf(
  captures: readonly Capture[],
  analysed: AnalysedMapping,
): ReadonlyMap<Capture, Example | null> {
  const havingOf = examplesByCapture(analysed);
  const able = captures.map((capture) => ({ capture, having: havingOf.get(capture.model.name) ?? [] }));
  const counts = new Map<Example, number>();
  for (const { example, isDoubtful } of able.flatMap(({ having }) => having))
    if (!isDoubtful) counts.set(example, (counts.get(example) ?? 0) + 1);
  const weigh = ({ example, isDoubtful }: HavingExample) => {
    const isSuccess = example.model.verdict.outcome === "success";
    return isDoubtful ? 0 : (counts.get(example) ?? 0) + (isSuccess ? captures.length : 0);
  };
  return new Map(
    able.map(({ capture, having }) => {
      const [first, ...others] = having;
      const best = others.reduce((most, next) => {
        return most !== undefined && weigh(next) > weigh(most) ? next : most;
      }, first);
      return [capture, best?.example ?? null];
    }),
  );
}

/** An example that has a capture, and whether that is a price that goes ill with its verdict. */
interface HavingExample {
  readonly example: Example;
  readonly isDoubtful: boolean;
}

/** By the name of a capture the examples that get their verdict and have it. */
function examplesByCapture(analysed: AnalysedMapping): ReadonlyMap<string, readonly HavingExample[]> {
  const having = new Map<string, HavingExample[]>();
  for (const example of analysed.mapping.examples) {
    const outcome = analysed.outcomeOf(example.model);
    if (outcome?.difference !== null || outcome.verdict.outcome === "unmapped") continue;
    for (const { name, value } of presentCaptures(outcome.verdict.captures)) {
      const isDoubtful = isDoubtfulPrice(outcome.verdict.outcome, name, value);
      if (value.length <= LONGEST_STATED) addToGroup(having, name, { example, isDoubtful });
    }
  }
  return having;
}

/** States the capture in the example, and with it all others of those that can be stated there. */
function fixesFor(
  capture: Capture,
  example: Example,
  captures: readonly Capture[],
  analysed: AnalysedMapping,
): readonly Fix[] {
  const verdict = analysed.outcomeOf(example.model)?.verdict;
  const found = verdict?.captures ?? {};
  const stated: readonly StatedCapture[] = captures.flatMap(({ model: { name } }) => {
    const value = capturedText(found, name);
    return value === null || isDoubtfulPrice(verdict?.outcome ?? "unmapped", name, value)
      ? []
      : [{ name, value }];
  });
  if (!stated.some(({ name }) => name === capture.model.name)) return [];
  const title = `Write into the example in ${linePlace(example, example.file)}: with ${writeCaptures(stated)}`;
  const edits = [stateCaptures(example, stated)];
  return [fixInFile({ title, kind: "suggested", edits }, example.statement.start)];
}
