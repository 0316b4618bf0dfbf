import { alphabetOf } from "../plan/automata/alphabet.js";
import type { Automaton } from "../plan/automata/automaton.js";
import { limitOf, NUMBER_CHARACTERS, NumberAutomaton } from "../plan/automata/number-automaton.js";
import type { NumberPredicate } from "../plan/predicate.js";
import type { Met } from "./demands.js";
import { type Languages, searchText, type TextDemand } from "./texts/find-text.js";
import type { Work } from "./work.js";

/** Limits that must, or must not, be exceeded or fallen short of. */
export interface NumberDemand {
  readonly required: readonly NumberPredicate[];
  readonly excluded: readonly NumberPredicate[];
}

/** A currency sign that no test names stands for all of these. */
const CURRENCY_SIGNS = [..."$€£¥¢₹₽₩"];

/**
 * A text that meets what is asked of it as a text and as a number: exact but for numbers with an exponent. First one is looked for
 * among all other texts; that there is none is certain if none is left although every number with an exponent may be worth anything.
 *
 * @param isRight whether a text meets all of it
 */
export function findNumberText(
  texts: TextDemand,
  numbers: NumberDemand,
  isRight: (text: string) => boolean,
  work: Work,
): Met<string> | { readonly kind: "none" } {
  const tested = [...texts.required, ...texts.excluded].flatMap(({ texts: [{ folded }] }) => folded);
  const named = new Set(tested.flatMap((text) => [...text]));
  const sign = CURRENCY_SIGNS.find((one) => !named.has(one));
  const alphabet = sign === undefined ? null : alphabetOf([NUMBER_CHARACTERS, ...named, sign]);
  const surely = automataOf(numbers, false);
  const possibly = automataOf(numbers, true);
  if (alphabet === null || surely === null || possibly === null) return { kind: "unknown" };
  const found = searchText(texts, alphabet, work, { required: surely.required, excluded: possibly.excluded });
  if (found.kind === "text" && isRight(found.text)) return { kind: "met", value: found.text };
  if (found.kind === "unknown") return found;
  const left = searchText(texts, alphabet, work, { required: possibly.required, excluded: surely.excluded });
  if (left.kind !== "text") return left;
  return isRight(left.text) ? { kind: "met", value: left.text } : { kind: "unknown" };
}

function automataOf({ required, excluded }: NumberDemand, takesExponents: boolean): Languages | null {
  const [some, others] = [automataFor(required, takesExponents), automataFor(excluded, takesExponents)];
  return some === null || others === null ? null : { required: some, excluded: others };
}

function automataFor(
  numbers: readonly NumberPredicate[],
  takesExponents: boolean,
): readonly Automaton[] | null {
  const automata: Automaton[] = [];
  for (const number of numbers) {
    const limit = limitOf(number);
    if (limit === null) return null;
    automata.push(new NumberAutomaton(number, limit, takesExponents));
  }
  return automata;
}
