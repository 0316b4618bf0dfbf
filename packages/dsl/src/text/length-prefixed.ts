/** The text behind its length: parts of a key written so can hold anything, and no two keys run together. */
export function lengthPrefixed(text: string): string {
  return `${text.length}:${text}`;
}
