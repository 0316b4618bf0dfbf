import { alphabetOf } from "../plan/automata/alphabet.js";
import type { NumberPredicate } from "../plan/predicate.js";
import { isBeyond } from "../plan/relations/number-relations.js";
import { isWithoutWildcards } from "../plan/relations/text-relations.js";
import type { DecidedAtom, Met } from "./demands.js";
import { numbersWithin } from "./numbers.js";
import { type DemandedText, findText, meets, type TextDemand } from "./texts/find-text.js";
import { type SingleText, singleText } from "./texts/single-text.js";
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
 * numbers; of a text that must, or must not, be a number, and is asked for more than its value, not always.
 */
export function findPickedText(
  decided: readonly DecidedAtom[],
  { isTrimmed, isFilled }: TextKind,
  work: Work,
): Met<string> {
  const texts = splitBy(decided, (atom): atom is SingleText => atom.kind === "text");
  const numbers = splitBy(decided, (atom): atom is NumberPredicate => atom.kind === "number");
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
    return isOnlyText ? { kind: "none", because: decided } : { kind: "unknown" };
  }
  if (numbers.required.length > 0) {
    const values = numbersWithin(numbers.required, numbers.excluded);
    if (values === null) return { kind: "unknown" };
    if (values.length === 0)
      return { kind: "none", because: decided.filter(({ atom }) => atom.predicate.kind === "number") };
    const value = values.flatMap(waysToWrite).find(isRight);
    return value === undefined ? { kind: "unknown" } : { kind: "met", value };
  }
  return notBeyond(findText(demand, work), decided, demand, isRight, work);
}

/** The text if it is right; where it is a number beyond a limit, one that is no number. */
function notBeyond(
  found: DemandedText,
  decided: readonly DecidedAtom[],
  demand: TextDemand,
  isRight: (text: string) => boolean,
  work: Work,
): Met<string> {
  if (found.kind === "none") {
    const { required, excluded } = found;
    return {
      kind: "none",
      because: decided.filter(({ atom: { predicate }, holds }) =>
        (holds ? required : excluded).some((one) => one === predicate),
      ),
    };
  }
  if (found.kind === "unknown") return found;
  if (isRight(found.text)) return { kind: "met", value: found.text };
  const named = [...demand.required, ...demand.excluded].flatMap(({ texts: [{ folded }] }) => folded);
  const letter = alphabetOf([...named, "e"])?.letters.find(
    ({ text, isWord }) => isWord && /\p{L}/u.test(text),
  );
  if (letter === undefined) return { kind: "unknown" };
  const plain = { pieces: [letter.text], folded: [letter.text] } as const;
  const noNumber = singleText({ kind: "text", how: "keyword", field: null, texts: [] }, plain);
  const other = findText({ ...demand, required: [...demand.required, noNumber] }, work);
  return other.kind === "text" && isRight(other.text)
    ? { kind: "met", value: other.text }
    : { kind: "unknown" };
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
