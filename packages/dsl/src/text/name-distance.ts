import { foldText } from "./case-folding.js";
import { differsByTypo } from "./near-occurrence.js";

/** How far two names are apart that may have been meant to be one; what is sooner meant comes first. */
export type NameDistance = "same" | "written otherwise" | "typo" | "plural";

/**
 * How far two names of a body's parts are apart: they are the same, differ in case or in the signs between their words
 * (`lead_id`, `leadId`), by one typo, or one is the plural of the other. Null for different names.
 */
export function nameDistance(one: string, other: string): NameDistance | null {
  if (one === other) return "same";
  const [a, b] = [lettersOf(one), lettersOf(other)];
  if (a === b && a !== "") return "written otherwise";
  // A plural may well stand beside its singular, for a list of the same.
  if (a === `${b}s` || b === `${a}s`) return "plural";
  return differsByTypo(a, b) ? "typo" : null;
}

function lettersOf(name: string): string {
  return foldText(name).replace(/[\s_.-]/g, "");
}
