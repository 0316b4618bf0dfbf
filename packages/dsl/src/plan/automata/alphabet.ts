import { foldText } from "../../text/case-folding.js";
import { isWhiteSpace, isWordCharacter } from "../../text/character-classes.js";

/** A character that texts are made of, its case folded, and all that tests can see of one that they do not name. */
export interface Letter {
  readonly text: string;
  /** Whether it extends a word. */
  readonly isWord: boolean;
  /** Whether it is taken off the ends of what `exact` compares. */
  readonly isSpace: boolean;
}

/** The characters that tell tests apart. Two texts that differ only in others are the same to them. */
export interface Alphabet {
  /** Those that the tests name, then one of each other kind. */
  readonly letters: readonly Letter[];
  /** A letter that no test names. */
  readonly otherLetter: Letter;
  /** A symbol that no test names: neither a letter, a mark, a number nor white space. */
  readonly otherSymbol: Letter;
}

/** Readable ones come first, since people see them in witnesses; behind them are enough that no file names them all. */
const OTHER_LETTERS = [..."xyzabcdefghijklmnopqrstuvw0123456789", ...charactersFrom(0xa000, 0xa48c)];
const OTHER_SYMBOLS = [..."-.,;/+~!", ...charactersFrom(0x2190, 0x22ff)];
const OTHER_SPACES = [..." \t\n\r\v\f\ufeff"];

/** The alphabet of folded texts; null in the odd case that they name every letter or symbol there is to choose from. */
export function alphabetOf(texts: Iterable<string>): Alphabet | null {
  const named = new Set<string>();
  for (const text of texts) for (const character of text) named.add(character);
  const unnamed = (characters: readonly string[]): Letter | null => {
    const character = characters.find((candidate) => !named.has(candidate));
    return character === undefined ? null : letterOf(character);
  };
  const otherLetter = unnamed(OTHER_LETTERS);
  const otherSymbol = unnamed(OTHER_SYMBOLS);
  if (otherLetter === null || otherSymbol === null) return null;
  const letters = [...named].map(letterOf);
  const space = unnamed(OTHER_SPACES);
  const others = space === null ? [otherLetter, otherSymbol] : [otherLetter, otherSymbol, space];
  return { letters: [...letters, ...others], otherLetter, otherSymbol };
}

function letterOf(character: string): Letter {
  const codePoint = character.codePointAt(0) ?? 0;
  return {
    text: foldText(character),
    isWord: isWordCharacter(codePoint),
    isSpace: isWhiteSpace(codePoint),
  };
}

function charactersFrom(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
