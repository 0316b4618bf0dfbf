import { subjectOf } from "../../bodies/example-subject.js";
import { differenceOf } from "../../examples/example-result.js";
import { type Fix, fixWithLazyEdits } from "../../findings/finding.js";
import { memoized } from "../../incremental/memoized.js";
import { verdictOf } from "../../matching/interpret.js";
import type { Example, Rule } from "../../model/mapping.js";
import { movedAbove } from "../../syntax/moved-statement.js";
import type { Tree } from "../../syntax/tree.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { linePlace } from "../placing/line-place.js";
import type { Trials } from "./trials.js";

/** What comes of moving a rule up, above another of the same mapping. */
export type MovedRule =
  /** Every example that passes still does. */
  | { readonly kind: "possible"; readonly fix: Fix }
  /** It would take this example, which passes. */
  | { readonly kind: "harmful"; readonly example: Example }
  /** It takes everything, so that nothing would be left for the other. */
  | { readonly kind: "takes-all" }
  /** It or the other stands in an included file, or an include lies between them. */
  | { readonly kind: "past-include" };

/** Tries to move a rule up, above one that stands further up: on all examples for which it holds. */
export function moveRuleAbove(rule: Rule, other: Rule, analysed: AnalysedMapping): MovedRule {
  const { file } = analysed.mapping;
  if (rule.model.condition.kind === "otherwise") return { kind: "takes-all" };
  const isOwn = rule.file.path === file.path && other.file.path === file.path;
  if (!isOwn || isIncludeBetween(other, rule)) return { kind: "past-include" };
  const example = exampleTaken(rule, other, analysed);
  if (example !== null) return { kind: "harmful", example };
  const title = `Move the rule in ${linePlace(rule, file)} up, above ${linePlace(other, file)}`;
  const fix = fixWithLazyEdits(title, () => movedAbove(file.tree, rule.statement, other.statement));
  return { kind: "possible", fix };
}

/** The same; null where it is one too many to try on examples. */
export function moveRuleWithin(
  trials: Trials,
  rule: Rule,
  other: Rule,
  analysed: AnalysedMapping,
): MovedRule | null {
  if (analysed.run.matchedBy(rule).length > 0 && !trials.take()) return null;
  return moveRuleAbove(rule, other, analysed);
}

function isIncludeBetween(first: Rule, last: Rule): boolean {
  const [from, to] = [first.statement.start, last.statement.start];
  return includesOf(first.file.tree).some(({ start }) => from <= start && start < to);
}

/** Thousands of rules may be moved in a file, and most files have few includes. */
const includesOf = memoized(({ statements }: Tree) =>
  statements.filter(({ syntax }) => syntax.word === "include"),
);

/** The first example that passes and would fail. */
function exampleTaken(rule: Rule, other: Rule, { run, order, mapping }: AnalysedMapping): Example | null {
  const top = order.placeOf(other.model) ?? 0;
  const captures = new Set(mapping.captures.map(({ model }) => model.name));
  const taken = run.matchedBy(rule).find(({ example, decidedBy, difference }) => {
    if (difference !== null || decidedBy === null || decidedBy === rule) return false;
    if ((order.placeOf(decidedBy.model) ?? 0) < top) return false;
    const subject = subjectOf(example.model);
    const verdict = verdictOf(rule.model, mapping.captures, subject);
    subject.forgetOldFields();
    return differenceOf(example.model.verdict, verdict, captures) !== null;
  });
  return taken?.example ?? null;
}
