import type { Letter } from "./alphabet.js";
import { type Automaton, bordersOf, matchedAfter } from "./automaton.js";

/** All texts in which a keyword occurs: the state is how much of it the text ends with, until all of it was there. */
export class KeywordAutomaton implements Automaton {
  readonly start = 0;
  readonly #characters: readonly string[];
  readonly #borders: readonly number[];

  /** @param keyword folded, not empty */
  constructor(keyword: string) {
    this.#characters = Array.from(keyword);
    this.#borders = bordersOf(this.#characters);
  }

  step(state: number, { text }: Letter): number {
    if (this.accepts(state)) return state;
    return matchedAfter(this.#characters, this.#borders, state, text);
  }

  accepts(state: number): boolean {
    return state === this.#characters.length;
  }

  settled(state: number): boolean | null {
    return this.accepts(state) ? true : null;
  }
}
