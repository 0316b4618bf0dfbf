import type { Outcome } from "@responses/dsl";
import { type CodePlace, isOutcome, type PartRole, type SpecialWord } from "@responses/dsl/editor";

/** The words of the language that can stand in a place. */
export function expectedWords({ expectations }: CodePlace): readonly SpecialWord[] {
  return expectations.flatMap((expectation) => (expectation.kind === "word" ? [expectation.word] : []));
}

/** What else can stand there. */
export function expectedRoles({ expectations }: CodePlace): readonly PartRole[] {
  return expectations.flatMap((expectation) => (expectation.kind === "part" ? [expectation.role] : []));
}

/** The outcome of the rule that the place is in; null in other statements, and where nobody can tell. */
export function ruleOutcome({ before }: CodePlace): Outcome | null {
  const [word = ""] = /^[a-z]+/.exec(before) ?? [];
  return isOutcome(word) ? word : null;
}
