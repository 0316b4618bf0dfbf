import { CURRENCY_SIGN_RANGES, LETTER_MARK_NUMBER_CONNECTOR_RANGES } from "./unicode-data.js";

/** Code points from `first` to `last`, both included. */
export interface CodePointRange {
  readonly first: number;
  readonly last: number;
}

const VARIATION_SELECTORS: readonly CodePointRange[] = [
  { first: 0xfe00, last: 0xfe0f },
  { first: 0xe0100, last: 0xe01ef },
];

const ASCII_WORD_CHARACTERS: readonly boolean[] = Array.from({ length: 0x80 }, (_, codePoint) =>
  /^[0-9A-Za-z_]$/.test(String.fromCharCode(codePoint)),
);

/** Decoded at first use: most runs meet no character outside ASCII. */
let bareWordTable: readonly CodePointRange[] | undefined;
let wordTable: readonly CodePointRange[] | undefined;
let currencyTable: readonly CodePointRange[] | undefined;

/** White space of a body: U+0009–U+000D, U+0020 and U+FEFF. */
export function isWhiteSpace(codePoint: number): boolean {
  return codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d) || codePoint === 0xfeff;
}

/** Letters, marks, numbers and connector punctuation (L, M, N, Pc) but no variation selector: what extends a word. */
export function isWordCharacter(codePoint: number): boolean {
  if (codePoint < 0x80) return ASCII_WORD_CHARACTERS[codePoint] === true;
  return isBareWordCharacter(codePoint) && !contains(VARIATION_SELECTORS, codePoint);
}

/** What a bare word is made of: L, M, N, Pc and `-`. */
export function isBareWordCharacter(codePoint: number): boolean {
  if (codePoint < 0x80) return ASCII_WORD_CHARACTERS[codePoint] === true || codePoint === 0x2d;
  bareWordTable ??= decodeRanges(LETTER_MARK_NUMBER_CONNECTOR_RANGES);
  return contains(bareWordTable, codePoint);
}

/** Currency signs (Sc), the dollar sign among them. */
export function isCurrencySign(codePoint: number): boolean {
  if (codePoint < 0x80) return codePoint === 0x24;
  return contains(currencySigns(), codePoint);
}

/** The word characters as ranges: ascending, with gaps between them. */
export function wordRanges(): readonly CodePointRange[] {
  wordTable ??= decodeRanges(LETTER_MARK_NUMBER_CONNECTOR_RANGES).flatMap(withoutVariationSelectors);
  return wordTable;
}

/** The currency signs as ranges: ascending, with gaps between them. */
export function currencySigns(): readonly CodePointRange[] {
  currencyTable ??= decodeRanges(CURRENCY_SIGN_RANGES);
  return currencyTable;
}

function contains(ranges: readonly CodePointRange[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (codePoint < range.first) high = middle;
    else if (codePoint > range.last) low = middle + 1;
    else return true;
  }
  return false;
}

function decodeRanges(encoded: string): readonly CodePointRange[] {
  const numbers = encoded.split(" ").map((word) => Number.parseInt(word, 36));
  const ranges: CodePointRange[] = [];
  let end = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const first = end + (numbers[index] ?? 0);
    const last = first + (numbers[index + 1] ?? 0);
    ranges.push({ first, last });
    end = last + 1;
  }
  return ranges;
}

function withoutVariationSelectors(range: CodePointRange): readonly CodePointRange[] {
  let rest = [range];
  for (const selectors of VARIATION_SELECTORS) {
    rest = rest.flatMap(({ first, last }) =>
      [
        { first, last: Math.min(last, selectors.first - 1) },
        { first: Math.max(first, selectors.last + 1), last },
      ].filter((part) => part.first <= part.last),
    );
  }
  return rest;
}
