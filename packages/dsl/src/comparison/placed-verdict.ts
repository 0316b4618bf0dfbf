import { createMatcher } from "../matching/matcher.js";
import type { Response } from "../matching/response.js";
import type { Verdict } from "../matching/verdict.js";
import type { Mapping } from "../model/mapping.js";

/** A verdict and the deciding rule's place among the mapping's rules, from 0; null where no rule holds. */
export interface PlacedVerdict {
  readonly place: number | null;
  readonly verdict: Verdict;
}

/** Runs a mapping, for many responses. */
export function placedVerdicts(mapping: Mapping): (response: Response) => PlacedVerdict {
  const matcher = createMatcher(mapping);
  const places = new Map(mapping.rules.map((rule, place) => [rule, place]));
  return (response) => {
    const { rule, verdict } = matcher.decide(response);
    return { place: rule === null ? null : (places.get(rule) ?? null), verdict };
  };
}
