import { subjectOf } from "../../bodies/example-subject.js";
import { differenceOf } from "../../examples/example-result.js";
import { type Fix, fixWithLazyEdits } from "../../findings/finding.js";
import { verdictOf } from "../../matching/interpret.js";
import type { Example, Rule } from "../../model/mapping.js";
import { movedAbove } from "../../syntax/moved-statement.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { linePlace } from "../placing/line-place.js";
import type { Trials } from "./trials.js";

/** What comes of moving a rule up, above another of the same mapping. */
export type MovedRule =
  /** Every example that passes still does. */
  | { readonly kind: "possible"; readonly fix: Fix }
  /** It would take this example, which passes. */
  | { readonly kind: "harmful"; readonly example: Example }
  /** It has to stay: it or the other stands in an included file, an include lies between them, or it takes everything. */
  | { readonly kind: "impossible" };

const IMPOSSIBLE: MovedRule = { kind: "impossible" };

/** Tries to move a rule up, above one that stands further up: on all examples for which it holds. */
export function moveRuleAbove(rule: Rule, other: Rule, analysed: AnalysedMapping): MovedRule {
  const { file } = analysed.mapping;
  const isOwn = rule.file.path === file.path && other.file.path === file.path;
  if (!isOwn || rule.model.condition.kind === "otherwise" || isIncludeBetween(other, rule)) return IMPOSSIBLE;
  const example = exampleTaken(rule, other, analysed);
  if (example !== null) return { kind: "harmful", example };
  const title = `Move the rule in ${linePlace(rule, file)} up, above ${linePlace(other, file)}`;
  const fix = fixWithLazyEdits(title, () => movedAbove(file.tree, rule.statement, other.statement));
  return { kind: "possible", fix };
}

/** The fix that moves a rule up, above another; null where that is not possible, or is one too many to try on examples. */
export function moveRuleWithin(
  trials: Trials,
  rule: Rule,
  other: Rule,
  analysed: AnalysedMapping,
): Fix | null {
  if (analysed.run.matchedBy(rule).length > 0 && !trials.take()) return null;
  const moved = moveRuleAbove(rule, other, analysed);
  return moved.kind === "possible" ? moved.fix : null;
}

function isIncludeBetween(first: Rule, last: Rule): boolean {
  const { statements } = first.file.tree;
  const from = statements.indexOf(first.statement);
  return statements
    .slice(from, statements.indexOf(last.statement, from))
    .some(({ syntax }) => syntax.word === "include");
}

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
