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

/** The text as the mapping has it, letter case included, with something for each wildcard. */
export function writtenText({ how, texts: [{ pieces }] }: SingleText, filling: string): string {
  return pieces.join(VOCABULARY[how].asteriskIsWildcard ? filling : "*");
}
