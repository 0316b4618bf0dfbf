import { type ExampleResult, type NearMiss, nearMissOf, type Rule, type Subject } from "@responses/dsl";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { previewSubjectOf } from "../presentation/example-subjects.js";
import { excerpt } from "../presentation/excerpt.js";
import { type Piece, words, written } from "../presentation/preview-text.js";

/** So many examples are looked at for a rule, and rules for an example. */
const MOST_LOOKED_AT = 8;

/** A rule that an example nearly matches, and by how little it misses it. */
export interface FoundMiss {
  readonly rule: Rule;
  readonly result: ExampleResult;
  readonly subject: Subject;
  readonly miss: NearMiss;
}

/**
 * An example that a rule misses by little and that ends where it should not: it fails, or no rule matches it. Those that
 * should get the rule's verdict are looked at first.
 */
export function nearMissForRule(rule: Rule, { run }: UsableMapping): FoundMiss | null {
  const matched = new Set(run.matchedBy(rule));
  const doubtful = run.results.filter(
    (result) => !matched.has(result) && (result.difference !== null || result.decidedBy === null),
  );
  const wanted = doubtful.filter((result) => isExpectedOf(rule, result));
  return firstMiss([...wanted, ...doubtful], (result) => ({ rule, result }));
}

/** A rule that a failing example misses by little: one that would give the verdict that it expects. */
export function nearMissForExample(result: ExampleResult, { run }: UsableMapping): FoundMiss | null {
  if (result.difference === null) return null;
  const matching = new Set(run.rulesFor(result.example));
  const candidates: Rule[] = [];
  for (const rule of run.mapping.rules) {
    if (matching.has(rule) || !isExpectedOf(rule, result)) continue;
    if (candidates.push(rule) === MOST_LOOKED_AT) break;
  }
  return firstMiss(candidates, (rule) => ({ rule, result }));
}

/** Whether the rule would give the verdict that the example expects. */
function isExpectedOf({ model: { outcome, label } }: Rule, { example }: ExampleResult): boolean {
  const expected = example.model.verdict;
  if (expected.outcome !== outcome) return false;
  return expected.label === null || label.kind !== "fixed" || label.text === expected.label;
}

function firstMiss<Item>(
  items: readonly Item[],
  pairOf: (item: Item) => Pick<FoundMiss, "rule" | "result">,
): FoundMiss | null {
  for (const item of items.slice(0, MOST_LOOKED_AT)) {
    const { rule, result } = pairOf(item);
    const subject = previewSubjectOf(result.example.model);
    const miss = subject === null ? null : nearMissOf(rule, subject);
    if (subject !== null && miss !== null) return { rule, result, subject, miss };
  }
  return null;
}

/** By how little, as a clause, and what the body has instead. */
export function missInWords(
  { miss, subject }: Pick<FoundMiss, "miss" | "subject">,
  bytes: number,
): readonly Piece[] {
  switch (miss.kind) {
    case "spacing":
      return [words("only the spacing differs: "), written(excerpt(subject.body, miss.place, bytes))];
    case "number":
      return [
        words("only how the number is written differs: "),
        written(excerpt(subject.body, miss.place, bytes)),
      ];
    case "character":
      return [words("only one character differs: "), written(excerpt(subject.body, miss.place, bytes))];
    case "path":
      return [
        words("only upper and lower case of the path differ: the body has "),
        written(excerpt(miss.actual, null, bytes)),
      ];
  }
}
