import type { Letter } from "./alphabet.js";
import { type Automaton, bordersOf, matchedAfter, States } from "./automaton.js";

/** A piece of a pattern, to be read in code points. */
interface Piece {
  readonly characters: readonly string[];
  readonly borders: readonly number[];
}

/** How far a text without the white space at its ends is in the pattern; null where it is none of the pattern's. */
type Place = { readonly piece: number; readonly matched: number } | null;

interface ExactState {
  /** Null before anything but white space. */
  readonly place: { readonly at: Place } | null;
  /** Whether the pattern matches the text up to its last character that is not white space. */
  readonly matches: boolean;
}

/**
 * All texts that are, white space at their ends taken off, what a pattern says: pieces with any text between one and the next.
 * The leftmost place of each piece leaves most room for those behind it, so one place in the pattern is enough to keep.
 */
export class ExactAutomaton implements Automaton {
  readonly start: number;
  readonly #pieces: readonly Piece[];
  readonly #first: Place;
  readonly #states = new States<ExactState>(
    ({ place, matches }) =>
      `${matches} ${place === null ? "blank" : place.at === null ? "" : `${place.at.piece} ${place.at.matched}`}`,
  );

  /** @param pieces folded; one alone is the whole text */
  constructor(pieces: readonly string[]) {
    this.#pieces = pieces.map((piece) => {
      const characters = Array.from(piece);
      return { characters, borders: bordersOf(characters) };
    });
    this.#first = this.#afterPieces({ piece: 0, matched: 0 });
    this.start = this.#states.numberOf({ place: null, matches: this.#isEnd(this.#first) });
  }

  step(state: number, letter: Letter): number {
    const { place, matches } = this.#states.at(state);
    if (place === null && letter.isSpace) return state;
    const at = this.#next(place === null ? this.#first : place.at, letter.text);
    return this.#states.numberOf({ place: { at }, matches: letter.isSpace ? matches : this.#isEnd(at) });
  }

  accepts(state: number): boolean {
    return this.#states.at(state).matches;
  }

  settled(state: number): boolean | null {
    const { place, matches } = this.#states.at(state);
    if (place === null) return null;
    if (place.at === null) return matches ? null : false;
    // Behind a last wildcard anything may stand.
    const isOpen = place.at.piece === this.#pieces.length - 1 && this.#pieces.at(-1)?.characters.length === 0;
    return isOpen && matches ? true : null;
  }

  #next(place: Place, letter: string): Place {
    if (place === null) return null;
    const { piece, matched } = place;
    const { characters, borders } = this.#pieces[piece] ?? { characters: [], borders: [] };
    // What stands before the first wildcard stands at the beginning.
    if (piece === 0)
      return characters[matched] === letter ? this.#afterPieces({ piece, matched: matched + 1 }) : null;
    return this.#afterPieces({ piece, matched: matchedAfter(characters, borders, matched, letter) });
  }

  /** Goes on behind a wildcard where a piece is complete; the last one has to end the text, so it may come again. */
  #afterPieces({ piece, matched }: NonNullable<Place>): Place {
    const isComplete = matched === this.#pieces[piece]?.characters.length;
    return isComplete && piece < this.#pieces.length - 1
      ? this.#afterPieces({ piece: piece + 1, matched: 0 })
      : { piece, matched };
  }

  #isEnd(place: Place): boolean {
    return (
      place !== null &&
      place.piece === this.#pieces.length - 1 &&
      place.matched === this.#pieces[place.piece]?.characters.length
    );
  }
}
