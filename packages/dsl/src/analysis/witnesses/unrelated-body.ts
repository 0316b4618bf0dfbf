import { describeField, type Field } from "../../model/field.js";
import type { Condition, Test } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import { foldText } from "../../text/case-folding.js";
import { isWordCharacter } from "../../text/character-classes.js";

/** What a system might answer whatever it was asked. */
const COMMON_ANSWERS = ["Bad gateway", "Please try again later.", "Not found"] as const;

/**
 * A text that is neither JSON nor XML and holds none of the texts that the condition looks for: what some other system
 * might answer or, where the condition has its words, a letter that is in none of them. Null where there is no such letter.
 */
export function unrelatedBody(condition: Condition): string | null {
  const texts = testsOf(condition).flatMap(textsIn);
  const answer = COMMON_ANSWERS.find((candidate) => {
    const folded = foldText(candidate);
    return !texts.some((text) => folded.includes(text));
  });
  return answer ?? unusedLetter(texts)?.repeat(3) ?? null;
}

/** The texts of a test, folded, and cut at their wildcards. */
function textsIn({ test }: Test): readonly string[] {
  switch (test.kind) {
    case "status":
      return [];
    case "text":
      return [
        ...(test.field === null ? [] : textsOfField(test.field)),
        ...test.texts.flatMap(({ foldedPieces }) => foldedPieces.filter((piece) => piece !== "")),
      ];
    case "number":
    case "empty":
      return textsOfField(test.field);
  }
}

function textsOfField(field: Field): readonly string[] {
  return describeField(field).searchedTexts;
}

const LAST_LETTER_TRIED = 0xffff;

function unusedLetter(texts: readonly string[]): string | null {
  const used = new Set<string>();
  for (const text of texts) for (const character of text) used.add(character);
  for (let codePoint = 0x7a; codePoint >= 0x61; codePoint--) {
    const letter = String.fromCodePoint(codePoint);
    if (!used.has(letter)) return letter;
  }
  for (let codePoint = 0xe0; codePoint <= LAST_LETTER_TRIED; codePoint++) {
    const letter = String.fromCodePoint(codePoint);
    if (isWordCharacter(codePoint) && foldText(letter) === letter && !used.has(letter)) return letter;
  }
  return null;
}
