import { type Fix, fixInFile, replaceWith } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import type { Rule } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { linePlace } from "../placing/line-place.js";
import { differencesAfter } from "../suggested-tests/tried-change.js";
import type { Trials } from "./trials.js";

/**
 * Lets a rule leave to another what that looks for, by `and not` its test: where that has no other, and every example that passes
 * still does then, as far as one more may be tried.
 */
export function narrowRuleFor(
  other: Rule,
  rule: Rule,
  analysed: AnalysedMapping,
  trials: Trials,
): readonly Fix[] {
  const { file } = analysed.mapping;
  const [test, ...others] = testsOf(other.model.condition);
  if (test === undefined || others.length > 0 || test.negated) return [];
  if (rule.file.path !== file.path || rule.model.condition.kind === "otherwise") return [];
  const written = other.statement.syntax.text.slice(test.span.from, test.span.to);
  // A comment or a line of its own would take the rest of the line with it.
  if (/[#\r\n]/.test(written) || !trials.take()) return [];
  const { to } = rule.model.condition.span;
  const edit = { statement: rule.statement, span: { from: to, to }, newText: ` and not ${written}` };
  const differences = differencesAfter(analysed, [edit]);
  if (differences === null) return [];
  const breaksOne = Array.from(differences).some(
    ([example, difference]) => difference !== null && analysed.outcomeOf(example)?.difference === null,
  );
  if (breaksOne) return [];
  const title = `Add and not ${shownSource(written)} to the rule in ${linePlace(rule, file)}`;
  return [fixInFile(replaceWith(edit.span, edit.newText, title, "suggested"), rule.statement.start)];
}
