import { replaceWith } from "../../../findings/finding.js";
import { type Explainer, problemAt } from "../explanation.js";
import { MOST_WORDS_OF_STATUS_NAME, NEEDLESS_BEFORE_STATUS, STATUS_NAMES } from "../lexicon.js";
import { isStatus, isWord, spanFromTo } from "../token-places.js";

/** `http code 200`, `response status is 200`: where a test begins, with a status behind the words. */
export const explainStatusName: Explainer = (fault, found) => {
  if (/^http$/i.test(found.image) && fault.next?.image === "/") return explainProtocol(fault, found);
  let words = "";
  for (let distance = 0; distance < MOST_WORDS_OF_STATUS_NAME; distance++) {
    const last = fault.at(distance);
    if (last === null || !isWord(last) || last.startLine !== found.startLine) return null;
    words = `${words} ${last.image.toLowerCase()}`.trimStart();
    if (!STATUS_NAMES.has(words)) continue;
    let behind = distance + 1;
    while (NEEDLESS_BEFORE_STATUS.has(fault.imageAt(behind)) && fault.imageAt(behind) !== "code") behind++;
    const end = fault.at(behind - 1);
    if (end === null || !isStatus(fault.at(behind))) continue;
    const span = spanFromTo(found, end);
    const written = fault.text.slice(span.from, span.to);
    return problemAt(span, { problem: "instead", found: written, write: "status" }, [
      replaceWith(span, "status", "Write status", "automatic"),
    ]);
  }
  return null;
};

/** `HTTP/1.1 200`: the beginning of an HTTP answer. */
const explainProtocol: Explainer = (fault, found) => {
  const { tokens, index } = fault;
  const status = tokens.find((token, at) => at > index + 2 && isStatus(token) && token.image.length === 3);
  const last = status === undefined ? undefined : tokens[tokens.indexOf(status) - 1];
  if (last === undefined || last.startLine !== found.startLine || tokens.indexOf(last) > index + MOST_TOKENS)
    return null;
  const span = spanFromTo(found, last);
  const written = fault.text.slice(span.from, span.to);
  return problemAt(span, { problem: "instead", found: written, write: "status" }, [
    replaceWith(span, "status", "Write status", "automatic"),
  ]);
};

/** Of `HTTP/1.1`, at most. */
const MOST_TOKENS = 5;
