import { isLetter, isWordCharacter } from "../../text/character-classes.js";

/** A word of a sentence and where it stands. */
export interface SentenceWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Which part of the text between full stops, commas and the like it stands in. */
  readonly clause: number;
}

/** The words of a folded text, letters or digits beside one another, in order. Linear in the text. */
export function wordsOf(text: string): readonly SentenceWord[] {
  const words: SentenceWord[] = [];
  let clause = 0;
  let start = 0;
  let index = 0;
  const finish = () => {
    if (index > start) words.push({ word: text.slice(start, index), start, end: index, clause });
  };
  for (const character of text) {
    if (!isPartOfWord(character)) {
      finish();
      if (/[.,;:!?\n|]/.test(character)) clause++;
      start = index + character.length;
    }
    index += character.length;
  }
  finish();
  return words;
}

function isPartOfWord(character: string): boolean {
  return (character >= "0" && character <= "9") || isLetter(character.codePointAt(0) ?? 0);
}

/** Whether a folded text is as it stands in a sentence, without signs of JSON, XML or a form. */
export function isOfWords(text: string): boolean {
  return Array.from(text).every(
    (character) => isWordCharacter(character.codePointAt(0) ?? 0) || /[ '.,!-]/.test(character),
  );
}
