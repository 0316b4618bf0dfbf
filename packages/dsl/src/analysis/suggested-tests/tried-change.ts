import { subjectOf } from "../../bodies/example-subject.js";
import { type Difference, differenceOf } from "../../examples/example-result.js";
import { MOST_HOLDING } from "../../examples/rule-matches.js";
import { ruleHolds, verdictOf } from "../../matching/interpret.js";
import { lowerStatement } from "../../model/lower.js";
import type { Capture, CaptureModel, ExampleModel, RuleModel } from "../../model/mapping.js";
import { parse } from "../../syntax/parse.js";
import type { Statement } from "../../syntax/tree.js";
import type { LocalSpan } from "../../text/span.js";
import type { AnalysedMapping } from "../analysed-mapping.js";

/** A statement's stretch that would be replaced. */
export interface TriedEdit {
  readonly statement: Statement;
  readonly span: LocalSpan;
  readonly newText: string;
}

/** Examples times changed statements that are tried at most: a suggestion must not take long. */
const MOST_TRIED = 20_000;

/** Whether so many changed statements are more than `differencesAfter` tries on the mapping's examples. */
export function isTooMuchToTry(statements: number, { mapping }: AnalysedMapping): boolean {
  return statements * mapping.examples.length > MOST_TRIED;
}

/**
 * In what each of the mapping's own examples would differ from its verdict if rules and captures were written anew; null if
 * they cannot be read then, or there is too much to try. Only what the change can concern is evaluated.
 */
export function differencesAfter(
  analysed: AnalysedMapping,
  edits: readonly TriedEdit[],
): ReadonlyMap<ExampleModel, Difference | null> | null {
  const { mapping, knowledge, order } = analysed;
  if (isTooMuchToTry(new Set(edits.map(({ statement }) => statement)).size, analysed)) return null;
  const changed = readChanged(edits);
  if (changed === null) return null;
  const captures = mapping.captures.map((capture): Capture => {
    const model = changed.captures.get(capture.model);
    return model === undefined ? capture : { ...capture, model };
  });
  const names = new Set(captures.map(({ model }) => model.name));
  const placeOf = (rule: RuleModel) => order.placeOf(rule) ?? 0;
  const differences = new Map<ExampleModel, Difference | null>();
  for (const { model: example } of mapping.examples) {
    const subject = subjectOf(example);
    const holding = knowledge.outcomes.ruleMatches.holding.get(example) ?? [];
    let deciding = holding.find((rule) => !changed.rules.has(rule)) ?? null;
    // The first of those that stay may stand behind the ones that are known.
    if (deciding === null && holding.length === MOST_HOLDING) return null;
    let place = deciding === null ? Infinity : placeOf(deciding);
    for (const [old, rule] of changed.rules) {
      if (placeOf(old) >= place || !ruleHolds(rule, subject)) continue;
      deciding = rule;
      place = placeOf(old);
    }
    const verdict = verdictOf(deciding, captures, subject);
    differences.set(example, differenceOf(example.verdict, verdict, names));
    subject.forgetOldFields();
  }
  return differences;
}

interface ChangedModels {
  readonly rules: ReadonlyMap<RuleModel, RuleModel>;
  readonly captures: ReadonlyMap<CaptureModel, CaptureModel>;
}

/** What the statements mean after the edits, by what they mean now. */
function readChanged(edits: readonly TriedEdit[]): ChangedModels | null {
  const byStatement = new Map<Statement, TriedEdit[]>();
  for (const edit of edits)
    byStatement.set(edit.statement, [...(byStatement.get(edit.statement) ?? []), edit]);
  const rules = new Map<RuleModel, RuleModel>();
  const captures = new Map<CaptureModel, CaptureModel>();
  for (const [statement, own] of byStatement) {
    const old = lowerStatement(statement.syntax).model;
    const model = readStatement(textAfter(statement, own));
    if (old.kind === "rule" && model?.kind === "rule") rules.set(old, model);
    else if (old.kind === "capture" && model?.kind === "capture") captures.set(old, model);
    else return null;
  }
  return { rules, captures };
}

function textAfter({ syntax }: Statement, edits: readonly TriedEdit[]): string {
  let text = syntax.text;
  for (const { span, newText } of [...edits].sort((a, b) => b.span.from - a.span.from))
    text = text.slice(0, span.from) + newText + text.slice(span.to);
  return text;
}

function readStatement(text: string) {
  const [statement, ...others] = parse(text).statements;
  return statement === undefined || others.length > 0 ? null : lowerStatement(statement.syntax).model;
}
