import { VOCABULARY } from "../../syntax/vocabulary.js";
import { isCurrencySign } from "../../text/character-classes.js";
import { numberIn } from "../../text/number-in.js";
import type { NumberPredicate } from "../predicate.js";
import type { Letter } from "./alphabet.js";
import { type Automaton, States } from "./automaton.js";

/** The characters that numbers are made of, digits first; a currency sign and white space can stand before them. */
export const NUMBER_CHARACTERS = "0123456789.-e+";

/** How far a text is read: which part of a number it ends in. */
type Part =
  | "start"
  | "currency"
  | "minus"
  | "whole"
  | "point"
  | "fraction"
  | "exponent"
  | "exponent-sign"
  | "exponent-digits"
  | "end"
  | "end-of-exponent"
  | "no-number";

type Order = -1 | 0 | 1;

interface State {
  readonly part: Part;
  readonly isNegative: boolean;
  /** In the whole part, its digits from the first that is no zero; in the fraction, all of them; no more than the limit has, and one. */
  readonly digits: number;
  /** How these digits compare with as many of the limit's, its sign left aside; at the end how the numbers do. */
  readonly order: Order;
}

/** The digits of a limit, its sign left aside. */
interface Limit {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const NO_NUMBER: State = { part: "no-number", isNegative: false, digits: 0, order: 0 };

/**
 * All texts that are numbers beyond a limit, of those without an exponent. What numbers with one are worth no finite automaton can tell:
 * all of them are taken, or none.
 */
export class NumberAutomaton implements Automaton {
  readonly start: number;
  readonly #limit: Limit;
  readonly #direction: 1 | -1;
  readonly #takesExponents: boolean;
  readonly #states = new States<State>(
    ({ part, isNegative, digits, order }) => `${part} ${isNegative} ${digits} ${order}`,
  );

  constructor({ how }: NumberPredicate, limit: Limit, takesExponents: boolean) {
    this.#limit = limit;
    this.#direction = VOCABULARY[how].direction;
    this.#takesExponents = takesExponents;
    this.start = this.#states.numberOf({ ...NO_NUMBER, part: "start" });
  }

  step(state: number, letter: Letter): number {
    return this.#states.numberOf(this.#behind(this.#states.at(state), letter));
  }

  accepts(state: number): boolean {
    const reached = this.#states.at(state);
    switch (reached.part) {
      case "whole":
      case "fraction":
      case "end":
        return this.#orderOfNumbers(reached) === this.#direction;
      case "exponent-digits":
      case "end-of-exponent":
        return this.#takesExponents;
      case "start":
      case "currency":
      case "minus":
      case "point":
      case "exponent":
      case "exponent-sign":
      case "no-number":
        return false;
    }
  }

  settled(state: number): boolean | null {
    return this.#states.at(state).part === "no-number" ? false : null;
  }

  #behind(state: State, { text, isSpace }: Letter): State {
    const isDigit = text >= "0" && text <= "9" && text.length === 1;
    switch (state.part) {
      case "start":
        if (isSpace) return state;
        if (isCurrencySign(text.codePointAt(0) ?? 0)) return { ...state, part: "currency" };
        return this.#begun(state, text, isDigit);
      case "currency":
        return isSpace ? state : this.#begun(state, text, isDigit);
      case "minus":
        return isDigit ? this.#inWhole(state, text) : NO_NUMBER;
      case "whole":
        if (isDigit) return this.#inWhole(state, text);
        if (text === ".") return { ...state, part: "point", digits: 0, order: this.#orderOfWhole(state) };
        return this.#behindNumber(state, text, isSpace);
      case "point":
        return isDigit ? this.#inFraction(state, text) : NO_NUMBER;
      case "fraction":
        return isDigit ? this.#inFraction(state, text) : this.#behindNumber(state, text, isSpace);
      case "exponent":
        if (text === "-" || text === "+") return { ...NO_NUMBER, part: "exponent-sign" };
        return isDigit ? { ...NO_NUMBER, part: "exponent-digits" } : NO_NUMBER;
      case "exponent-sign":
        return isDigit ? { ...NO_NUMBER, part: "exponent-digits" } : NO_NUMBER;
      case "exponent-digits":
        if (isDigit) return state;
        return isSpace ? { ...NO_NUMBER, part: "end-of-exponent" } : NO_NUMBER;
      case "end":
      case "end-of-exponent":
        return isSpace ? state : NO_NUMBER;
      case "no-number":
        return state;
    }
  }

  #begun(state: State, text: string, isDigit: boolean): State {
    if (text === "-") return { ...state, part: "minus", isNegative: true };
    return isDigit ? this.#inWhole(state, text) : NO_NUMBER;
  }

  #inWhole({ isNegative, digits, order }: State, digit: string): State {
    // Zeros at the front count for nothing.
    if (digits === 0 && digit === "0") return { part: "whole", isNegative, digits, order };
    const { whole } = this.#limit;
    return {
      part: "whole",
      isNegative,
      digits: Math.min(digits + 1, whole.length + 1),
      order: order === 0 ? compared(digit, whole.charAt(digits)) : order,
    };
  }

  #inFraction({ isNegative, digits, order }: State, digit: string): State {
    const { fraction } = this.#limit;
    return {
      part: "fraction",
      isNegative,
      digits: Math.min(digits + 1, fraction.length),
      order: order === 0 ? compared(digit, fraction.charAt(digits) || "0") : order,
    };
  }

  #behindNumber(state: State, text: string, isSpace: boolean): State {
    if (text === "e") return { ...NO_NUMBER, part: "exponent" };
    if (!isSpace) return NO_NUMBER;
    return { part: "end", isNegative: state.isNegative, digits: 0, order: this.#orderOfSizes(state) };
  }

  /** How the whole parts compare: that with more digits is larger. */
  #orderOfWhole({ digits, order }: State): Order {
    const { whole } = this.#limit;
    return digits === whole.length ? order : digits < whole.length ? -1 : 1;
  }

  /** How the numbers compare, their signs left aside. */
  #orderOfSizes(state: State): Order {
    const { fraction } = this.#limit;
    switch (state.part) {
      case "whole": {
        const order = this.#orderOfWhole(state);
        return order === 0 && fraction !== "" ? -1 : order;
      }
      case "fraction":
        return state.order === 0 && state.digits < fraction.length ? -1 : state.order;
      default:
        return state.order;
    }
  }

  #orderOfNumbers(state: State): number {
    const order = this.#orderOfSizes(state);
    const { isNegative, whole, fraction } = this.#limit;
    if (!state.isNegative) return isNegative ? 1 : order;
    return isNegative || (whole === "" && fraction === "") ? -order : -1;
  }
}

function compared(digit: string, other: string): Order {
  return digit === other ? 0 : digit < other ? -1 : 1;
}

/** Digits that limits may have before or behind the point to be told apart one by one. */
const MOST_DIGITS = 40;

/** The digits of a predicate's limit; null where they are too many. */
export function limitOf({ number }: NumberPredicate): Limit | null {
  const decimal = numberIn(number);
  if (decimal === null) return null;
  const { negative, digits, exponent } = decimal;
  const places = exponent.negative ? -Number(exponent.digits) : Number(exponent.digits);
  if (Math.abs(places) > MOST_DIGITS || digits.length > 2 * MOST_DIGITS) return null;
  const whole = places > 0 ? digits.slice(0, places).padEnd(places, "0") : "";
  const fraction = places > 0 ? digits.slice(places) : digits === "" ? "" : "0".repeat(-places) + digits;
  return { isNegative: negative, whole, fraction };
}
