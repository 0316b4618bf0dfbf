/** Longer texts are not numbers that somebody compares. */
const LONGEST = 30;

/** Digits with the signs that people write between and beside them, and perhaps a currency or a unit. */
export function looksLikeNumber(text: string): boolean {
  return (
    text.length <= LONGEST &&
    /^\s*[^\d\s.,]{0,4}\s*[+-]?[.,]?\d[\d.,' \u00a0]*\s*[^\d\s]{0,4}\s*$/u.test(text)
  );
}
