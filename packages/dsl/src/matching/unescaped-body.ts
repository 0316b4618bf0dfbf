import type { Escapes } from "../model/fields/field-description.js";
import { textOfUnits, UNITS_AT_ONCE } from "../runtime/code-unit-text.js";
import { decodeFormText } from "../runtime/form-field.js";
import { replaceLoneSurrogates } from "../runtime/utf8.js";

/** Whether a text can have such escapes: without any it says what it is. */
export function hasEscapes(text: string, escapes: Escapes): boolean {
  switch (escapes) {
    case "json":
      return text.includes("\\");
    case "form":
      return /[%+]/.test(text);
  }
}

/**
 * A body with the characters in the place of the escapes that stand for them: a name of a field that picks anything stands in the body
 * or in this. The whole body is read as if it were one string, which is right for all that stands in strings. Linear in the body.
 */
export function unescapedBody(body: string, escapes: Escapes): string {
  switch (escapes) {
    case "json":
      return replaceLoneSurrogates(unescapedStrings(body));
    case "form":
      return decodeFormText(body);
  }
}

/** Text that is no JSON is read, too: a backslash that begins no escape stands for what follows it. */
function unescapedStrings(body: string): string {
  const units: number[] = [];
  let text = "";
  let filled = 0;
  for (let at = 0; at < body.length; at += 1) {
    if (filled >= UNITS_AT_ONCE) {
      text += textOfUnits(units, filled);
      filled = 0;
    }
    let unit = body.charCodeAt(at);
    if (unit === BACKSLASH && at + 1 < body.length) {
      at += 1;
      unit = SHORT.get(body.charAt(at)) ?? body.charCodeAt(at);
      const written = unit === LETTER_U ? body.slice(at + 1, at + 5) : "";
      if (/^[0-9a-fA-F]{4}$/.test(written)) {
        unit = parseInt(written, 16);
        at += 4;
      }
    }
    units[filled++] = unit;
  }
  return text + textOfUnits(units, filled);
}

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

/** The escapes of JSON that stand for another character than the one that is written. */
const SHORT: ReadonlyMap<string, number> = new Map([
  ["b", 0x08],
  ["f", 0x0c],
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
]);
