import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { type Explainer, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { OF_HEADERS, STATUS_NAMES } from "../lexicon.js";
import { isText, isWord, spanFromTo } from "../token-places.js";

/*
 * Parts of a response that no field picks: its headers, and its status, which is no part of the body.
 */

/** Whether the word names headers, with a name behind it or before it. */
function isHeader(fault: Fault, found: Token): boolean {
  const { next } = fault;
  return (
    OF_HEADERS.has(found.image.toLowerCase()) &&
    next !== null &&
    (isText(next) ||
      (isWord(next) && next.startLine === found.startLine) ||
      "[.(".includes(next.image) ||
      next.image === ":")
  );
}

/** `success header "X-Result" exact "ok"`. */
export const explainHeaderTest: Explainer = (fault, found) =>
  isHeader(fault, found) ? problemAt(found, { problem: "headers" }) : null;

/** `capture location from header "Location"`, `from headers`. */
export const explainHeaderSource: Explainer = (fault, found) =>
  OF_HEADERS.has(found.image.toLowerCase()) && fault.before?.image === "from"
    ? problemAt(found, { problem: "headers" })
    : null;

/** `as header "X-Reason"`: the word was taken for the label. */
export const explainHeaderLabel: Explainer = ({ before }, found) =>
  before !== null && OF_HEADERS.has(before.image.toLowerCase()) && isText(found)
    ? problemAt(before, { problem: "headers" })
    : null;

/** `capture code from status`, `from http status`. */
export const explainStatusSource: Explainer = (fault, found) => {
  if (fault.before?.image !== "from") return null;
  const words = fault.tokens.slice(fault.index).filter(({ startLine }) => startLine === found.startLine);
  const end = words.findIndex(({ image }) => image === "for");
  const named = end === -1 ? words : words.slice(0, end);
  const last = named.at(-1);
  const name = named.map(({ image }) => image.toLowerCase()).join(" ");
  if (last === undefined || !(name === "status" || name === "status code" || STATUS_NAMES.has(name)))
    return null;
  const span = spanFromTo(found, last);
  const fixes =
    named.length === 1
      ? [replaceWith(span, `json "$.${found.image}"`, `Write json "$.${found.image}"`, "suggested")]
      : [];
  return problemAt(span, { problem: "captured-status" }, fixes);
};
