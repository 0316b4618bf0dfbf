import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { type Explainer, type Explanation, Fault } from "../fault.js";
import { deleting } from "../fixes.js";
import { isStatus, isText, isWord, spanFromTo } from "../token-places.js";

/*
 * What stands in the first line of an HTTP answer, `HTTP/1.1 200 OK`: of it the language has the status alone.
 */

/** The names of the statuses that people meet, in small letters (RFC 9110, RFC 6585). */
const REASON_PHRASES: ReadonlySet<string> = new Set([
  "ok",
  "created",
  "accepted",
  "no content",
  "moved permanently",
  "found",
  "see other",
  "not modified",
  "temporary redirect",
  "permanent redirect",
  "bad request",
  "unauthorized",
  "payment required",
  "forbidden",
  "not found",
  "method not allowed",
  "not acceptable",
  "request timeout",
  "conflict",
  "gone",
  "length required",
  "precondition failed",
  "payload too large",
  "content too large",
  "unsupported media type",
  "unprocessable entity",
  "unprocessable content",
  "too many requests",
  "internal server error",
  "not implemented",
  "bad gateway",
  "service unavailable",
  "gateway timeout",
]);

const MOST_WORDS = 3;

/** The last token of the status's name that begins with the unexpected one; null where that is none. */
export function lastOfReasonPhrase(fault: Fault): Token | null {
  let found: Token | null = null;
  let phrase = "";
  for (let distance = 0; distance < MOST_WORDS; distance++) {
    const token = fault.at(distance);
    if (token === null || !isWord(token)) break;
    phrase = `${phrase} ${token.image.toLowerCase()}`.trimStart();
    if (REASON_PHRASES.has(phrase)) found = token;
  }
  return found;
}

/** `status 200 OK`, `example 200 OK "…"`: the name behind a status. */
export const explainReasonPhrase: Explainer = (fault, found) => {
  const last = isStatus(fault.before) ? lastOfReasonPhrase(fault) : null;
  if (last === null) return null;
  const span = spanFromTo(found, last);
  return {
    parameters: { problem: "reason-phrase", found: fault.text.slice(span.from, span.to) },
    span,
    fixes: [deleting(fault.text, span, "suggested")],
  };
};

/** `example HTTP/1.1 200 OK "…"`: the whole line before the body. */
export function explainStatusLine(fault: Fault, found: Token): Explanation | null {
  const protocol = fault.before;
  if (protocol === null || !/^http$/i.test(protocol.image) || found.image !== "/") return null;
  const start = fault.tokens.findIndex((token) => token.startOffset > found.startOffset && isStatus(token));
  const status = fault.tokens[start];
  const span = spanFromTo(protocol, status ?? found);
  const parameters = { problem: "status-line" } as const;
  if (status === undefined || status.image.length !== 3) return { parameters, span, fixes: [] };
  const behind = new Fault(fault.tokens, { tokenIndex: start + 1, openRules: [] }, fault.text);
  const last = lastOfReasonPhrase(behind) ?? status;
  const body = fault.behind(last);
  const fixes = isText(body)
    ? [replaceWith(spanFromTo(protocol, last), status.image, `Write ${status.image}`, "suggested")]
    : [];
  return { parameters, span: spanFromTo(protocol, last), fixes };
}
