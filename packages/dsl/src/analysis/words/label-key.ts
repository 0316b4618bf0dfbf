import { trimmedRange } from "../../runtime/text-matching.js";
import { foldText } from "../../text/case-folding.js";

/** Punctuation of ASCII; `$ + < = > ^ | ~` and the backquote are symbols and tell labels apart. */
const PUNCTUATION = "!\"#%&'()*,-./:;?@[\\]_{}";

/** Blanks, hyphens, dashes, quotation marks, dots and the like outside ASCII that people and programs put in labels. */
const OTHER_PUNCTUATION =
  "\u00a0\u00ad\u00a1\u00ab\u00b7\u00bb\u00bf\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u202f\u2039\u203a\u3000";

/**
 * Equal for labels that differ only in case, spacing or punctuation. Between digits these count, as one (`1.5` is not
 * `15`), and so does a minus before a number. A label of nothing else is its own key.
 */
export function labelKey(label: string): string {
  const folded = foldText(label);
  let key = "";
  let gap = "";
  for (const character of folded) {
    if (isLeftOut(character)) {
      gap += character;
      continue;
    }
    key += gapBetween(key, gap, character) + character;
    gap = "";
  }
  return key === "" ? folded : key;
}

function gapBetween(before: string, gap: string, after: string): string {
  if (gap === "" || !isDigit(after)) return "";
  if (isDigit(before.slice(-1))) return " ";
  return gap.endsWith("-") && (gap.length > 1 || before === "") ? "-" : "";
}

function isDigit(character: string): boolean {
  return character.length === 1 && character >= "0" && character <= "9";
}

function isLeftOut(character: string): boolean {
  if (PUNCTUATION.includes(character) || OTHER_PUNCTUATION.includes(character)) return true;
  const { start, end } = trimmedRange(character, 0, character.length);
  return start === end;
}
