import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import type { TextMatchWord } from "../../vocabulary.js";
import { type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { placeBefore } from "../token-places.js";

/** A word that can be missing before a text, and what would be done then. */
export interface MissingMatch {
  readonly word: TextMatchWord;
  readonly title: string;
}

/** A text stands there without the word that says how it is looked for, and nobody knows which is meant. */
export function explainBareMatch(
  { before }: Fault,
  found: Token,
  expected: "a test" | "a way to match",
  missing: readonly MissingMatch[],
): Explanation {
  const after = before?.image ?? null;
  return problemAt(
    found,
    { problem: "unexpected", found: found.image, expected, after },
    missing.map(({ word, title }) => replaceWith(placeBefore(found), `${word} `, title, "suggested")),
  );
}
