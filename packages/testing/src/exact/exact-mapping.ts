import type { Mapping } from "@responses/dsl";
import type { ExactAnswers } from "./exact-answers.js";
import { numberedTests } from "./numbered-tests.js";
import { truthVectors } from "./truth-vectors.js";
import {
  answersFromVectors,
  canBeLeftOut,
  changingPairs,
  type DecidingPair,
  suffice,
} from "./vector-answers.js";

/** What truth vectors say of a mapping. */
export interface ExactMapping extends ExactAnswers {
  /** Whether the rules at these places take everything for which the one at `place` holds. */
  readonly suffice: (blockers: readonly number[], place: number) => boolean;
  /** Whether the other tests of the rule at `place` imply all of those at these places among its tests. */
  readonly canBeLeftOut: (tests: readonly number[], place: number) => boolean;
  /** As `areAllReal` of truth vectors. */
  readonly isKnown: boolean;
}

/** What is true of the mapping's rules; null if that is too large, or asked of fields in a way of which nothing is known. */
export function exactMapping(mapping: Mapping): ExactMapping | null {
  const { asked, lists } = numberedTests([mapping]);
  const known = truthVectors(asked);
  if (known.kind === "too large") return null;
  const [rules = []] = lists;
  return {
    ...answersFromVectors(rules, known.vectors),
    suffice: (blockers, place) => suffice(blockers, place, rules, known.vectors),
    canBeLeftOut: (tests, place) => canBeLeftOut(tests, rules[place]?.tests ?? [], known.vectors),
    isKnown: known.areAllReal,
  };
}

/** How two mappings differ. */
export interface ExactDifference {
  /** The pairs of deciding rules that give one and the same response different verdicts; none if they are equal for every response. */
  readonly changing: readonly DecidingPair[];
  /** If not, there may be fewer. */
  readonly isKnown: boolean;
}

/** How the verdicts of two mappings differ, captures left aside; null as above. A label out of a field counts as it is written. */
export function exactDifference(oldMapping: Mapping, newMapping: Mapping): ExactDifference | null {
  const { asked, lists } = numberedTests([oldMapping, newMapping]);
  const known = truthVectors(asked);
  if (known.kind === "too large") return null;
  const [oldRules = [], newRules = []] = lists;
  return { changing: changingPairs(oldRules, newRules, known.vectors), isKnown: known.areAllReal };
}
