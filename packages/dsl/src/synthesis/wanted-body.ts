import type { DescribedField } from "../model/field.js";

/** Something that a field is to pick. */
export type WantedPick =
  | { readonly kind: "text"; readonly text: string }
  /** JSON's null. */
  | { readonly kind: "null" }
  /** A value that is not blank and has no text: JSON's `[1]`, `{"a":1}`. */
  | { readonly kind: "container" }
  /** A blank value without a text: JSON's `{}`, `[]`. */
  | { readonly kind: "blank-container" };

/** What a field is to pick of the body, in any order; with none of them it is to pick nothing. */
export interface WantedField {
  readonly field: DescribedField;
  readonly picks: readonly WantedPick[];
}

/** What a body is to be like. What is not said is free. */
export interface WantedBody {
  readonly fields: readonly WantedField[];
  /** Texts, folded or not, that the body is to hold besides as they are; it holds as few other words as possible. */
  readonly texts: readonly string[];
}

/** Bodies given for one wish at most. */
export const MOST_BODIES = 24;

/** Equal for equal picks. */
export function keyOfPick(pick: WantedPick): string {
  return pick.kind === "text" ? `text ${pick.text}` : pick.kind;
}

/** Whether two lists have the same picks, in any order. */
export function areSamePicks(some: readonly WantedPick[], others: readonly WantedPick[]): boolean {
  return some.length === others.length && picksBeyond(some, others).length === 0;
}

/** The picks that are left when each of the others is taken away once. */
export function picksBeyond(
  picks: readonly WantedPick[],
  others: readonly WantedPick[],
): readonly WantedPick[] {
  const taken = new Map<string, number>();
  for (const pick of others) taken.set(keyOfPick(pick), (taken.get(keyOfPick(pick)) ?? 0) + 1);
  return picks.filter((pick) => {
    const left = taken.get(keyOfPick(pick)) ?? 0;
    taken.set(keyOfPick(pick), left - 1);
    return left <= 0;
  });
}
