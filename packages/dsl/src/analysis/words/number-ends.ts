/** A number at the end of a text. */
export interface NumberEnd {
  readonly digits: string;
  /** The text with the number gone on. */
  readonly continued: string;
}

/**
 * The number that a text ends in, if it could go on in a response: an id of many digits or a year is complete. Null where
 * there is none.
 */
export function openNumberAtEnd(text: string): NumberEnd | null {
  let from = text.length;
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--;
  const digits = text.slice(from);
  if (digits === "" || digits.length >= DIGITS_OF_AN_ID || isYear(digits)) return null;
  return { digits, continued: text + (digits === "0" ? ".5" : digits === "1" ? "2" : "0") };
}

const DIGITS_OF_AN_ID = 6;

function isYear(digits: string): boolean {
  return digits.length === 4 && (digits.startsWith("19") || digits.startsWith("20"));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
