import { textOfUnits, UNITS_AT_ONCE } from "../runtime/code-unit-text.js";
import { FOLDING_RUNS } from "./unicode-data.js";

/** Foldings of the code points outside ASCII that do not fold to themselves; decoded at first use. */
let foldings: ReadonlyMap<number, number> | undefined;

/** The code points outside ASCII that share a folding, by that folding, ascending; built at first use. */
let classes: ReadonlyMap<number, readonly number[]> | undefined;

/**
 * The simple case folding of a code point (Unicode 17.0, CaseFolding.txt, statuses C and S), except that a character
 * outside ASCII that folds into it stays what it is: the Kelvin sign (U+212A) is no `k`, the long s (U+017F) no `s`.
 * Two characters are the same to the language if their foldings are.
 */
export function foldCodePoint(codePoint: number): number {
  if (codePoint < 0x80) return isAsciiUpperCase(codePoint) ? codePoint + 0x20 : codePoint;
  foldings ??= decodeFoldings();
  return foldings.get(codePoint) ?? codePoint;
}

/**
 * Folds every code point of a text. The result has as many UTF-16 units as the text, so an offset into one is an offset
 * into the other; lone surrogates stay. A text that is its own folding is handed back as it is.
 */
export function foldText(text: string): string {
  const first = text.search(/[A-Z\u0080-\uFFFF]/);
  if (first < 0) return text;
  let folded = text.slice(0, first);
  const units: number[] = [];
  let filled = 0;
  for (let index = first; index < text.length; index += 1) {
    if (filled >= UNITS_AT_ONCE) {
      folded += textOfUnits(units, filled);
      filled = 0;
    }
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      units[filled++] = isAsciiUpperCase(unit) ? unit + 0x20 : unit;
      continue;
    }
    const codePoint = text.codePointAt(index) ?? unit;
    const result = foldCodePoint(codePoint);
    if (codePoint > 0xffff) {
      units[filled++] = 0xd7c0 + (result >> 10);
      units[filled++] = 0xdc00 + (result & 0x3ff);
      index += 1;
    } else {
      units[filled++] = result;
    }
  }
  return folded + textOfUnits(units, filled);
}

/** All code points that are the same character as this one when case is ignored: itself among them, ascending. */
export function caseVariants(codePoint: number): readonly number[] {
  const folded = foldCodePoint(codePoint);
  if (folded < 0x80) return folded >= 0x61 && folded <= 0x7a ? [folded - 0x20, folded] : [folded];
  classes ??= groupByFolding();
  return classes.get(folded) ?? [codePoint];
}

function isAsciiUpperCase(codePoint: number): boolean {
  return codePoint >= 0x41 && codePoint <= 0x5a;
}

function decodeFoldings(): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  const numbers = FOLDING_RUNS.split(" ").map((word) => Number.parseInt(word, 36));
  let codePoint = 0;
  for (let index = 0; index < numbers.length; index += 4) {
    const [gap = 0, step = 1, more = 0, difference = 0] = numbers.slice(index, index + 4);
    codePoint += gap;
    for (let left = more; ; left -= 1) {
      if (codePoint + difference >= 0x80) result.set(codePoint, codePoint + difference);
      if (left === 0) break;
      codePoint += step;
    }
  }
  return result;
}

function groupByFolding(): ReadonlyMap<number, readonly number[]> {
  foldings ??= decodeFoldings();
  const groups = new Map<number, number[]>();
  for (const [codePoint, folded] of foldings) {
    const group = groups.get(folded);
    if (group === undefined) groups.set(folded, [folded, codePoint]);
    else group.push(codePoint);
  }
  for (const group of groups.values()) group.sort((a, b) => a - b);
  return groups;
}
