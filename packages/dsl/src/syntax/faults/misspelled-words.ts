import { tokenMatcher } from "chevrotain";
import type { SyntaxProblem } from "../../findings/syntax-problem.js";
import { expectationsOf } from "../expectation.js";
import { atBeginning, keepsLine, type Reach, reachBehind } from "../grammar-walk.js";
import { special, type Token } from "../tokens.js";
import { isSpecialWord, type SpecialWord } from "../vocabulary.js";
import { type Explainer, type Explanation, inOrder, problemAt } from "./explanation.js";
import { replacing } from "./fixes.js";
import { intended } from "./misspelling.js";
import { isWord } from "./token-places.js";

/*
 * A misspelled word of the language, wherever it stands: the grammar says which words can, so each word of the vocabulary
 * gets its suggestion without being listed.
 */

/** Tokens before the fault that are followed through the grammar, at most: no person writes as many in a statement. */
const MOST_TOKENS = 200;

/** `split "," aprt 2`: the unexpected word. */
const explainFound: Explainer = ({ tokens, index }, found) =>
  explainIfMeant(tokens, index, tokens[index + 1] ?? null, found);

/** `as josn "$.reason"`: the word before, which was taken for a label or a name. */
const explainBefore: Explainer = ({ tokens, index, before }, found) =>
  before === null || index < 2 ? null : explainIfMeant(tokens, index - 1, found, before);

/** Explains the word at `index` if it is near to one with which the statement goes on to `next`. */
function explainIfMeant(
  tokens: readonly Token[],
  index: number,
  next: Token | null,
  written: Token,
): Explanation | null {
  if (index > MOST_TOKENS || !isWord(written) || isSpecialWord(written.image)) return null;
  const reach = reachOf(tokens.slice(0, index));
  const words = wordsOf(reach);
  const lower = written.image.toLowerCase();
  const isUpper = words.some((word) => word === lower);
  const meant = isUpper ? { word: lower, certain: true } : intended(written.image, words);
  if (meant === null || !isSpecialWord(meant.word)) return null;
  const tokenType = special[meant.word];
  const word: Token = {
    ...written,
    image: meant.word,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? written.tokenTypeIdx,
  };
  const behind = reachBehind(reach, word, tokens[index - 1] ?? null);
  if (!(next === null ? behind.canEnd : canFollow(behind, next, word))) return null;
  const problem: SyntaxProblem = isUpper
    ? { problem: "upper-case", word: meant.word }
    : { problem: "instead", found: written.image, write: meant.word };
  return problemAt(written, problem, [
    replacing(written, meant.word, meant.certain ? "automatic" : "suggested"),
  ]);
}

function reachOf(tokens: readonly Token[]): Reach {
  let reach = atBeginning();
  tokens.forEach((token, index) => {
    reach = reachBehind(reach, token, tokens[index - 1] ?? null);
  });
  return reach;
}

function wordsOf({ steps }: Reach): readonly SpecialWord[] {
  return expectationsOf(steps, null).flatMap((expectation) =>
    expectation.kind === "word" ? [expectation.word] : [],
  );
}

function canFollow({ steps }: Reach, token: Token, before: Token): boolean {
  return steps.some(
    (step) => tokenMatcher(token, step.type) && (token.startLine === before.startLine || !keepsLine(step)),
  );
}

/** A word that is near to one of the language which can stand in its place. */
export const explainMisspelledWord: Explainer = inOrder([
  { explain: explainFound, because: "what the grammar did not expect is the first suspect" },
  { explain: explainBefore, because: "a word that fitted may be the one that keeps the next from fitting" },
]);
