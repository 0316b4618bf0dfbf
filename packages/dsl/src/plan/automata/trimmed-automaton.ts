import type { Letter } from "./alphabet.js";
import type { Automaton } from "./automaton.js";

const EMPTY = 0;
const FILLED = 1;
const ENDS_IN_SPACE = 2;
const BEGINS_WITH_SPACE = 3;

/** All texts without white space at their ends. */
export class TrimmedAutomaton implements Automaton {
  readonly start = EMPTY;

  step(state: number, { isSpace }: Letter): number {
    if (state === BEGINS_WITH_SPACE || (state === EMPTY && isSpace)) return BEGINS_WITH_SPACE;
    return isSpace ? ENDS_IN_SPACE : FILLED;
  }

  accepts(state: number): boolean {
    return state === EMPTY || state === FILLED;
  }

  settled(state: number): boolean | null {
    return state === BEGINS_WITH_SPACE ? false : null;
  }
}

/** All texts but the empty one. */
export class FilledAutomaton implements Automaton {
  readonly start = EMPTY;

  step(): number {
    return FILLED;
  }

  accepts(state: number): boolean {
    return state === FILLED;
  }

  settled(state: number): boolean | null {
    return state === FILLED ? true : null;
  }
}
