import { quoted, visible } from "../findings/quoted.js";
import type { Rule } from "../model/mapping.js";
import type { Span } from "../text/span.js";

/** A response that stays unmapped, though rules ask for a field of it: this has another value than any of them. */
export interface Gap {
  /** As a file writes it: `json "$.outcome"`. */
  readonly field: string;
  /** The first rule of the mapping's own file that asks for the field. */
  readonly rule: Rule;
  /** Where the rule does so. */
  readonly span: Span;
  /** What the field has in the response. */
  readonly value: string;
  readonly response: { readonly status: number | null; readonly body: string };
  /** The example that says so, named as made up, since nobody has seen such a response; as a file writes it, lines end in LF. */
  readonly example: string;
}

/** What a mapping leaves unmapped, as far as it was gone through. */
export interface Gaps {
  readonly gaps: readonly Gap[];
  /** Fields that were not gone through: it would take too many steps. */
  readonly left: number;
}

/** What a gap is and what to do about it, as a sentence. */
export function gapInWords({ field, value }: Gap): string {
  return `a response in which ${visible(field)} is ${quoted(value)} stays unmapped; write a rule for it or, if that is right, record it as an example`;
}
