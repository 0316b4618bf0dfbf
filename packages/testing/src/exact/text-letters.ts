import { isWordCharacter } from "@responses/dsl/editor";

/** A character of a case-folded text, as far as tests can tell it from others. */
export interface TextLetter {
  readonly character: string;
  readonly isWordCharacter: boolean;
  readonly isWhiteSpace: boolean;
}

/**
 * The letters with which everything that tests for these texts can tell apart can be written: each character of the texts, and of
 * those that are in none of them a letter, a symbol and white space. Replace in any text each other letter, symbol and white space
 * by these: no test for the texts takes notice, since it compares characters with those of its text and asks of its neighbours
 * only whether they extend a word, and at the ends whether they are white space.
 */
export function lettersFor(foldedTexts: readonly string[]): readonly TextLetter[] {
  const own = new Set(foldedTexts.flatMap((text) => [...text]));
  const others = [LETTERS, SYMBOLS, WHITE_SPACE].flatMap((candidates) => {
    const unused = [...candidates].find((character) => !own.has(character));
    return unused === undefined ? [] : [unused];
  });
  return [...own, ...others].map((character) => ({
    character,
    isWordCharacter: isWordCharacter(character.codePointAt(0) ?? 0),
    isWhiteSpace: WHITE_SPACE.includes(character),
  }));
}

/** Folded letters that no other character equals when case is ignored, in the order in which they are taken. */
const LETTERS = `fzqxjvwyghmnpu${String.fromCharCode(...Array.from({ length: 200 }, (_, index) => 0xa000 + index))}`;

const SYMBOLS = `+~;!@${String.fromCharCode(...Array.from({ length: 200 }, (_, index) => 0x2200 + index))}`;

/** All of a body's white space (docs/language.md): if a text had all of it, there would be no other. */
const WHITE_SPACE = "\t \n\r\v\f\ufeff";
