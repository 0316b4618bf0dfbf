import { jsonEscape, seenJson } from "../text/seen-json.js";

/*
 * The one way in which texts get into generated files. A text of a mapping can hold anything: quotes, line ends, U+2028,
 * the end of a comment, marks that turn the direction of text around. What leaves here is ASCII without control characters.
 */

/** The text as a JavaScript (and JSON) string literal in double quotes. */
export function writeStringLiteral(text: string): string {
  let literal = "";
  for (let index = 0; index < text.length; index++)
    literal += escapeUnit(text.charCodeAt(index), text.charAt(index));
  return `"${literal}"`;
}

/** The text as a part of a line comment: on one line, and cut where it is long. */
export function writeComment(text: string): string {
  const shown = text.length > LONGEST_COMMENT ? `${text.slice(0, LONGEST_COMMENT)} ...` : text;
  // Nor must a page that carries the module inline see the end of its script in a comment.
  return shown.replace(/[ \t\r\n]+/g, " ").replace(/[^ -~]|</g, jsonEscape);
}

/** Data as JSON, in which nothing ends the script of a page that carries it inline, nor a line of JavaScript, and nothing is unseen. */
export function writeJsonData(data: unknown): string {
  return seenJson(JSON.stringify(data)).replaceAll("<", jsonEscape("<"));
}

const LONGEST_COMMENT = 160;

function escapeUnit(unit: number, character: string): string {
  switch (character) {
    case '"':
      return '\\"';
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    // A page that carries the module inline must not see the end of its script in a text.
    case "<":
      return "\\u003c";
    default:
      return unit < 0x20 || unit > 0x7e ? jsonEscape(character) : character;
  }
}
