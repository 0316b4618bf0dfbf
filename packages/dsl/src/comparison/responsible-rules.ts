import { memoized } from "../incremental/memoized.js";
import { writeVerdict } from "../matching/verdict.js";
import type { Mapping, Rule, RuleModel } from "../model/mapping.js";
import { conditionsExclude } from "../plan/relations/condition-relations.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import { normalisedStatement } from "../syntax/normalised-statement.js";
import { BothMappings } from "./both-mappings.js";
import type { VerdictChange } from "./comparison.js";
import { ruleAt } from "./comparison-words.js";
import { areEqualRules } from "./equal-rules.js";
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
  /** The edits of the rule that decides now and of the one that did, as far as they were edited. */
  readonly edits: readonly CausingEdit[];
  /** Rules that are gone, as they were, without which more responses come from the one to the other. */
  readonly letThrough: readonly string[];
  /** Rules that came, as they are, without which more would. */
  readonly kept: readonly string[];
  /** Captures that are gone, and that came, where they are what differs. */
  readonly gone: readonly string[];
  readonly came: readonly string[];
}

/** What was done to a rule. Statements are as the formatter writes them. */
export interface CausingEdit {
  /** Null for a rule that came, and for one that is gone. */
  readonly before: string | null;
  readonly after: string | null;
  /**
   * The rules that gain or lose what the rule gives up or takes, by its place alone: those that give the other verdict and that it
   * passed where it moved, or stands above now that it came, or stood above before it went. As they were written before.
   */
  readonly passed: readonly string[];
}

/** Edits of one mapping that are held against each group, at most: of more, all belong to every group, wherever they stand. */
const MOST_EDITS_ASKED = 60;

/** Tells the causes of the changes of two mappings. */
export function causesOf(before: Mapping, after: Mapping): (change: VerdictChange) => ChangeCause {
  const { edits: all, editsOfDeciders, passedBy } = ruleEdits(before, after);
  const passed = memoized((edit: RuleEdit) =>
    passedBy(edit).flatMap((place) => {
      const rule = ruleAt(before, place);
      return rule === null ? [] : [{ given: givenBy(rule.model), statement: statementOf(rule) }];
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
  const others =
    all.length > MOST_EDITS_ASKED
      ? () => ({ letThrough: [], kept: [allEdits(before, after, all)] })
      : editsBetween(before, after, all);
  return (change) => {
    const tellsCaptures = change.differs === "captures" || change.money === "success-captures";
    const [gone, came] = tellsCaptures ? captures : NO_CAPTURES;
    const from = givenBy(ruleAt(before, change.before)?.model);
    const to = givenBy(ruleAt(after, change.after)?.model);
    const own = editsOfDeciders(change);
    const written = (edit: RuleEdit): CausingEdit => {
      const concerned = new Set([from, to]);
      if (from !== to) concerned.delete(givenByEdited(edit) ?? "");
      return {
        before: statementAt(before, edit.before),
        after: statementAt(after, edit.after),
        passed: passed(edit).flatMap(({ given, statement }) => (concerned.has(given) ? [statement] : [])),
      };
    };
    return { from, to, edits: own.map(written), ...others(change, to), gone, came };
  };
}

/**
 * Tells of a group, and what the rule gives that decides it now, which other edits let responses into it or keep them from it: those of rules
 * that stand above the one that decides now, or stood below the one that did and would still stand above it, and that can hold for a
 * response of both. One that gives what the response gets now anyway makes no difference.
 */
function editsBetween(
  before: Mapping,
  after: Mapping,
  edits: readonly RuleEdit[],
): (group: Pick<VerdictChange, "before" | "after">, to: string) => Pick<ChangeCause, "letThrough" | "kept"> {
  const both = new BothMappings(before, after);
  /** By the place of an old rule, where the last rule above it that stands in both stands now. */
  const above: number[] = [];
  let last = -1;
  for (const [old, place] of both.unchanged.newPlaces.entries()) {
    above[old] = last;
    last = place ?? last;
  }
  /** Whether a rule was written anew where it stood; one that says the same was moved. */
  const isInPlace = ({ before: old, after: now }: RuleEdit): boolean => {
    const [was, is] = [both.ruleBefore(old), both.ruleAfter(now)];
    return was !== null && is !== null && !areEqualRules(was, is);
  };
  return (group, to) => {
    const deciders = [both.conditionBefore(group.before), both.conditionAfter(group.after)];
    const canTake = (rule: Rule, condition: Conjunction): boolean =>
      givenBy(rule.model) !== to && !deciders.some((decider) => conditionsExclude(decider, condition));
    const isOther = ({ before: old, after: now }: RuleEdit): boolean =>
      (old === null || old !== group.before) && (now === null || now !== group.after);
    const others = edits.filter(isOther);
    const deciding = group.after === null ? undefined : edits.find((edit) => edit.after === group.after);
    const decidingBefore = deciding !== undefined && isInPlace(deciding) ? deciding.before : null;
    /** Whether a rule that was written back would stand below the one that decides now. */
    const wouldBeBelow = (edit: RuleEdit, old: number): boolean => {
      if (group.after === null) return false;
      if (edit.after !== null && isInPlace(edit)) return edit.after > group.after;
      return (above[old] ?? -1) >= group.after || (decidingBefore !== null && old > decidingBefore);
    };
    return {
      letThrough: others.flatMap((edit) => {
        const { before: old } = edit;
        const rule = both.ruleBefore(old);
        if (old === null || rule === null || group.before === null || old < group.before) return [];
        return !wouldBeBelow(edit, old) && canTake(rule, both.conditionBefore(old))
          ? [statementOf(rule)]
          : [];
      }),
      kept: others.flatMap(({ after: now }) => {
        const rule = both.ruleAfter(now);
        if (now === null || rule === null || (group.after !== null && now > group.after)) return [];
        return canTake(rule, both.conditionAfter(now)) ? [statementOf(rule)] : [];
      }),
    };
  };
}

/** All that was done to rules, as one text. */
function allEdits(before: Mapping, after: Mapping, edits: readonly RuleEdit[]): string {
  return JSON.stringify(
    edits.map((edit) => [statementAt(before, edit.before), statementAt(after, edit.after), edit.after]),
  );
}

const NO_CAPTURES: readonly [readonly string[], readonly string[]] = [[], []];

/** The capture statements that stand in one of the mappings alone. */
function changedCaptures(
  before: Mapping,
  after: Mapping,
): readonly [gone: readonly string[], came: readonly string[]] {
  const old = new Set(before.captures.map(statementOf));
  const now = new Set(after.captures.map(statementOf));
  return [[...old].filter((one) => !now.has(one)).sort(), [...now].filter((one) => !old.has(one)).sort()];
}

function statementOf({ file, statement }: Pick<Rule, "file" | "statement">): string {
  return normalisedStatement(file.tree, statement.start);
}

function statementAt(mapping: Mapping, place: number | null): string | null {
  const rule = ruleAt(mapping, place);
  return rule === null ? null : statementOf(rule);
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
