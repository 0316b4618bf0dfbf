import { memoized } from "../incremental/memoized.js";
import { type Verdict, writeVerdict } from "../matching/verdict.js";
import type { Mapping, Rule, RuleModel } from "../model/mapping.js";
import { conditionsExclude } from "../plan/relations/condition-relations.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import { normalisedStatement } from "../syntax/normalised-statement.js";
import { BothMappings } from "./both-mappings.js";
import type { VerdictChange } from "./comparison.js";
import { ruleAt } from "./comparison-words.js";
import type { DecidingPair } from "./deciding-pairs.js";
import { areEqualRules } from "./equal-rules.js";
import { type RuleEdit, ruleEdits } from "./rule-edits.js";
import { changedCaptures } from "./telling-tests.js";

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
  /** Captures that are gone, and that came, of the outcome that both verdicts have. */
  readonly gone: readonly string[];
  readonly came: readonly string[];
}

/** What was done to a rule. Statements are as the formatter writes them. */
export interface CausingEdit {
  /** Null for a rule that came, and for one that is gone. */
  readonly before: string | null;
  readonly after: string | null;
  /** In which state alone the rule decides, where it stands in both: an unedited rule does in the other. Null for any other. */
  readonly side: "before" | "after" | null;
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
  const captures = changedCaptures(before, after);
  const capturesOf = (outcome: Verdict["outcome"], isGone: boolean): readonly string[] =>
    captures
      .filter((changed) => changed.isGone === isGone && changed.outcomes.has(outcome))
      .map(({ capture }) => statementOf(capture))
      .sort();
  const others =
    all.length > MOST_EDITS_ASKED
      ? () => ({ letThrough: [], kept: [allEdits(before, after, all)] })
      : editsBetween(before, after, all);
  return (change) => {
    const { outcome } = change.verdictAfter;
    // Whether the witness shows them or not: other responses of the group do.
    const hasOneOutcome = change.verdictBefore.outcome === outcome;
    const gone = hasOneOutcome ? capturesOf(outcome, true) : [];
    const came = hasOneOutcome ? capturesOf(outcome, false) : [];
    const from = givenBy(ruleAt(before, change.before)?.model);
    const to = givenBy(ruleAt(after, change.after)?.model);
    const own = editsOfDeciders(change);
    const written = (edit: RuleEdit): CausingEdit => {
      const concerned = new Set([from, to]);
      if (from !== to) concerned.delete(givenByEdited(edit) ?? "");
      return {
        before: statementAt(before, edit.before),
        after: statementAt(after, edit.after),
        side: sideOf(edit, change),
        passed: passed(edit).flatMap(({ given, statement }) => (concerned.has(given) ? [statement] : [])),
      };
    };
    return { from, to, edits: own.map(written), ...others(change, to), gone, came };
  };
}

/**
 * Tells of a group, and what the rule gives that decides it now, which other edits let responses into it or keep them from it: those of rules
 * that stand above the one that decides now, or stood below the one that did and would still stand above it, and that can hold for a
 * response of both. One that gives what the response gets now anyway makes no difference. Where an unedited rule decides, it is one of all
 * those that give the same, of which one is told: what it asks does not count, and of those that decide now the lowest does.
 */
function editsBetween(
  before: Mapping,
  after: Mapping,
  edits: readonly RuleEdit[],
): (group: DecidingPair, to: string) => Pick<ChangeCause, "letThrough" | "kept"> {
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
  /** Unedited rules that stood below the one that decided and stand above the one that does: where they stand to that one is its edit. */
  const overtakenBy = ({ before: old, after: now }: DecidingPair) => {
    const { newPlaces, oldPlaces } = both.unchanged;
    if (old === null || now === null || newPlaces[old] !== null || oldPlaces[now] !== null) return [];
    return newPlaces.slice(old).filter((place) => place !== null && place < now);
  };
  /** By what unedited rules give, where the lowest that gives it stands now. */
  const lowest = new Map<string, number>();
  for (const place of both.unchanged.newPlaces)
    if (place !== null) lowest.set(givenBy(both.ruleAfter(place)?.model), place);
  const isUnedited = ({ before: old, after: now }: DecidingPair) => ({
    before: old !== null && both.unchanged.newPlaces[old] !== null,
    after: now !== null && both.unchanged.oldPlaces[now] !== null,
  });
  return ({ before: decidedBefore, after: decidesNow }, to) => {
    const unedited = isUnedited({ before: decidedBefore, after: decidesNow });
    const group = {
      before: decidedBefore,
      after: unedited.after ? (lowest.get(to) ?? decidesNow) : decidesNow,
    };
    const deciders = [
      both.conditionBefore(unedited.before ? null : decidedBefore),
      both.conditionAfter(unedited.after ? null : decidesNow),
    ];
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
      kept: [...others.map(({ after: now }) => now), ...overtakenBy(group)].flatMap((now) => {
        const rule = both.ruleAfter(now);
        if (now === null || rule === null || (group.after !== null && now > group.after)) return [];
        return canTake(rule, both.conditionAfter(now)) ? [statementOf(rule)] : [];
      }),
    };
  };
}

function sideOf(edit: RuleEdit, deciders: DecidingPair): CausingEdit["side"] {
  const decides = { before: edit.before === deciders.before, after: edit.after === deciders.after };
  if (edit.before === null || edit.after === null || decides.before === decides.after) return null;
  return decides.before ? "before" : "after";
}

/** All that was done to rules, as one text. */
function allEdits(before: Mapping, after: Mapping, edits: readonly RuleEdit[]): string {
  return JSON.stringify(
    edits.map((edit) => [statementAt(before, edit.before), statementAt(after, edit.after), edit.after]),
  );
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
