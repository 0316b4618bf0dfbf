/** The words that begin a statement where they are a line's first word (LANGUAGE §1), and the statement's kind. */
export const STATEMENT_WORDS = [
  "system",
  "include",
  "success",
  "reject",
  "error",
  "capture",
  "example",
] as const;

export type StatementWord = (typeof STATEMENT_WORDS)[number];

export const OUTCOMES = ["success", "reject", "error"] as const;

export type Outcome = (typeof OUTCOMES)[number];

export function isStatementWord(word: string): word is StatementWord {
  return (STATEMENT_WORDS as readonly string[]).includes(word);
}

export function isOutcome(word: string): word is Outcome {
  return (OUTCOMES as readonly string[]).includes(word);
}
