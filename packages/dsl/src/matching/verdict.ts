import { quoted } from "../findings/quoted.js";
import { writeName } from "../syntax/text-literal.js";
import type { Outcome } from "../syntax/vocabulary.js";

/** How a response is to be read (docs/language.md). */
export interface Verdict {
  /** The deciding rule's outcome; `unmapped` where no rule holds. */
  readonly outcome: Outcome | "unmapped";
  readonly label: string | null;
  /** The captured parts by name; a part that the response does not have is absent. */
  readonly captures: Readonly<Record<string, string>>;
}

/** The verdict as an example would state it, for a sentence: `reject "No Demand"`. */
export function writeVerdict(verdict: Pick<Verdict, "outcome" | "label">): string {
  const { outcome, label } = verdict;
  if (label === null) return outcome;
  // A label out of a body can be anything: what no file would hold as it is, is shown with its characters visible.
  return `${outcome} ${label.length > 60 ? quoted(label) : writeName(label)}`;
}
