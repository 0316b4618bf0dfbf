import { type CodePointRanges, decodeRanges, extendsWord, isInRanges } from "../runtime/code-point-ranges.js";
import { CURRENCY_SIGN_RANGES, LETTER_MARK_NUMBER_CONNECTOR_RANGES, LETTER_RANGES } from "./unicode-data.js";

const ASCII_WORD_CHARACTERS: readonly boolean[] = Array.from({ length: 0x80 }, (_, codePoint) =>
  /^[0-9A-Za-z_]$/.test(String.fromCharCode(codePoint)),
);

/** Decoded at first use: most runs meet no character outside ASCII. */
let bareWordTable: CodePointRanges | undefined;
let letterTable: CodePointRanges | undefined;
let currencyTable: CodePointRanges | undefined;

/** White space of a body: U+0009–U+000D, U+0020 and U+FEFF. */
export function isWhiteSpace(codePoint: number): boolean {
  return codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d) || codePoint === 0xfeff;
}

/** Letters, marks, numbers and connector punctuation (L, M, N, Pc) but no variation selector: what extends a word. */
export function isWordCharacter(codePoint: number): boolean {
  if (codePoint < 0x80) return ASCII_WORD_CHARACTERS[codePoint] === true;
  return extendsWord(wordCharacterRanges(), codePoint);
}

/** L, M, N and Pc, the variation selectors among them, as `extendsWord` takes them. */
export function wordCharacterRanges(): CodePointRanges {
  bareWordTable ??= decodeRanges(LETTER_MARK_NUMBER_CONNECTOR_RANGES);
  return bareWordTable;
}

/** Letters (L). */
export function isLetter(codePoint: number): boolean {
  if (codePoint < 0x80)
    return (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
  letterTable ??= decodeRanges(LETTER_RANGES);
  return isInRanges(letterTable, codePoint);
}

/** What a bare word is made of: L, M, N, Pc and `-`. */
export function isBareWordCharacter(codePoint: number): boolean {
  if (codePoint < 0x80) return ASCII_WORD_CHARACTERS[codePoint] === true || codePoint === 0x2d;
  return isInRanges(wordCharacterRanges(), codePoint);
}

/** Currency signs (Sc), the dollar sign among them. */
export function isCurrencySign(codePoint: number): boolean {
  if (codePoint < 0x80) return codePoint === 0x24;
  currencyTable ??= decodeRanges(CURRENCY_SIGN_RANGES);
  return isInRanges(currencyTable, codePoint);
}
