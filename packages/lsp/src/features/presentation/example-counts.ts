import type { Rule } from "@responses/dsl";
import { counted } from "@responses/dsl/editor";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";

/** How the examples of a file go with one of its rules. */
export interface ExampleCounts {
  /** The file's examples. */
  readonly examples: number;
  /** For how many of them the rule's condition holds. */
  readonly matches: number;
  /** How many of these have the rule's verdict, since no rule above it holds. */
  readonly decides: number;
  /** How many of these should get another verdict. */
  readonly wrong: number;
}

/** The one place where hover, hints and the test tree have the numbers of a rule from. */
export function countsOf(rule: Rule, { run }: UsableMapping): ExampleCounts {
  const decided = run.decidedBy(rule);
  return {
    examples: run.results.length,
    matches: run.matchedBy(rule).length,
    decides: decided.length,
    wrong: decided.filter(({ difference }) => difference !== null).length,
  };
}

/** `Matches 4 of 5 examples, decides 3, 1 of them wrongly`; only the first of it for a rule that is known to decide none. */
export function countsInWords(
  { examples, matches, decides, wrong }: ExampleCounts,
  isKnownToDecideNone = false,
): string {
  if (examples === 0) return "This file has no examples of its own to show what the rule does";
  if (isKnownToDecideNone) return `Matches ${matches} of ${counted(examples, "example")}`;
  const mistakes = wrong === 0 ? "" : `, ${wrong} of them wrongly`;
  return `Matches ${matches} of ${counted(examples, "example")}, decides ${decides}${mistakes}`;
}

/** `13 examples: 12 pass, 1 fails`. */
export function examplesInWords(examples: number, failing: number): string {
  if (examples === 0) return "This file has no examples of its own";
  if (failing === 0) return examples === 1 ? "1 example, which passes" : `${examples} examples, all pass`;
  const passing = examples - failing;
  return `${counted(examples, "example")}: ${passing} ${passing === 1 ? "passes" : "pass"}, ${failing} ${failing === 1 ? "fails" : "fail"}`;
}
