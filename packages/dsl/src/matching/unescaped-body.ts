import type { EscapeMark } from "../model/fields/field-description.js";
import { decodeFormText } from "../runtime/form-field.js";

/**
 * A body with the characters in the place of the escapes that stand for them: a name of a field that picks anything stands in the body
 * or in this. The whole body is read as if it were one string, which is right for all that stands in strings. Linear in the body.
 */
export function unescapedBody(body: string, mark: EscapeMark): string {
  switch (mark) {
    case "\\":
      return body.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, units?: string, short?: string) =>
        units === undefined
          ? (SHORT.get(short ?? "") ?? short ?? "")
          : String.fromCharCode(parseInt(units, 16)),
      );
    case "%":
      return decodeFormText(body);
  }
}

/** The escapes of JSON that stand for another character than the one that is written. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
