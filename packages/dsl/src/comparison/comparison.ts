import { addToGroup } from "../incremental/groups.js";
import type { Response } from "../matching/response.js";
import type { Verdict } from "../matching/verdict.js";
import type { Mapping } from "../model/mapping.js";
import { compareExamples } from "./example-changes.js";
import { haveSameMeaning } from "./same-meaning.js";
import { type DifferingPart, differingPart, type MoneyChange, moneyOf } from "./verdict-difference.js";

/** One group of responses that get another verdict: all that the one rule decided before and the other decides now. */
export interface VerdictChange {
  /** The deciding rule's place among the old mapping's rules, from 0; null where none held (unmapped). */
  readonly before: number | null;
  /** The same in the new mapping. */
  readonly after: number | null;
  /** What it means for whoever pays: a sale that counts no more, one that counts now, or neither. */
  readonly money: MoneyChange;
  /** What of the verdict differs. */
  readonly differs: DifferingPart;
  /** A response of the group, and the verdicts that the two mappings give it (the interpreter's own). */
  readonly witness: Response;
  readonly verdictBefore: Verdict;
  readonly verdictAfter: Verdict;
}

/** Responses that are decided by the one rule before and by the other now, of which it is not known what they get. */
export interface UndecidedChange {
  readonly before: number | null;
  readonly after: number | null;
  /** Why it is not known, as a clause. */
  readonly reason: string;
}

/** In what two mappings differ. */
export interface Comparison {
  /** Money first, then by place. */
  readonly changes: readonly VerdictChange[];
  readonly undecided: readonly UndecidedChange[];
}

/**
 * Which responses get another verdict from the new mapping than from the old one, captures counted in. Mappings give the same
 * verdict on every response, proved, where both lists are empty.
 */
export function compare(before: Mapping, after: Mapping): Comparison {
  if (haveSameMeaning(before, after)) return { changes: [], undecided: [] };
  const groups = new Map<string, VerdictChange[]>();
  for (const change of compareExamples(before, after).changes) {
    const { status, body } = change.example.model;
    const verdictBefore = change.before.verdict;
    const verdictAfter = change.after.verdict;
    const differs = differingPart(verdictBefore, verdictAfter);
    if (differs === null) continue;
    addToGroup(groups, `${change.before.place} ${change.after.place}`, {
      before: change.before.place,
      after: change.after.place,
      money: moneyOf(verdictBefore, verdictAfter),
      differs,
      witness: { status, body },
      verdictBefore,
      verdictAfter,
    });
  }
  const changes = [...groups.values()].flatMap((group) => group.toSorted(byWeight).slice(0, 1));
  return {
    changes: changes.toSorted(byWeight),
    undecided: [{ before: null, after: null, reason: NOT_COMPARED }],
  };
}

const NOT_COMPARED = "the conditions of their rules were not compared, only the recorded examples were run";

/** Money first, then what differs most, then by place; where no rule holds stands last. */
function byWeight(a: VerdictChange, b: VerdictChange): number {
  return (
    MONEY_ORDER.indexOf(a.money) - MONEY_ORDER.indexOf(b.money) ||
    placeOrder(a.before) - placeOrder(b.before) ||
    placeOrder(a.after) - placeOrder(b.after) ||
    PART_ORDER.indexOf(a.differs) - PART_ORDER.indexOf(b.differs)
  );
}

const MONEY_ORDER: readonly MoneyChange[] = ["success-lost", "success-gained", "none"];
const PART_ORDER: readonly DifferingPart[] = ["outcome", "label", "captures"];

function placeOrder(place: number | null): number {
  return place ?? Number.MAX_SAFE_INTEGER;
}
