import type { NumberPredicate } from "../plan/predicate.js";
import { isBeyond } from "../plan/relations/number-relations.js";
import { isWithoutWildcards } from "../plan/relations/text-relations.js";
import type { DecidedAtom, Met } from "./demands.js";
import { findNumberText } from "./number-text.js";
import { numbersWithin } from "./numbers.js";
import { type DemandedText, findText, meets, type TextDemand } from "./texts/find-text.js";
import type { SingleText } from "./texts/single-text.js";
import { farthestLimits, nearestLimits } from "./tightest-limits.js";
import type { Work } from "./work.js";

/** What a text that a field picks can be, whatever is asked of it. */
export interface TextKind {
  /** Whether it never has white space at its ends. */
  readonly isTrimmed: boolean;
  /** Whether the empty text will not do. */
  readonly isFilled: boolean;
}

/**
 * A text for which all these atoms, which are tests of texts and numbers, are decided as they are. Exact for texts, and for
 * numbers, but for those of very many digits, and where only one that is written with an exponent is left.
 */
export function findPickedText(
  decided: readonly DecidedAtom[],
  { isTrimmed, isFilled }: TextKind,
  work: Work,
): Met<string> {
  const texts = splitBy(decided, (atom): atom is SingleText => atom.kind === "text");
  const limits = splitBy(decided, (atom): atom is NumberPredicate => atom.kind === "number");
  const numbers = {
    required: farthestLimits(limits.required),
    excluded: nearestLimits(limits.excluded),
  };
  const demand: TextDemand = { ...texts, isTrimmed, isFilled };
  const isRight = (text: string): boolean =>
    meets(text, demand) &&
    numbers.required.every((limit) => isBeyond(limit, text)) &&
    !numbers.excluded.some((limit) => isBeyond(limit, text));

  const whole = texts.required.find(isWithoutWildcards);
  if (whole !== undefined && (numbers.required.length > 0 || numbers.excluded.length > 0)) {
    // All that can differ is white space at the ends, which neither this text nor a number has as its own; where the empty text
    // will not do, white space alone still can.
    const text = whole.texts[0].pieces.join("");
    const value = [text, `${text} `, `${text}\t`].find(isRight);
    if (value !== undefined) return { kind: "met", value };
    const isOnlyText = texts.required.length === 1 && texts.excluded.every(({ how }) => how === "exact");
    if (isOnlyText) return { kind: "none", because: decided };
  }
  if (numbers.required.length > 0) {
    const values = numbersWithin(numbers.required, numbers.excluded);
    if (values === null) return { kind: "unknown" };
    if (values.length === 0)
      return { kind: "none", because: decided.filter(({ atom }) => atom.predicate.kind === "number") };
    const value = values.flatMap(waysToWrite).find(isRight);
    if (value !== undefined) return { kind: "met", value };
  }
  const found = findText(demand, work);
  switch (found.kind) {
    case "none":
      return { kind: "none", because: decidersOf(found, decided) };
    case "unknown":
      return found;
    case "text": {
      if (isRight(found.text)) return { kind: "met", value: found.text };
      const number = findNumberText(demand, numbers, isRight, work);
      return number.kind === "none" ? { kind: "none", because: decided } : number;
    }
  }
}

/** The decisions that already leave no text. */
function decidersOf(
  { required, excluded }: Extract<DemandedText, { readonly kind: "none" }>,
  decided: readonly DecidedAtom[],
): readonly DecidedAtom[] {
  return decided.filter(({ atom: { predicate }, holds }) =>
    (holds ? required : excluded).some((one) => one === predicate),
  );
}

/** A number as people and systems write it. */
function waysToWrite(number: string): readonly string[] {
  const [whole = "", fraction = ""] = number.split(".");
  return [
    number,
    `${whole}.${fraction.padEnd(2, "0")}`,
    `$${number}`,
    `0${number}`,
    `${whole}.${fraction}000`,
  ];
}

function splitBy<One extends SingleText | NumberPredicate>(
  decided: readonly DecidedAtom[],
  isOne: (predicate: DecidedAtom["atom"]["predicate"]) => predicate is One,
): { readonly required: readonly One[]; readonly excluded: readonly One[] } {
  const of = (wanted: boolean): readonly One[] =>
    decided.flatMap(({ atom: { predicate }, holds }) =>
      holds === wanted && isOne(predicate) ? [predicate] : [],
    );
  return { required: of(true), excluded: of(false) };
}
