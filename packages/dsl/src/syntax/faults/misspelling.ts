import type { LocalFix } from "../../findings/finding.js";
import type { Expected, SyntaxProblem } from "../../findings/syntax-problem.js";
import { closest, editDistance } from "../../text/similarity.js";
import type { Token } from "../tokens.js";
import { replacing } from "./fixes.js";

/** What people write for the words of the language: other tools' terms and everyday words. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["contains", "keyword"],
  ["contain", "keyword"],
  ["includes", "keyword"],
  ["has", "keyword"],
  ["text", "keyword"],
  ["phrase", "keyword"],
  ["find", "keyword"],
  ["equals", "exact"],
  ["equal", "exact"],
  ["is", "exact"],
  ["matches", "exact"],
  ["match", "exact"],
  ["like", "exact"],
  ["regex", "exact"],
  ["regexp", "exact"],
  ["code", "status"],
  ["http", "status"],
  ["jsonpath", "json"],
  ["xpath", "xml"],
  ["greater", "above"],
  ["over", "above"],
  ["more", "above"],
  ["less", "below"],
  ["under", "below"],
  ["missing", "empty"],
  ["null", "empty"],
  ["blank", "empty"],
  ["absent", "empty"],
  ["else", "otherwise"],
  ["default", "otherwise"],
  ["any", "otherwise"],
  ["always", "otherwise"],
  ["accept", "success"],
  ["accepted", "success"],
  ["ok", "success"],
  ["sold", "success"],
  ["fail", "reject"],
  ["failure", "reject"],
  ["failed", "reject"],
  ["rejected", "reject"],
  ["rejection", "reject"],
  ["deny", "reject"],
  ["denied", "reject"],
  ["decline", "reject"],
  ["declined", "reject"],
  ["errors", "error"],
  ["none", "unmapped"],
  ["unknown", "unmapped"],
  ["import", "include"],
  ["extract", "capture"],
  ["test", "example"],
]);

/** The word that was meant, and whether there is hardly a doubt of it. */
export interface Intention {
  readonly word: string;
  readonly certain: boolean;
}

const SHORT = 4;

/** Which of the words was meant; null where none is near. A synonym is a good guess, a single slip a certain one. */
export function intended(written: string, words: readonly string[]): Intention | null {
  const lower = written.toLowerCase();
  const synonym = SYNONYMS.get(lower);
  if (synonym !== undefined && words.includes(synonym)) return { word: synonym, certain: false };
  const word = closest(lower, words);
  if (word === null) return null;
  const rivals = words.filter((other) => editDistance(lower, other) <= 1);
  // From a short word one slip leads to many others: world, wort, work.
  const certain = editDistance(lower, word) <= 1 && rivals.length === 1 && word.length > SHORT;
  return { word, certain };
}

/** What is said of a word that is none of those that can stand there. */
export function misspelled(
  found: Token,
  expected: Expected,
  words: readonly string[],
): { readonly problem: SyntaxProblem; readonly fixes: readonly LocalFix[] } {
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
