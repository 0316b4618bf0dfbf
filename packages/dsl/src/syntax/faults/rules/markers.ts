import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isFieldWord, isMatchWord, isSpecialWord } from "../../vocabulary.js";
import { type Explainer, type Explanation, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { deleting, insertingWord, replacing } from "../fixes.js";
import { INSTEAD_OF_AND, NAMED_MARKERS } from "../lexicon.js";
import { intended } from "../misspelling.js";
import { explainNeedless } from "../needless.js";
import { AND_SIGNS_OF_MARKERS } from "../operators.js";
import { explainUnquoted } from "../texts/unquoted.js";
import { isText, placeBehind, spanFromTo, spanOf } from "../token-places.js";
import { explainTrailingComma } from "./lists.js";

/*
 * The texts between which a part of the body stands: `between "A" and "B"`.
 */

/** What a part can end at, other than a text. */
const CLOSING_WORDS = ["last", "end"] as const;

function isCloser(token: Token | null): boolean {
  const written = token?.image;
  return isText(token) || CLOSING_WORDS.some((word) => word === written);
}

/** `between "<a>" "</a>"`. */
const explainMissingAnd: Explainer = (fault, found) => {
  if (!isCloser(found)) return null;
  const fix = insertingWord(fault.text, "and", found, "automatic");
  return problemAt(found, { problem: "missing-word", word: "and", before: found.image }, [fix]);
};

/** `between "<a>" exact "b"`: what stands there goes on with something else. */
const explainMissingCloser: Explainer = (fault, found) => {
  const { before } = fault;
  const goesOn =
    isMatchWord(found.image) ||
    isFieldWord(found.image) ||
    found.image === "as" ||
    found.image === "for" ||
    (found.image === "or" && fault.isInside("labelClause"));
  return goesOn && before !== null ? missingCloser(before, " and end") : null;
};

/** `between "<a>", "</a>"`. */
const explainInsteadOfAnd: Explainer = (fault, found) => {
  const { before } = fault;
  if (!isCloser(fault.next) || before === null) return null;
  const span = { from: before.endOffset + 1, to: found.endOffset + 1 };
  const certain = INSTEAD_OF_AND.has(found.image) || AND_SIGNS_OF_MARKERS.has(found.image);
  const fix = replaceWith(span, " and", "Write and", certain ? "automatic" : "suggested");
  return problemAt(found, { problem: "instead", found: found.image, write: "and" }, [fix]);
};

/** Behind the first text, `and` is wanted. */
export const explainBehindStartMarker: Explainer = inOrder([
  { explain: explainMissingAnd, because: "what ends the part stands there" },
  { explain: explainMissingCloser, because: "below, any word before a text is taken for and" },
  { explain: explainInsteadOfAnd, because: "takes any word or sign before what ends the part" },
]);

/** Nothing says where the part ends; `token` is the last before the gap. */
function missingCloser(token: Token, end: string): Explanation {
  const fix = replaceWith(placeBehind(token), end, "Take all up to the end", "suggested");
  return problemAt(token, { problem: "missing-closer" }, [fix]);
}

/** The same at the statement's end. */
export const explainMissingCloserAtEnd: Explainer = (fault, last) => {
  if (fault.rule === "closing") return missingCloser(last, " end");
  const isStart = fault.rule === "fieldPart" && fault.imageAt(-2) === "between";
  return isStart ? missingCloser(last, " and end") : null;
};

/** `between "a" and exact "x"`. */
const explainNoCloser: Explainer = (fault, found) => {
  const { before } = fault;
  return isSpecialWord(found.image) && before !== null ? missingCloser(before, " end") : null;
};

/** `between "a" and , "b"`. */
const explainCommaBeforeCloser: Explainer = (fault, found) =>
  found.image === "," && isCloser(fault.next) ? explainNeedless(fault, found) : null;

/** `between "a" and newline`. */
const explainNamedMarker: Explainer = (_fault, found) => {
  const text = NAMED_MARKERS.get(found.image.toLowerCase());
  return text === undefined
    ? null
    : problemAt(found, { problem: "unquoted", found: found.image }, [replacing(found, text, "suggested")]);
};

function isNearToClosingWord(_fault: Fault, found: Token): boolean {
  return intended(found.image, CLOSING_WORDS) !== null;
}

/** A text that ends the part is there, without its quotes. */
const explainUnquotedCloser: Explainer = inOrder([
  { explain: explainNamedMarker, because: "below, it would be a text without its quotes" },
  { leaveIf: isNearToClosingWord, because: "so would a misspelled word of the language" },
  { explain: explainUnquoted, because: "takes all that is no text" },
]);

/** Behind `and`, what ends the part is wanted. */
export const explainClosing: Explainer = inOrder([
  { explain: explainNoCloser, because: "words of the language are known for certain" },
  { explain: explainCommaBeforeCloser, because: "below, a comma is a text without its quotes" },
  { explain: explainUnquotedCloser, because: "takes all that is no text, or leaves it" },
]);

/** `between "a" and "b", last "c"`. */
const explainLastInList: Explainer = (fault, found) => {
  const { next } = fault;
  if (found.image !== "last" || !isText(next)) return null;
  let first = fault.index - 1;
  while (first > 0 && fault.tokens[first]?.image !== "and") first--;
  const list = spanFromTo(fault.tokens[first + 1] ?? found, next);
  const alone = fault.text.slice(found.startOffset, next.endOffset + 1);
  return problemAt(found, { problem: "last-in-list" }, [
    replaceWith(list, alone, `Write ${alone} alone`, "suggested"),
    deleting(fault.text, spanOf(found), "suggested"),
  ]);
};

/** `between "a" and "b", exact "x"`. */
const explainCommaBeforeTest: Explainer = ({ before }, found) =>
  before !== null && isSpecialWord(found.image) ? explainTrailingComma(before) : null;

/** Behind a comma, another text that ends the part is wanted. */
export const explainCloser: Explainer = inOrder([
  { explain: explainLastInList, because: "it is a word of the language that a text follows" },
  { explain: explainCommaBeforeTest, because: "no other word of the language ends a part" },
  { explain: explainUnquotedCloser, because: "takes all that is no text, or leaves it" },
]);

/** `between "a" and "b" or "c"`. */
export const explainJointOfClosers: Explainer = (fault, found) => {
  const { before, next, tokens } = fault;
  if (before === null || !(found.image === "and" || found.image === "or") || !isCloser(next)) return null;
  let first = fault.index - 1;
  while (first > 0 && (isCloser(tokens[first] ?? null) || tokens[first]?.image === ",")) first--;
  if (tokens[first]?.image !== "and" || tokens[first - 2]?.image !== "between") return null;
  if (fault.imageAt(-2) === "last" || next?.image === "last") {
    return problemAt(found, { problem: "last-in-list" });
  }
  const gap = { from: before.endOffset + 1, to: spanOf(found).to };
  const fix = replaceWith(gap, ",", "Make it a list", "automatic");
  return problemAt(found, { problem: "instead", found: found.image, write: "," }, [fix]);
};

/** `between "a" and last end`, `between "a" and last exact "x"`: behind `last` a text is wanted. */
export const explainMissingLastCloser: Explainer = (fault, found) => {
  const { before } = fault;
  if (before?.image !== "last" || !isSpecialWord(found.image)) return null;
  const fixes = found.image === "end" ? [deleting(fault.text, spanOf(before), "suggested")] : [];
  return problemAt(found, { problem: "missing-last-closer" }, fixes);
};

/** `between "a" and last "b", "c"`. */
export const explainListBehindLast: Explainer = (fault, found) => {
  const last = fault.at(-2);
  if (found.image !== "," || last?.image !== "last" || !isText(fault.before)) return null;
  return problemAt(found, { problem: "last-in-list" }, [deleting(fault.text, spanOf(last), "suggested")]);
};
