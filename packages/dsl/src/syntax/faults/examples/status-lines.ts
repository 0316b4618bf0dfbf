import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { type Explainer, type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { deleting } from "../fixes.js";
import { MOST_WORDS_OF_PHRASE, REASON_PHRASES } from "../lexicon.js";
import { isStatus, isText, isWord, spanFromTo } from "../token-places.js";

/*
 * What stands in the first line of an HTTP answer, `HTTP/1.1 200 OK`: of it the language has the status alone.
 */

/** The last token of the status's name that begins with the unexpected one; null where that is none. */
export function lastOfReasonPhrase(fault: Fault): Token | null {
  let found: Token | null = null;
  let phrase = "";
  for (let distance = 0; distance < MOST_WORDS_OF_PHRASE; distance++) {
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
  return problemAt(span, { problem: "reason-phrase", found: fault.text.slice(span.from, span.to) }, [
    deleting(fault.text, span, "suggested"),
  ]);
};

/** `example HTTP/1.1 200 OK "…"`: the whole line before the body. */
export function explainStatusLine(fault: Fault, found: Token): Explanation | null {
  const protocol = fault.before;
  if (protocol === null || !/^http$/i.test(protocol.image) || found.image !== "/") return null;
  const start = fault.tokens.findIndex((token) => token.startOffset > found.startOffset && isStatus(token));
  const status = fault.tokens[start];
  const span = spanFromTo(protocol, status ?? found);
  const parameters = { problem: "status-line" } as const;
  if (status === undefined || status.image.length !== 3) return problemAt(span, parameters);
  const last = lastOfReasonPhrase(fault.seenFrom(start + 1)) ?? status;
  const body = fault.behind(last);
  const fixes = isText(body)
    ? [replaceWith(spanFromTo(protocol, last), status.image, `Write ${status.image}`, "suggested")]
    : [];
  return problemAt(spanFromTo(protocol, last), parameters, fixes);
}
