import { jsonFault } from "../runtime/json-field.js";
import { trimmedRange } from "../runtime/text-matching.js";
import { foldText } from "../text/case-folding.js";

/** What a body looks like; JSON and XML that have a fault in them count as what they were meant to be. */
export type BodyKind = "empty" | "json" | "xml" | "html" | "text";

/** What a body looks like, by how it begins. */
export function bodyKindOf(body: string): BodyKind {
  const { start, end } = trimmedRange(body, 0, body.length);
  if (start === end) return "empty";
  const beginning = body.slice(start, Math.min(end, start + 50));
  if (beginning.startsWith("<")) return isHtml(beginning) ? "html" : "xml";
  if (/^(?:\{\s*"|\[\s*[{"])/.test(beginning)) return "json";
  // `[ERROR] …` is a line of a log, `[1, 2]` is JSON.
  return /^[{[]/.test(beginning) && jsonFault(body) === null ? "json" : "text";
}

function isHtml(beginning: string): boolean {
  const folded = foldText(beginning);
  return folded.startsWith("<!doctype html") || /^<html[\s>]/.test(folded);
}
