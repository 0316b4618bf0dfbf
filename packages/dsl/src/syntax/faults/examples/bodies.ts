import { replaceWith } from "../../../findings/finding.js";
import { BLOCK_MARKS } from "../../text-literal.js";
import { isVerdictWord } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { asString, changing, deleting, movingBefore, writing } from "../fixes.js";
import { NAMES_OF_BODY, NAMES_OF_STATUS, SIGNS_OF_BODY } from "../lexicon.js";
import { explainNeedless } from "../needless.js";
import { quotingName } from "../statements/names.js";
import { isStatus, isText, isWord, placeBefore, spanFromTo } from "../token-places.js";
import { explainReasonPhrase, explainStatusLine, lastOfReasonPhrase } from "./status-lines.js";

/** `example 200 is success`. */
const explainMissingBody: Explainer = (fault, found) => {
  const is = isVerdictWord(found.image) && fault.before?.image === "is" ? fault.before : found;
  if (is.image !== "is") return null;
  const fix = replaceWith(placeBefore(is), '"" ', "Expect an empty body", "suggested");
  return problemAt(is, { problem: "missing-body" }, [fix]);
};

/** `example late status 200 "…"`, `example status: 200 "…"`, `example 200 status "…"`: the digits alone are the status. */
const explainWordForStatus: Explainer = (fault, found) => {
  const { before, next } = fault;
  if (found.image === "status" && (isStatus(next) || isStatus(before))) return explainNeedless(fault, found);
  const [word, mark, status] = found.image === "status" ? [found, next, fault.at(2)] : [before, found, next];
  if (word?.image !== "status" || !(mark?.image === ":" || mark?.image === "=") || !isStatus(status))
    return null;
  const span = spanFromTo(word, mark);
  return problemAt(span, { problem: "needless", found: fault.text.slice(span.from, span.to) }, [
    deleting(fault.text, span, "automatic"),
  ]);
};

/** `example 200 body "…"`, `example status 200 body: "…"`: each part with its name before it. */
const explainNamedParts: Explainer = (fault, found) => {
  const { tokens, index, text } = fault;
  if (index > MOST_PARTS) return null;
  const at = tokens.findIndex(isStatus);
  const body = tokens.findIndex((token, next) => next > at && isText(token));
  const [first, status, last] = [tokens[1], tokens[at], tokens[body - 1]];
  if (at < 1 || first === undefined || status === undefined || last === undefined) return null;
  const writtenIn = (from: number, to: number) =>
    tokens.slice(from, to).map(({ image }) => image.toLowerCase());
  const behind = writtenIn(at + 1, body);
  const isNamed =
    writtenIn(1, at).every((word) => NAMES_OF_STATUS.has(word)) &&
    behind.every((word) => NAMES_OF_BODY.has(word) || SIGNS_OF_BODY.has(word)) &&
    behind.some((word) => NAMES_OF_BODY.has(word));
  if (!isNamed || found.startOffset > last.startOffset) return null;
  const span = spanFromTo(first, last);
  return problemAt(span, { problem: "named-parts" }, [writing(text, span, status.image, "automatic")]);
};

/** Tokens of `http status code: 200, body:`, at most. */
const MOST_PARTS = 10;

/** `example 200 OK "…"`, where the phrase may also be the name, and `example 200 OK {…} is …`. */
const explainPhraseBehindStatus: Explainer = (fault, found) => {
  const explained = explainReasonPhrase(fault, found);
  const last = explained === null ? null : lastOfReasonPhrase(fault);
  const next = last === null ? null : fault.behind(last);
  if (explained === null || next === null || next.image === "is") return null;
  const asName = isText(next) ? (explainNameAfterStatus(fault, found)?.fixes ?? []) : [];
  return { ...explained, fixes: [...explained.fixes, ...asName] };
};

/** `example 200 late "…"`. */
const explainNameAfterStatus: Explainer = (fault, found) => {
  const { before, index, text } = fault;
  if (index !== 2 || !isStatus(before) || !isWord(found)) return null;
  let last = found;
  let next = fault.next;
  for (let distance = 2; isWord(next); distance++) {
    last = next;
    next = fault.at(distance);
  }
  if (!isText(next)) return null;
  const span = spanFromTo(found, last);
  const name = last === found ? found.image : asString(text.slice(span.from, span.to));
  const parameters = { problem: "name-after-status" } as const;
  if (name === null) return problemAt(span, parameters);
  const edits = movingBefore(text, before, name, span);
  const fix = changing("Put the name before the status", "suggested", edits);
  return problemAt(span, parameters, [fix]);
};

/** `example two words 200 "…"`. */
const explainNameOfSeveralWords: Explainer = (fault, found) => {
  if (!isWord(found) || !isWord(fault.tokens[1] ?? null)) return null;
  let index = fault.index;
  while (isWord(fault.tokens[index + 1] ?? null) && !isStatus(fault.tokens[index + 1] ?? null)) index++;
  const next = fault.tokens[index + 1] ?? null;
  if (!isText(next) && !(isStatus(next) && isText(fault.tokens[index + 2] ?? null))) return null;
  return quotingName(fault, 1, index);
};

/** `example 200 {"success":true} is success`: everything up to the verdict, in brackets also over several lines. */
const explainUnquotedBody: Explainer = (fault, found) => {
  if (found.image === "," || found.image === ":" || found.image === "=") return null;
  const { tokens } = fault;
  const closer = CLOSERS.get(found.image);
  const isClosed = (index: number) => closer !== undefined && tokens[index - 1]?.image === closer;
  const isVerdict = (index: number) =>
    tokens[index]?.image === "is" &&
    isVerdictWord(tokens[index + 1]?.image ?? "") &&
    (tokens[index]?.startLine === found.startLine || isClosed(index));
  const ends = tokens.map((_, index) => index).filter((index) => index > fault.index && isVerdict(index));
  const parameters = { problem: "unquoted-body" } as const;
  // People paste before they write the verdict.
  const isPasted = ends.length === 0 && isClosed(tokens.length);
  const last = tokens[(isPasted ? tokens.length : (ends[0] ?? 0)) - 1];
  if (last === undefined) return problemAt(found, parameters);
  const span = spanFromTo(found, last);
  const written = fault.text.slice(span.from, span.to);
  const literal = asString(written, "'");
  // Words may also be a name or the status's; what stands in brackets can only be the body.
  const isBody = /^(?:\{.*\}|\[.*\]|<.*>)$/s.test(written) && ends.length === 1;
  const kind = isBody && !isText(fault.before) ? "automatic" : "suggested";
  if (literal !== null)
    return problemAt(span, parameters, [replaceWith(span, literal, "Put the body in quotes", kind)]);
  const block = BLOCK_MARKS + written + BLOCK_MARKS;
  const fixes = written.includes(BLOCK_MARKS)
    ? []
    : [replaceWith(span, block, "Make the body a text block", kind)];
  return problemAt(span, parameters, fixes);
};

/** What ends a body that begins with the sign: JSON and XML. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["[", "]"],
  ["<", ">"],
]);

/** The body is wanted. */
export const explainBody: Explainer = inOrder([
  {
    explain: explainNamedParts,
    because: "status and body are taken together; below, each would be a name or one word too many",
  },
  {
    explain: each(explainMissingBody, explainStatusLine, explainWordForStatus, explainPhraseBehindStatus),
    because: "is, HTTP/1.1, status and OK are known; below they would be a name, or a body without quotes",
  },
  {
    explain: explainNameAfterStatus,
    because: "a name behind the status is moved; below it would be put in quotes together with the status",
  },
  {
    explain: explainNameOfSeveralWords,
    because: "the body has its quotes, so that the words before it are the name",
  },
  { explain: explainUnquotedBody, because: "takes everything up to the verdict" },
]);
