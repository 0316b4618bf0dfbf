import type { LocalFix } from "../../findings/finding.js";
import type { Expected, SyntaxProblem } from "../../findings/syntax-problem.js";
import { closest, editDistance } from "../../text/similarity.js";
import type { Token } from "../tokens.js";
import { type Explanation, problemAt } from "./explanation.js";
import { replacing } from "./fixes.js";
import { SYNONYMS } from "./lexicon.js";

/** The word that was meant, and whether there is hardly a doubt of it. */
export interface Intention {
  readonly word: string;
  readonly certain: boolean;
}

/** From a word of so few letters one typo leads to many others: world, wort, work. */
const SHORT = 4;

/** Which of the words was meant; null where none is near. A synonym is a good guess, a single typo a certain one. */
export function intended(written: string, words: readonly string[]): Intention | null {
  const lower = written.toLowerCase();
  const synonym = SYNONYMS.get(lower);
  if (synonym !== undefined && words.includes(synonym)) return { word: synonym, certain: false };
  const word = closest(lower, words);
  if (word === null) return null;
  const rivals = words.filter((other) => editDistance(lower, other) <= 1);
  const certain = editDistance(lower, word) <= 1 && rivals.length === 1 && word.length > SHORT;
  return { word, certain };
}

/** What is said of a word that is none of those that can stand there, and the fixes for it. */
export interface Misspelling {
  readonly problem: SyntaxProblem;
  readonly fixes: readonly LocalFix[];
}

export function misspelling(found: Token, expected: Expected, words: readonly string[]): Misspelling {
  const lower = found.image.toLowerCase();
  if (lower !== found.image && words.includes(lower)) {
    return { problem: { problem: "upper-case", word: lower }, fixes: [replacing(found, lower, "automatic")] };
  }
  const meant = intended(found.image, words);
  const problem = {
    problem: "unknown-word",
    found: found.image,
    expected,
    suggestion: meant?.word ?? null,
  } as const;
  const fixes =
    meant === null ? [] : [replacing(found, meant.word, meant.certain ? "automatic" : "suggested")];
  return { problem, fixes };
}

/** A word that is none of those that can stand there. */
export function explainMisspelling(found: Token, expected: Expected, words: readonly string[]): Explanation {
  const { problem, fixes } = misspelling(found, expected, words);
  return problemAt(found, problem, fixes);
}
