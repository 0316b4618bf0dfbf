/** What people write where they mean all responses that no rule above has taken. */
const WORDS: ReadonlySet<string> = new Set([
  "else",
  "default",
  "fallback",
  "any",
  "anything",
  "everything",
  "all",
  "always",
  "rest",
  "other",
  "others",
  "catchall",
  "catch-all",
]);

/** Whether the word means all responses that are left, as `otherwise` does. */
export function isAllOthers(word: string): boolean {
  return WORDS.has(word.toLowerCase());
}
