import type { Letter } from "./alphabet.js";
import { type Automaton, States } from "./automaton.js";

/** How far the text is with occurrences of the word that no word character precedes. */
interface WordState {
  /** An occurrence stood alone. */
  readonly isFound: boolean;
  /** The text ends with an occurrence: it stands alone unless a word character follows. */
  readonly isComplete: boolean;
  /** Whether the text ends with a word character. */
  readonly isInWord: boolean;
  /** How much of the word the text ends with, for each occurrence that is begun, ascending. */
  readonly begun: readonly number[];
}

/**
 * All texts in which a word occurs that is not part of a longer one; overlapping occurrences count. Where an occurrence began
 * matters, since a word character before it rules out that one alone: so all that are begun are kept.
 */
export class WordAutomaton implements Automaton {
  readonly start: number;
  readonly #characters: readonly string[];
  readonly #states = new States<WordState>(({ isFound, isComplete, isInWord, begun }) =>
    isFound ? "found" : `${isComplete}${isInWord}${begun.join()}`,
  );

  /** @param word folded, not empty */
  constructor(word: string) {
    this.#characters = Array.from(word);
    this.start = this.#states.numberOf({ isFound: false, isComplete: false, isInWord: false, begun: [] });
  }

  step(state: number, { text, isWord }: Letter): number {
    const { isFound, isComplete, isInWord, begun } = this.#states.at(state);
    if (isFound) return state;
    const reached = (isInWord ? begun : [0, ...begun]).flatMap((length) =>
      this.#characters[length] === text ? [length + 1] : [],
    );
    return this.#states.numberOf({
      isFound: isComplete && !isWord,
      isComplete: reached.includes(this.#characters.length),
      isInWord: isWord,
      begun: reached.filter((length) => length < this.#characters.length),
    });
  }

  accepts(state: number): boolean {
    const { isFound, isComplete } = this.#states.at(state);
    return isFound || isComplete;
  }

  settled(state: number): boolean | null {
    return this.#states.at(state).isFound ? true : null;
  }
}
