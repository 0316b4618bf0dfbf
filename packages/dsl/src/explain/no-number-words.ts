import { quoted } from "../findings/quoted.js";
import { isCurrencySign } from "../text/character-classes.js";
import { numberIn } from "../text/number-in.js";

/** Why a text is no number to `above` and `below`, as the rest of a clause; nothing for one that is. Linear in the text. */
export function whyNoNumber(text: string): string {
  if (numberIn(text) !== null) return "";
  const cause = causeIn(text.trim());
  return cause === null ? ", which is no number" : `, which is no number here because of ${cause}`;
}

/** Whether a text that has something in it is a number without it, or with another character in its place. */
function isNumberWithout(text: string, part: RegExp, instead = ""): boolean {
  const other = text.replaceAll(part, instead);
  return other !== text && numberIn(other) !== null;
}

/** What keeps digits from being read; null where there are none, or nothing is to be named. */
function causeIn(text: string): string | null {
  if (!/[0-9]/.test(text)) return null;
  if (isNumberWithout(text, /,/g) || isNumberWithout(text, /,/g, ".")) return "the comma";
  if (isNumberWithout(text, /\s/g)) return "the blank in it";
  const [first = ""] = text;
  const number = isCurrencySign(first.codePointAt(0) ?? 0) ? text.slice(first.length).trimStart() : text;
  const odd = Array.from(number).find((character) => !/[0-9.eE-]/.test(character));
  return odd === undefined ? "the way it is written" : quoted(odd);
}
