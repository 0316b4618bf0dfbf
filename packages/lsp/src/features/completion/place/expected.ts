import type { Outcome } from "@responses/dsl";
import {
  areWordsAt,
  type CodePlace,
  isOutcome,
  type PartRole,
  type SpecialWord,
} from "@responses/dsl/editor";

/** The words of the language that can stand in a place. */
export function expectedWords({ expectations }: CodePlace): readonly SpecialWord[] {
  return expectations.flatMap((expectation) => (expectation.kind === "word" ? [expectation.word] : []));
}

/** What else can stand there. */
export function expectedRoles({ expectations }: CodePlace): readonly PartRole[] {
  return expectations.flatMap((expectation) => (expectation.kind === "part" ? [expectation.role] : []));
}

/** Whether the place is directly behind the `from` of a capture; a part of a part can stand further behind, too. */
export function isCaptureSource(place: CodePlace): boolean {
  const isCapture = /^capture\b/.test(place.before);
  return isCapture && !place.canEnd && areWordsAt("capture source", expectedWords(place));
}

/** The outcome of the rule that the place is in; null in other statements, and where nobody can tell. */
export function ruleOutcome({ before }: CodePlace): Outcome | null {
  const [word = ""] = /^[a-z]+/.exec(before) ?? [];
  return isOutcome(word) ? word : null;
}
