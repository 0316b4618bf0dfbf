import { jsonFault } from "../runtime/json-field.js";
import { trimmedRange } from "../runtime/text-matching.js";
import { foldText } from "../text/case-folding.js";

/** What a body looks like; JSON and XML that have a fault in them count as what they were meant to be. */
export type BodyKind = "empty" | "json" | "xml" | "html" | "text";

/** What a body looks like, by how it begins. */
export function bodyKindOf(body: string): BodyKind {
  const { start, end } = trimmedRange(body, 0, body.length);
  if (start === end) return "empty";
  const beginning = body.slice(start, Math.min(end, start + LONGEST_BEGINNING));
  if (beginning.startsWith("<")) return isHtml(beginning) ? "html" : "xml";
  if (/^(?:\{\s*"|\[\s*[{"])/.test(beginning)) return "json";
  // `[ERROR] …` is a line of a log, `[1, 2]` is JSON.
  return /^[{[]/.test(beginning) && jsonFault(body) === null ? "json" : "text";
}

/** Characters looked at at most: an XML declaration and comments may stand before what tells. */
const LONGEST_BEGINNING = 2000;

/** Elements with which a page or a piece of one begins, and hardly ever an answer in XML. */
const HTML_BEGINNING =
  /^<(?:!doctype html|(?:html|head|body|h[1-6]|p|div|center|font|script|style|meta|table|span|pre|br|hr|img)(?:[\s/>]|$))/;

function isHtml(beginning: string): boolean {
  let rest = foldText(beginning);
  // One comment or declaration at a time: a pattern for all of them could take the square of their number.
  for (let end = prologueEnd(rest); end > 0; end = prologueEnd(rest)) rest = rest.slice(end).trimStart();
  return HTML_BEGINNING.test(rest);
}

/** Behind the comment or declaration with which the text begins; 0 if it begins with neither. */
function prologueEnd(text: string): number {
  const closing = text.startsWith("<!--") ? "-->" : text.startsWith("<?xml") ? "?>" : null;
  const end = closing === null ? -1 : text.indexOf(closing);
  return end < 0 || closing === null ? 0 : end + closing.length;
}
