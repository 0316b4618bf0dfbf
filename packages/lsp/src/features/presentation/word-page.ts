import type { SpecialWord } from "@responses/dsl/editor";
import { LANGUAGE_WORDS } from "./language-words.js";
import { type Block, code, line, words } from "./preview-text.js";

/** What a word of the language means: a sentence and a snippet. */
export function wordPage(word: SpecialWord): readonly Block[] {
  const { sentence, snippet } = LANGUAGE_WORDS[word];
  return [line([words(sentence)], 400), ...code(snippet.split("\n"), "responses")];
}
