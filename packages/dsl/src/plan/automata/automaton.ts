import type { Letter } from "./alphabet.js";

/**
 * Reads a text letter by letter and says whether it is one of a language. States are small integers, made when they are first
 * reached.
 */
export interface Automaton {
  readonly start: number;
  /** The state behind the letter. */
  step(state: number, letter: Letter): number;
  /** Whether a text that ends here is one of the language. */
  accepts(state: number): boolean;
  /** What is certain of every text that goes on from here; null where that depends on how it goes on. */
  settled(state: number): boolean | null;
}

/** States that are made of something else, by a key of it: each once. */
export class States<State> {
  readonly #numbers = new Map<string, number>();
  readonly #states: State[] = [];
  readonly #keyOf: (state: State) => string;

  constructor(keyOf: (state: State) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(state: State): number {
    const key = this.#keyOf(state);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#states.length;
    this.#numbers.set(key, number);
    this.#states.push(state);
    return number;
  }

  /** @throws {Error} for a number that was never handed out */
  at(number: number): State {
    const state = this.#states[number];
    if (state === undefined) throw new Error(`there is no state ${number}`);
    return state;
  }
}

/** For each prefix of the characters the length of its longest border: the longest shorter prefix that also ends it. */
export function bordersOf(characters: readonly string[]): readonly number[] {
  const borders = [0];
  let border = 0;
  for (let index = 1; index < characters.length; index++) {
    while (border > 0 && characters[index] !== characters[border]) border = borders[border - 1] ?? 0;
    if (characters[index] === characters[border]) border++;
    borders.push(border);
  }
  return borders;
}

/**
 * How much of the characters the text ends with, one letter later (Knuth, Morris, Pratt 1977).
 *
 * @param matched how much it ended with; all of them are allowed
 */
export function matchedAfter(
  characters: readonly string[],
  borders: readonly number[],
  matched: number,
  letter: string,
): number {
  let length = matched === characters.length ? (borders[matched - 1] ?? 0) : matched;
  while (length > 0 && characters[length] !== letter) length = borders[length - 1] ?? 0;
  return characters[length] === letter ? length + 1 : 0;
}
