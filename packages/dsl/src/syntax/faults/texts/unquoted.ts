import { type FixKind, replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isLiteralWord, isMatchWord, isSpecialWord, isTestWord } from "../../vocabulary.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { asString } from "../fixes.js";
import { NEAR_TEXTS } from "../lexicon.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { isOperator, NOT_SIGNS, operatorAt } from "../operators.js";
import { takesPath } from "../rules/bare-paths.js";
import { explainNameForPath, wantsMarker } from "../rules/fields.js";
import { explainMisplacedNot } from "../rules/misplaced-not.js";
import { explainRegularExpression, isRegularExpression } from "../rules/regular-expressions.js";
import { isText, isWord, spanFromTo, touches } from "../token-places.js";
import { explainUnopenedText } from "./quotes.js";

/** `keyword = "x"`: the mark is one too many; `keyword ! "x"` and `keyword != "x"` mean `not`. */
const explainOperatorBeforeText: Explainer = (fault, found) => {
  const operator = isOperator(found) ? operatorAt(fault) : null;
  const behind = operator === null ? null : fault.at(operator.length);
  if (operator === null || behind === null) return null;
  if (isText(behind) && NOT_SIGNS.has(operator.image))
    return explainMisplacedNot(fault, found, operator.last);
  const isNeedless = /^(?:=+|:)$/.test(operator.image) && (isText(behind) || isWord(behind));
  return isNeedless ? explainNeedlessRun(fault, found, operator.last) : null;
};

/** `keyword the "x"`. */
const explainWordBeforeText: Explainer = (fault, found) =>
  isText(fault.next) && !touches(found, fault.next) && !isOperator(found) && found.image !== ","
    ? explainNeedless(fault, found, found.image === fault.before?.image ? "automatic" : "suggested")
    : null;

/** `split , part 2`. */
const explainBareComma: Explainer = (fault, found) =>
  found.image === "," && fault.isInside("field") ? explainUnquotedRun(fault) : null;

/** `keyword as Label`: the text is missing, and the statement goes on. */
function goesOn(fault: Fault, found: Token): boolean {
  return ["as", "and", "or"].includes(found.image) && !isText(fault.next);
}

/** `json("$.a")`: the brackets are too many. */
function isBracketOfField(fault: Fault, found: Token): boolean {
  return (found.image === "(" || found.image === "[") && fault.isInside("field") && isText(fault.next);
}

/** A sign that does not touch what follows belongs to no text, unless one is named by signs. */
function isLooseOperator(fault: Fault, found: Token): boolean {
  const touched = fault.next !== null && touches(found, fault.next);
  return isOperator(found) && !(fault.isInside("field") || touched);
}

/** `keyword /a/`, `exact ^a.*$`: who writes a pattern does not look for its letters. */
const explainPattern: Explainer = (fault, found) => {
  const how = fault.before;
  if (!fault.isInside("textMatch") || how === null || how.image === ",") return null;
  const span = spanFromTo(found, endOfRun(fault, found));
  const written = fault.text.slice(span.from, span.to);
  if (!isRegularExpression(written)) return null;
  return explainRegularExpression(span, { from: how.startOffset, to: span.to }, written);
};

/** Everything from the unexpected token on that belongs to a text without quotes. */
export function explainUnquotedRun(fault: Fault): Explanation | null {
  const { found } = fault;
  if (found === null) return null;
  const last = endOfRun(fault, found);
  const span = spanFromTo(found, last);
  const written = fault.text.slice(span.from, span.to);
  const behind = fault.behind(last);
  // A block that is never closed touches it: nobody can tell where the text was to end.
  const isTorn = isText(behind) && touches(last, behind);
  const literal = isTorn ? null : asString(written);
  const parameters = {
    problem: fault.isInside("expectedCapture") ? "unquoted-value" : "unquoted",
    found: written,
  } as const;
  const isAlone = !isText(behind);
  const kind: FixKind = isAlone && isSurelyText(fault, found, written) ? "automatic" : "suggested";
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put it in quotes", kind)];
  return problemAt(span, parameters, fixes);
}

/** Whether what stands without quotes can only be the text: nothing in it compares, joins or quotes. */
function isSurelyText(fault: Fault, found: Token, written: string): boolean {
  if (/["`\\]/.test(written)) return false;
  const how = fault.imageAt(-1);
  // Who writes `keyword not found` may look for two words, or for one that is not to be there.
  if (found.image === "not") return false;
  // Who writes asterisks in a keyword means exact, or nothing by them.
  if (isLiteralWord(how) && written.includes("*")) return false;
  if (fault.isInside("field") && !wantsMarker(fault))
    return takesPath(how) ? /^[$/]/.test(written) : !isWord(found) && !/\s/.test(written);
  if (written.includes("'") || (NEAR_TEXTS.has(found.image) && found.image !== written)) return false;
  if (wantsMarker(fault)) return true;
  if (written.split(/\s+/).some((word) => isTestWord(word) || isMatchWord(word))) return false;
  // `with "12.50" price`: the name and the value may have changed places.
  if (fault.isInside("expectedCapture") && isText(fault.before)) return false;
  if (/^<\S+>$/.test(written)) return true;
  return /\s/.test(written) ? !/[=<>|;^$()[\]{}]/.test(written) : !isOperator(found);
}

/** As far as the line goes without a word of the language, a text or a comma; what touches is one piece. */
function endOfRun(fault: Fault, found: Token): Token {
  let last = found;
  for (let index = fault.index + 1; index < fault.tokens.length; index++) {
    const token = fault.tokens[index];
    if (token === undefined || token.startLine !== found.startLine || token.image === ",") break;
    if (/[\n\r]/.test(token.image)) break;
    if (!touches(last, token) && (isText(token) || endsRun(fault, token, index))) break;
    last = token;
  }
  return last;
}

/** In a text, a word such as `error` at its end is an ordinary one; a path holds none, and no blanks. */
function endsRun(fault: Fault, token: Token, index: number): boolean {
  if (takesPath(fault.imageAt(-1))) return true;
  if (!isSpecialWord(token.image)) return false;
  if (token.image === "and" || fault.isInside("field")) return true;
  return fault.tokens[index + 1]?.startLine === token.startLine;
}

/** A text is wanted, and something without quotes stands there. */
export const explainUnquoted: Explainer = inOrder([
  { leaveIf: goesOn, because: "the statement goes on, so that the text is missing and not its quotes" },
  {
    explain: explainWordBeforeText,
    because: "the text is there; below, what stands before it would be put in quotes",
  },
  {
    leaveIf: isBracketOfField,
    because: "the text is there; below, the bracket before it would be put in quotes",
  },
  { explain: explainBareComma, because: "a body can be split at a comma" },
  { leaveIf: (_fault, found) => found.image === ",", because: "any other comma stands between two texts" },
  {
    explain: explainOperatorBeforeText,
    because: "before a text or a word the sign means what it means in other languages",
  },
  { leaveIf: isLooseOperator, because: "a sign that touches nothing is no text without quotes" },
  { explain: explainUnopenedText, because: "the closing mark is there, and shows how far the text goes" },
  {
    explain: each(explainNameForPath, explainPattern),
    because: "in quotes neither would mean what was meant: a name is no path, and a pattern is no text",
  },
  { explain: explainUnquotedRun, because: "takes everything that is left" },
]);
