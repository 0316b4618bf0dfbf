import type { Escapes } from "../model/fields/field-description.js";
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
      return replaceLoneSurrogates(body.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, unescaped));
    case "form":
      return decodeFormText(body);
  }
}

function unescaped(_: string, units?: string, short = ""): string {
  return units === undefined ? (SHORT.get(short) ?? short) : String.fromCharCode(parseInt(units, 16));
}

/** The escapes of JSON that stand for another character than the one that is written. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
