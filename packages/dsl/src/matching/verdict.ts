import { quoted } from "../findings/quoted.js";
import { writeName } from "../syntax/text-literal.js";
import type { Outcome } from "../syntax/vocabulary.js";

/** How a response is to be read (docs/language.md): the outcome and label of the deciding rule, or `unmapped` where no rule holds. */
export type Verdict =
  | { readonly outcome: Outcome; readonly label: string | null; readonly captures: Captures }
  | { readonly outcome: "unmapped"; readonly label: null; readonly captures: Captures };

/**
 * The captured parts by name; a part that the response does not have is absent, whatever its name: if the mapping has a capture of a name
 * that all objects know (`constructor`), this one has no prototype.
 */
export interface Captures {
  readonly [name: string]: string | undefined;
}

/** What was captured under a name; null where the response does not have it, or the mapping no such capture. */
export function capturedText(captures: Captures, name: string): string | null {
  return Object.hasOwn(captures, name) ? (captures[name] ?? null) : null;
}

/** The captures that are there, in the object's order. */
export function presentCaptures(
  captures: Captures,
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(captures).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

/** The verdict as an example would state it, for a sentence: `reject "No Demand"`. */
export function writeVerdict(verdict: Pick<Verdict, "outcome" | "label">): string {
  const { outcome, label } = verdict;
  if (label === null) return outcome;
  // A label out of a body can be anything: what no file would hold as it is, is shown with its characters visible.
  return `${outcome} ${label.length > 60 ? quoted(label) : writeName(label)}`;
}
