import { foldText } from "../text/case-folding.js";
import { isLetter, isWordCharacter } from "../text/character-classes.js";

/** Words outside these lengths are useless as tests. */
const SHORTEST = 3;
const LONGEST = 40;

/** Words that say nothing by themselves. */
const IDLE: ReadonlySet<string> = new Set(
  "and are but false for from had has have her his its null our out that the their there they this true was were will with you your".split(
    " ",
  ),
);

/** The words of a text by which something could be told; none with digits in it. */
export function wordsIn(text: string): readonly string[] {
  const words: string[] = [];
  let word = "";
  for (const character of `${text} `) {
    if (isWordCharacter(character.codePointAt(0) ?? 0)) {
      word += character;
      continue;
    }
    if (word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word) && !IDLE.has(foldText(word))) {
      words.push(word);
    }
    word = "";
  }
  return words;
}

/** Longer texts are messages of which only a part is looked for. */
const LONGEST_VALUE = 100;

/** Whether a text tells something wherever it stands in a body: it is neither a number nor a flag nor an id. */
export function tellsByItself(text: string): boolean {
  if (/^(?:true|false|null)$/.test(text) || text.length > LONGEST_VALUE) return false;
  let letters = 0;
  for (const character of text) if (isLetter(character.codePointAt(0) ?? 0)) letters += character.length;
  return letters >= SHORTEST && letters * 2 > text.length;
}
