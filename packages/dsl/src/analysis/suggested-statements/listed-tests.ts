import { type Fix, fixInFile, replaceWith } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import type { PositiveTest, Rule } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { differencesAfter } from "../suggested-tests/tried-change.js";
import type { Trials } from "./trials.js";

/**
 * Writes the tests of a rule, which never hold together, as a list of which one is enough: where they ask for the same in the same way,
 * and every example that passes still does then, as far as one more may be tried.
 */
export function listTestsOf(rule: Rule, analysed: AnalysedMapping, trials: Trials): readonly Fix[] {
  const { condition } = rule.model;
  const written = listOf(rule);
  if (written === null || !trials.take()) return [];
  const edit = { statement: rule.statement, span: condition.span, newText: written };
  const differences = differencesAfter(analysed, [edit]);
  if (differences === null) return [];
  const breaksOne = Array.from(differences).some(
    ([example, difference]) => difference !== null && analysed.outcomeOf(example)?.difference === null,
  );
  if (breaksOne) return [];
  const title = `Write ${shownSource(written)}: one of them is enough`;
  return [fixInFile(replaceWith(condition.span, written, title, "suggested"), rule.statement.start)];
}

/** All tests of a rule as one, with what each asks for in a list; null where they differ in more. */
function listOf({ model: { condition }, statement }: Rule): string | null {
  const [first, ...others] = testsOf(condition);
  if (first === undefined || others.length === 0) return null;
  const { text } = statement.syntax;
  const { from, to } = condition.span;
  // A comment or a line of its own would take the rest of the line with it.
  if (/[#\r\n]/.test(text.slice(from, to))) return null;
  const isAlike = others.every(({ negated, test }) => !negated && asksAlike(first.test, test));
  if (first.negated || !isAlike) return null;
  const wanted = others.map(({ test }) => text.slice(listStart(test), test.span.to).trim());
  return [text.slice(first.span.from, first.span.to), ...wanted].join(", ");
}

/** Whether what the tests ask for can stand in one list. */
function asksAlike(one: PositiveTest, other: PositiveTest): boolean {
  if (one.kind === "status") return other.kind === "status";
  if (one.kind !== "text" || other.kind !== "text") return false;
  return one.how === other.how && one.field?.key === other.field?.key;
}

/** Where a test's list begins, in its statement. */
function listStart(test: PositiveTest): number {
  return test.kind === "text" ? test.howSpan.to : test.span.from + "status".length;
}
