import type { Response } from "@responses/dsl";

/** What is true of a rule, in a list that is tried from top to bottom. */
export type ExactRule =
  /** It decides this response; null if it is only not known to decide none. */
  | { readonly kind: "reachable"; readonly response: Response | null }
  /** It holds for no response at all. */
  | { readonly kind: "impossible" }
  /** The rules above take all for which it holds; each of the sets of as few of them as suffice, by their places from 0. */
  | { readonly kind: "unreachable"; readonly fewest: readonly (readonly number[])[] };

/** What is true of a list of rules. */
export interface ExactAnswers {
  readonly rules: readonly ExactRule[];
  /** Places of two rules, the upper first, that hold for one and the same response. */
  readonly overlaps: readonly (readonly [number, number])[];
  /** Places of a rule and of a test of it that the other tests of the rule imply; all tests of an impossible rule left out. */
  readonly redundant: readonly (readonly [number, number])[];
}

/** The answers without their responses: two ways to find them agree on these. */
export function withoutResponses({ rules, overlaps, redundant }: ExactAnswers): unknown {
  return {
    rules: rules.map((rule) => (rule.kind === "unreachable" ? rule.fewest : rule.kind)),
    overlaps,
    redundant,
  };
}

/** Every set of that many of the places, in the order of places. */
export function choicesOf(places: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return places.flatMap((place, index) =>
    choicesOf(places.slice(index + 1), size - 1).map((others) => [place, ...others]),
  );
}
