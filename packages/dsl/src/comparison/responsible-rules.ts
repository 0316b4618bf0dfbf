import { memoized } from "../incremental/memoized.js";
import { writeVerdict } from "../matching/verdict.js";
import type { Mapping, Rule, RuleModel } from "../model/mapping.js";
import { normalisedStatement } from "../syntax/normalised-statement.js";
import type { VerdictChange } from "./comparison.js";
import { ruleAt } from "./comparison-words.js";
import { type RuleEdit, ruleEdits } from "./rule-edits.js";
import { haveSameCaptures } from "./same-meaning.js";

/**
 * What makes responses get another verdict, as it is written: the same for groups that differ in nothing but the rule that stands in
 * both mappings, and wherever rules and groups stand.
 */
export interface ChangeCause {
  /** The two verdicts as the rules give them: a label from a field is that field. */
  readonly from: string;
  readonly to: string;
  /** The statements responsible before, and what stands in their place now, as the formatter writes them; none for nothing. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /**
   * The rules that gain or lose what the rule responsible gives up or takes, by its place alone: those that give the other verdict and
   * that it passed where it moved, or stands above now that it came, or stood above before it went. As they were written before.
   */
  readonly passed: readonly string[];
}

/** Tells the causes of the changes of two mappings. */
export function causesOf(before: Mapping, after: Mapping): (change: VerdictChange) => ChangeCause {
  const { causeOf, passedBy } = ruleEdits(before, after);
  const passed = memoized((edit: RuleEdit) =>
    passedBy(edit).flatMap((place) => {
      const rule = ruleAt(before, place);
      return rule === null ? [] : [{ given: givenBy(rule.model), statements: statementsOf(rule) }];
    }),
  );
  /** What an edited rule gives by itself, so that no rule which gives the same makes a difference to it. */
  const givenByEdited = (edit: RuleEdit): string | null => {
    const given = [ruleAt(before, edit.before), ruleAt(after, edit.after)].flatMap((rule) =>
      rule === null ? [] : [givenBy(rule.model)],
    );
    return new Set(given).size === 1 ? (given[0] ?? null) : null;
  };
  const captures = haveSameCaptures(before, after) ? NO_CAPTURES : changedCaptures(before, after);
  return (change) => {
    const edit = causeOf(change);
    const tellsCaptures = change.differs === "captures" || change.money === "success-captures";
    const [gone, came] = tellsCaptures ? captures : NO_CAPTURES;
    const from = givenBy(ruleAt(before, change.before)?.model);
    const to = givenBy(ruleAt(after, change.after)?.model);
    const concerned = new Set([from, to]);
    if (edit !== null && from !== to) concerned.delete(givenByEdited(edit) ?? "");
    return {
      from,
      to,
      passed: (edit === null ? [] : passed(edit)).flatMap(({ given, statements }) =>
        concerned.has(given) ? statements : [],
      ),
      before: [...statementsOf(ruleAt(before, edit?.before ?? null)), ...gone],
      after: [...statementsOf(ruleAt(after, edit?.after ?? null)), ...came],
    };
  };
}

const NO_CAPTURES: readonly [readonly string[], readonly string[]] = [[], []];

/** The capture statements that stand in one of the mappings alone. */
function changedCaptures(
  before: Mapping,
  after: Mapping,
): readonly [gone: readonly string[], came: readonly string[]] {
  const old = new Set(before.captures.flatMap(statementsOf));
  const now = new Set(after.captures.flatMap(statementsOf));
  return [[...old].filter((one) => !now.has(one)).sort(), [...now].filter((one) => !old.has(one)).sort()];
}

function statementsOf(stated: Pick<Rule, "file" | "statement"> | null): readonly string[] {
  return stated === null ? [] : [normalisedStatement(stated.file.tree, stated.statement.start)];
}

function givenBy(model: RuleModel | undefined): string {
  if (model === undefined) return "unmapped";
  const { outcome, label } = model;
  switch (label.kind) {
    case "none":
      return outcome;
    case "fixed":
      return writeVerdict({ outcome, label: label.text });
    case "field": {
      const fallback = label.fallback === null ? "" : ` or ${JSON.stringify(label.fallback)}`;
      return `${outcome} as ${label.field.key}${fallback}`;
    }
  }
}
