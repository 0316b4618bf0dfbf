import { utf8BytesOf } from "../text/utf8-bytes.js";
import { styleOfNames, type WritingStyle, writeCharacters } from "./writing-style.js";

/** A name of a form and its value as they are written. */
export function writeFormPiece(name: string, text: string, style: WritingStyle): string {
  return `${writeFormText(name, styleOfNames(style))}=${writeFormText(text, style)}`;
}

/** A text as a form has it; in a spaced style all that can stand as it is does. */
export function writeFormText(text: string, style: WritingStyle): string {
  const asNeeded = (character: string) => {
    if (style.isSpaced) return /[&=+%]/.test(character) ? percentBytes(character) : character;
    if (character === " ") return "+";
    return /[\w.~!*'()-]/.test(character) ? character : percentBytes(character);
  };
  return writeCharacters(text, style, asNeeded, percentBytes);
}

function percentBytes(character: string): string {
  return utf8BytesOf(character)
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
