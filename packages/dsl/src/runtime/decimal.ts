import { trimmedRange } from "./text-matching.js";

/**
 * A decimal number: ±0.DIGITS × 10^EXPONENT. `digits` neither begins nor ends in a zero and is empty for zero, whose
 * exponent is 0. So equal numbers have equal parts, however they were written.
 */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: WholeNumber;
}

/** A whole number of any size; `digits` has no leading zeros, "0" is not negative. */
export interface WholeNumber {
  readonly negative: boolean;
  readonly digits: string;
}

const ZERO: WholeNumber = { negative: false, digits: "0" };

/** Whole numbers of up to this many digits, and sums of two of them, are exact as JavaScript numbers. */
const EXACT_DIGITS = 15;

/**
 * Reads `"-"? digit+ ("." digit+)? (("e" | "E") ("+" | "-")? digit+)?`, digits being 0 to 9. White space at both ends,
 * then one currency sign at the front and the white space after it are ignored. Null if the text is anything else.
 * Linear in the text, whatever the exponent.
 */
export function readDecimal(text: string, isCurrencySign: (codePoint: number) => boolean): Decimal | null {
  const { start, end } = rangeOfNumber(text, isCurrencySign);
  const negative = start < end && text.charAt(start) === "-";
  const wholeStart = negative ? start + 1 : start;
  const wholeEnd = endOfDigits(text, wholeStart, end);
  if (wholeEnd === wholeStart) return null;
  let position = wholeEnd;
  let fraction = "";
  if (position < end && text.charAt(position) === ".") {
    position = endOfDigits(text, wholeEnd + 1, end);
    if (position === wholeEnd + 1) return null;
    fraction = text.slice(wholeEnd + 1, position);
  }
  let exponent = ZERO;
  if (position < end) {
    const sign = text.charAt(position + 1);
    const exponentStart = sign === "+" || sign === "-" ? position + 2 : position + 1;
    const letter = text.charAt(position);
    if ((letter !== "e" && letter !== "E") || exponentStart >= end) return null;
    if (endOfDigits(text, exponentStart, end) !== end) return null;
    exponent = { negative: sign === "-", digits: text.slice(exponentStart, end) };
  }
  return decimalOf(negative, text.slice(wholeStart, wholeEnd), fraction, exponent);
}

/** -1, 0 or 1 as the first number is less than, equal to or greater than the second: exact, without floating point. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const aSign = signOf(a);
  const bSign = signOf(b);
  if (aSign !== bSign) return aSign < bSign ? -1 : 1;
  // Without leading and trailing zeros the order of the digits as text is that of the fractions they stand for.
  const bySize = compareWholeNumbers(a.exponent, b.exponent) || compareTexts(a.digits, b.digits);
  return aSign < 0 ? opposite(bySize) : bySize;
}

/** Whether the text is a number, and beyond the limit: above it for order 1, below it for order -1. */
export function isNumberBeyond(
  text: string,
  order: 1 | -1,
  limit: string,
  isCurrencySign: (codePoint: number) => boolean,
): boolean {
  const number = readDecimal(text, isCurrencySign);
  const bound = readDecimal(limit, isCurrencySign);
  return number !== null && bound !== null && compareDecimals(number, bound) === order;
}

/** Where the number itself must stand. */
function rangeOfNumber(
  text: string,
  isCurrencySign: (codePoint: number) => boolean,
): { readonly start: number; readonly end: number } {
  const trimmed = trimmedRange(text, 0, text.length);
  const first = trimmed.start < trimmed.end ? text.codePointAt(trimmed.start) : undefined;
  if (first === undefined || !isCurrencySign(first)) return trimmed;
  return trimmedRange(text, trimmed.start + (first > 0xffff ? 2 : 1), trimmed.end);
}

function endOfDigits(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && text.charCodeAt(index) >= 0x30 && text.charCodeAt(index) <= 0x39) index += 1;
  return index;
}

function decimalOf(negative: boolean, whole: string, fraction: string, exponent: WholeNumber): Decimal {
  const written = whole + fraction;
  let first = 0;
  while (first < written.length && written.charCodeAt(first) === 0x30) first += 1;
  if (first === written.length) return { negative: false, digits: "", exponent: ZERO };
  let last = written.length;
  while (written.charCodeAt(last - 1) === 0x30) last -= 1;
  return { negative, digits: written.slice(first, last), exponent: add(exponent, whole.length - first) };
}

/** The sum of a whole number, here with leading zeros or as -0 too, and the length of a text or its opposite. */
function add(number: WholeNumber, change: number): WholeNumber {
  const digits = withoutLeadingZeros(number.digits);
  if (digits.length <= EXACT_DIGITS) {
    const sum = (number.negative ? -Number(digits) : Number(digits)) + change;
    return { negative: sum < 0, digits: String(Math.abs(sum)) };
  }
  return { negative: number.negative, digits: addToLong(digits, number.negative ? -change : change) };
}

/** Adds to a number of more than `EXACT_DIGITS` digits, which no text's length can turn around. */
function addToLong(digits: string, change: number): string {
  const high = digits.slice(0, -EXACT_DIGITS);
  const low = Number(digits.slice(-EXACT_DIGITS)) + change;
  const base = 10 ** EXACT_DIGITS;
  if (low < 0) return withoutLeadingZeros(carry(high, "0", "9", -1) + padded(low + base));
  if (low >= base) return carry(high, "9", "0", 1) + padded(low - base);
  return high + padded(low);
}

/** Carries or borrows one: the digits `full` at the end become `empty`, the digit before them changes by `step`. */
function carry(digits: string, full: string, empty: string, step: 1 | -1): string {
  let index = digits.length;
  while (index > 0 && digits.charAt(index - 1) === full) index -= 1;
  const changed =
    index === 0 ? "1" : digits.slice(0, index - 1) + String(Number(digits.charAt(index - 1)) + step);
  return changed + empty.repeat(digits.length - index);
}

function padded(number: number): string {
  return String(number).padStart(EXACT_DIGITS, "0");
}

function withoutLeadingZeros(digits: string): string {
  let index = 0;
  while (index < digits.length - 1 && digits.charCodeAt(index) === 0x30) index += 1;
  return digits.slice(index);
}

function signOf(decimal: Decimal): -1 | 0 | 1 {
  if (decimal.digits === "") return 0;
  return decimal.negative ? -1 : 1;
}

function compareWholeNumbers(a: WholeNumber, b: WholeNumber): -1 | 0 | 1 {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const bySize =
    a.digits.length === b.digits.length
      ? compareTexts(a.digits, b.digits)
      : a.digits.length < b.digits.length
        ? -1
        : 1;
  return a.negative ? opposite(bySize) : bySize;
}

function compareTexts(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function opposite(order: -1 | 0 | 1): -1 | 0 | 1 {
  if (order === 0) return 0;
  return order < 0 ? 1 : -1;
}
