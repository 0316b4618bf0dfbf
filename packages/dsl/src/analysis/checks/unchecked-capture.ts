import type { Fix } from "../../findings/finding.js";
import { fixInFile } from "../../findings/finding.js";
import type { Capture, Example } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt } from "../placing/placed-finding.js";
import { type StatedCapture, stateCaptures, writeCaptures } from "../suggested-statements/stated-captures.js";
import { isNoPrice, isPriceName } from "../words/price-names.js";

/** A file without examples is told so, and need not be told this. */
export const checkUncheckedCapture = checkOfMapping(function* (analysed) {
  const { file, captures, examples } = analysed.mapping;
  if (examples.length === 0) return;
  const stated = new Set(examples.flatMap(statedNames));
  const unchecked = captures.filter(
    ({ model, file: { path } }) => path === file.path && !stated.has(model.name),
  );
  if (unchecked.length === 0) return;
  const homes = homesOf(unchecked, analysed);
  for (const capture of unchecked) {
    const { name, nameSpan, outcomes } = capture.model;
    const example = homes.get(capture) ?? null;
    const together = unchecked.filter((other) => homes.get(other) === example);
    const fixes = example === null ? [] : [fixFor(example, together, analysed)];
    const place = example === null ? null : linePlace(example, file);
    const parameters = { name, place, outcomes };
    yield findingAt({ name: "unchecked-capture", parameters }, capture, nameSpan, { fixesInFile: fixes });
  }
});

function statedNames({ model: { verdict } }: Example): readonly string[] {
  return verdict.outcome === "unmapped" ? [] : verdict.captures.map(({ name }) => name);
}

/** Longer texts are pages and messages, which nobody compares in an example. */
const LONGEST_STATED = 300;

/**
 * For each capture an example that can state it: one of a success if there is one, for there is the money; of these the one
 * that has most of the captures, so that one change states many.
 */
function homesOf(
  captures: readonly Capture[],
  analysed: AnalysedMapping,
): ReadonlyMap<Capture, Example | null> {
  const able = captures.map((capture) => ({ capture, examples: examplesWith(capture, analysed) }));
  const counts = new Map<Example, number>();
  for (const { examples } of able)
    for (const example of examples) counts.set(example, (counts.get(example) ?? 0) + 1);
  const weigh = (example: Example) =>
    (counts.get(example) ?? 0) + (example.model.verdict.outcome === "success" ? captures.length : 0);
  return new Map(
    able.map(({ capture, examples }) => [
      capture,
      examples.reduce<Example | null>(
        (best, next) => (best === null || weigh(next) > weigh(best) ? next : best),
        null,
      ),
    ]),
  );
}

/** The examples that get their verdict and have the capture. */
function examplesWith(capture: Capture, analysed: AnalysedMapping): readonly Example[] {
  const { name } = capture.model;
  return analysed.mapping.examples.filter(({ model }) => {
    const outcome = analysed.outcomeOf(model);
    const value = outcome === null ? null : valueIn(outcome.verdict.captures, name);
    if (value === null || value.length > LONGEST_STATED) return false;
    // What a price of 0 means is another question, and stating it would answer that.
    if (isPriceName(name) && isNoPrice(value)) return false;
    return outcome?.difference === null && model.verdict.outcome !== "unmapped";
  });
}

/** States all the captures in the example at once. */
function fixFor(example: Example, captures: readonly Capture[], analysed: AnalysedMapping): Fix {
  const found = analysed.outcomeOf(example.model)?.verdict.captures ?? {};
  const stated: readonly StatedCapture[] = captures.flatMap(({ model: { name } }) => {
    const value = valueIn(found, name);
    return value === null ? [] : [{ name, value }];
  });
  const title = `Write into the example in ${linePlace(example, example.file)}: with ${writeCaptures(stated)}`;
  return fixInFile(
    { title, kind: "suggested", edits: [stateCaptures(example, stated)] },
    example.statement.start,
  );
}

function valueIn(captures: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(captures, name) ? (captures[name] ?? null) : null;
}
