import type { Rule } from "@responses/dsl";
import { mayStandAnywhere, spanInFile, type TextTest, visible } from "@responses/dsl/editor";
import { statementAt } from "../../../workspace/documents/statement-places.js";
import type { UsableMapping } from "../../../workspace/repair/usable-mapping.js";
import { changeBy } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { keywordCandidates } from "../statements/keyword-candidates.js";
import {
  currentMapping,
  heldBy,
  isQuicklyTried,
  readRule,
  undecidedAbove,
  withReplaced,
} from "../statements/tried-rules.js";

/** Tests offered at most: a person has to choose one. */
const MOST_OFFERED = 4;

/**
 * For the `keyword` at the selection, the stricter tests that could stand in its place as far as the file's examples tell:
 * every one of them keeps its verdict and the rule that decides it. None for a rule that decides no example.
 */
export function narrowedKeywords({ document, span, isAskedFor }: ActionRequest): readonly OfferedAction[] {
  const usable = currentMapping(document);
  const statement = statementAt(document.file, span.start);
  const rule = statement === null ? null : (usable?.ruleOf(statement) ?? null);
  if (usable === null || rule === null) return [];
  const test = keywordAt(rule, span.start);
  if (test === null || (!isAskedFor && !isQuicklyTried(usable))) return [];
  const keeps = keepsExamples(usable, rule, test);
  return keywordCandidates(usable.run.decidedBy(rule), rule, test)
    .flatMap((alternatives) => firstKept(alternatives, keeps))
    .slice(0, MOST_OFFERED)
    .map((written) => {
      const title = `Write ${visible(written)} instead: all examples stay as they are`;
      const span = spanInFile(test.span, rule.statement.start);
      return offer(title, ACTION_KINDS.rewriteKeyword, changeBy([{ span, newText: written }]));
    });
}

function keywordAt({ model: { condition }, statement }: Rule, offset: number): TextTest | null {
  if (condition.kind === "otherwise") return null;
  for (const { test } of condition.tests) {
    if (test.kind !== "text" || !mayStandAnywhere(test)) continue;
    const { start, end } = spanInFile(test.span, statement.start);
    if (start <= offset && offset <= end) return test;
  }
  return null;
}

function firstKept(alternatives: Iterable<string>, keeps: (written: string) => boolean): readonly string[] {
  for (const written of alternatives) if (keeps(written)) return [written];
  return [];
}

/** Tells whether the rule with another test in the place of the keyword decides the very examples that it decides now. */
function keepsExamples(usable: UsableMapping, rule: Rule, test: TextTest): (written: string) => boolean {
  const place = usable.mapping.rules.indexOf(rule);
  const reachable = undecidedAbove(usable, place);
  const decided = reachable.filter(({ decidedBy }) => decidedBy === rule).map(({ example }) => example);
  const others = reachable.filter(({ decidedBy }) => decidedBy !== rule).map(({ example }) => example);
  const withoutCaptures = { ...usable.mapping, captures: [] };
  const known = new Map<string, boolean>();
  const keeps = (written: string) => {
    const changed = readRule(withReplaced(rule, test.span.from, test.span.to, written));
    if (changed === null) return false;
    // The few that it decides go first: most candidates fail there.
    return (
      heldBy(changed, decided, withoutCaptures).size === decided.length &&
      heldBy(changed, others, withoutCaptures).size === 0
    );
  };
  return (written) => {
    const answer = known.get(written) ?? keeps(written);
    known.set(written, answer);
    return answer;
  };
}
