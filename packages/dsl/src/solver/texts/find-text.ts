import { type Alphabet, alphabetOf } from "../../plan/automata/alphabet.js";
import type { Automaton } from "../../plan/automata/automaton.js";
import { FilledAutomaton, TrimmedAutomaton } from "../../plan/automata/trimmed-automaton.js";
import { excludesOnOneText, implies } from "../../plan/relations/predicate-relations.js";
import { automatonOf, isMetBy } from "../../plan/relations/text-relations.js";
import { foldText } from "../../text/case-folding.js";
import { isTrimmed } from "../../text/trimmed.js";
import type { Work } from "../work.js";
import { madeTexts } from "./made-texts.js";
import { type FoundText, shortestText } from "./product.js";
import { naturalText, type SingleText } from "./single-text.js";

/** What is asked of one text. All tests are about this text, whatever their fields are. */
export interface TextDemand {
  /** All must be found in it. */
  readonly required: readonly SingleText[];
  /** None may be found in it. */
  readonly excluded: readonly SingleText[];
  /** Whether it can have white space at its ends. */
  readonly isTrimmed: boolean;
  /** Whether it may not be the empty text. */
  readonly isFilled: boolean;
}

/** A text that meets a demand; or certainly none, with the tests that already leave none; or no answer within the bounds. */
export type DemandedText =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "none";
      readonly required: readonly SingleText[];
      readonly excluded: readonly SingleText[];
    }
  | { readonly kind: "unknown" };

/** Finds a text that meets the demand: made-up ones first, since a product of automata costs far more. Exact. */
export function findText(demand: TextDemand, work: Work): DemandedText {
  const { required, excluded } = demand;
  const plain = plainText(demand);
  if (plain !== null) return { kind: "text", text: plain };
  const alphabet = alphabetOf([...required, ...excluded].flatMap(({ texts: [{ folded }] }) => folded));
  if (alphabet === null) return { kind: "unknown" };
  for (const text of madeTexts(required, alphabet)) {
    if (!work.spend(required.length + excluded.length)) return { kind: "unknown" };
    if (meets(text, demand)) return { kind: "text", text };
  }
  const pair = contradictoryPair(required, excluded);
  if (pair !== null) return { kind: "none", ...pair };
  const found = searchText(demand, alphabet, work);
  if (found.kind !== "none") return found;
  return { kind: "none", ...narrowed(demand, alphabet, work) };
}

/** What most demands ask for: the one text that is required, as it is written. */
function plainText(demand: TextDemand): string | null {
  const [one, ...others] = demand.required;
  if (others.length > 0) return null;
  const text = one === undefined ? "" : naturalText(one);
  return meets(text, demand) ? text : null;
}

/** Whether a text, in any letter case, meets the demand. */
export function meets(
  text: string,
  { required, excluded, isTrimmed: mustBeTrimmed, isFilled }: TextDemand,
): boolean {
  if (isFilled && text === "") return false;
  if (mustBeTrimmed && !isTrimmed(text)) return false;
  const folded = foldText(text);
  return required.every((one) => isMetBy(one, folded)) && !excluded.some((one) => isMetBy(one, folded));
}

/** The texts are asked of one subject, so their fields may be left aside. */
function contradictoryPair(
  required: readonly SingleText[],
  excluded: readonly SingleText[],
): Pick<TextDemand, "required" | "excluded"> | null {
  for (const [index, one] of required.entries()) {
    const denied = excluded.find((other) => implies(one, other));
    if (denied !== undefined) return { required: [one], excluded: [denied] };
    const other = required.slice(index + 1).find((another) => excludesOnOneText(one, another));
    if (other !== undefined) return { required: [one, other], excluded: [] };
  }
  return null;
}

/** The languages that a text is in, and those that it is not in. */
export interface Languages {
  readonly required: readonly Automaton[];
  readonly excluded: readonly Automaton[];
}

const NO_LANGUAGES: Languages = { required: [], excluded: [] };

/** The shortest text of the alphabet that meets the demand, and what more is asked of it; or certainly none of all there are. */
export function searchText(
  demand: TextDemand,
  { letters }: Alphabet,
  work: Work,
  more: Languages = NO_LANGUAGES,
): FoundText {
  const also: readonly Automaton[] = [
    ...(demand.isTrimmed ? [new TrimmedAutomaton()] : []),
    ...(demand.isFilled ? [new FilledAutomaton()] : []),
  ];
  const required = [...demand.required.map(automatonOf), ...also, ...more.required];
  const excluded = [...demand.excluded.map(automatonOf), ...more.excluded];
  return shortestText(required, excluded, letters, work);
}

/** Of more tests than these no smaller set is looked for. */
const MOST_NARROWED = 10;

/**
 * Fewer of the tests that leave no text, as few as leaving out one after the other gives: what is learnt of them rules out more.
 */
function narrowed(
  demand: TextDemand,
  alphabet: Alphabet,
  work: Work,
): Pick<TextDemand, "required" | "excluded"> {
  let { required, excluded } = demand;
  if (required.length + excluded.length > MOST_NARROWED) return { required, excluded };
  const leavesNone = (fewer: Pick<TextDemand, "required" | "excluded">): boolean =>
    searchText({ ...demand, ...fewer }, alphabet, work).kind === "none";
  for (const one of demand.excluded) {
    const fewer = excluded.filter((other) => other !== one);
    if (leavesNone({ required, excluded: fewer })) excluded = fewer;
  }
  for (const one of demand.required) {
    const fewer = required.filter((other) => other !== one);
    if (leavesNone({ required: fewer, excluded })) required = fewer;
  }
  return { required, excluded };
}
