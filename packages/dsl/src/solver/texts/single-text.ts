import type { PlanText } from "../../plan/plan-text.js";
import type { TextPredicate } from "../../plan/predicate.js";
import { VOCABULARY } from "../../syntax/vocabulary.js";

/** A predicate that looks for one text: a language. */
export interface SingleText extends TextPredicate {
  readonly texts: readonly [PlanText];
}

/** The predicate about one of its texts alone. */
export function singleText({ how, field }: TextPredicate, text: PlanText): SingleText {
  return { kind: "text", how, field, texts: [text] };
}

/** The text as the mapping has it, letter case included, with the same for each wildcard. */
export function writtenText({ how, texts: [{ pieces }] }: SingleText, filling: string): string {
  return pieces.join(VOCABULARY[how].asteriskIsWildcard ? filling : "*");
}

/** The text as the mapping has it, with as little for each wildcard as reads well. */
export function naturalText(one: SingleText): string {
  const [{ pieces }] = one.texts;
  return VOCABULARY[one.how].asteriskIsWildcard ? naturallyJoined(pieces) : writtenText(one, "");
}

/** Pieces side by side, with a blank between two words that would become one. */
export function naturallyJoined(pieces: readonly string[]): string {
  return pieces.reduce((joined, piece) => {
    const isOneWord = ENDS_AS_WORD.test(joined) && BEGINS_AS_WORD.test(piece);
    return `${joined}${isOneWord ? " " : ""}${piece}`;
  }, "");
}

const ENDS_AS_WORD = /[A-Za-z0-9]$/;
const BEGINS_AS_WORD = /^[A-Za-z0-9]/;
