import type { Rule } from "../model/mapping.js";
import { format } from "../syntax/format.js";

/**
 * How a rule is spaced that is shown on one line: as its file does it, but for the blanks that only line it up with the
 * rules around it (`close`), or as the formatter does it (`formatted`).
 */
export type RuleSpacing = "close" | "formatted";

/** A rule as its file writes it, on one line; of a long one the first `most` code units. */
export function ruleOnOneLine({ statement: { syntax } }: Rule, most: number, spacing: RuleSpacing): string {
  const { from, to } = syntax.span;
  const written = syntax.text.slice(from, Math.min(to, from + most));
  switch (spacing) {
    case "close":
      return onOneLine(closeUp(written));
    case "formatted":
      return onOneLine(format(written).trimEnd());
  }
}

/** Line ends become blanks; other white space may be inside a text and stays. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]\s*/g, " ");
}

/** Blanks side by side become one, but for those inside texts. */
function closeUp(written: string): string {
  return written.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[ \t]+/g, (part) => (part.trim() === "" ? " " : part));
}
