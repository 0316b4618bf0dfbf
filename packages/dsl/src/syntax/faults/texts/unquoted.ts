import { type FixKind, replaceWith } from "../../../findings/finding.js";
import { isSpecialWord, type Token } from "../../tokens.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { asString } from "../fixes.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { isOperator, operatorAt } from "../operators.js";
import { bareFieldAt } from "../rules/bare-paths.js";
import { explainMisplacedNot } from "../rules/misplaced-not.js";
import { explainRegularExpression, isRegularExpression } from "../rules/regular-expressions.js";
import { isMatchWord, MATCH_WORDS, TEST_WORDS } from "../rules/test-start.js";
import { isText, isWord, spanFromTo, touches } from "../token-places.js";
import { explainUnopenedText } from "./quotes.js";

/** A text is wanted, and something without quotes stands there. */
export const explainUnquoted: Explainer = (fault, found) => {
  if (isText(found)) return null;
  // The text is missing, and the statement goes on.
  if (["as", "and", "or"].includes(found.image) && !isText(fault.next)) return null;
  if (isText(fault.next) && !touches(found, fault.next) && !isOperator(found) && found.image !== ",")
    return explainNeedless(fault, found, found.image === fault.before?.image ? "automatic" : "suggested");
  const isPlace = fault.isInside("field") || fault.isInside("captureSource");
  // `json("$.a")`: the brackets are too many.
  if ((found.image === "(" || found.image === "[") && isPlace && isText(fault.next)) return null;
  if (found.image === ",") return isPlace ? explainUnquotedRun(fault) : null;
  if (isOperator(found)) {
    const operator = explainOperatorBeforeText(fault, found);
    const touched = fault.next !== null && touches(found, fault.next);
    if (operator !== null || !(isPlace || touched)) return operator;
  }
  return (
    explainUnopenedText(fault, found) ??
    explainName(fault, found) ??
    explainPattern(fault, found) ??
    explainUnquotedRun(fault)
  );
};

/** `keyword = "x"`: the mark is one too many; `keyword ! "x"` and `keyword != "x"` mean `not`. */
function explainOperatorBeforeText(fault: Fault, found: Token): Explanation | null {
  const operator = operatorAt(fault);
  const behind = operator === null ? null : fault.at(operator.length);
  if (operator === null || behind === null) return null;
  if (isText(behind) && ["!", "!=", "!==", "<>", "≠"].includes(operator.image))
    return explainMisplacedNot(fault, found, operator.last);
  const isNeedless = /^(?:=+|:)$/.test(operator.image) && (isText(behind) || isWord(behind));
  return isNeedless ? explainNeedlessRun(fault, found, operator.last) : null;
}

/** `json result exact "a"`: the field's name stands for its path. */
function explainName(fault: Fault, found: Token): Explanation | null {
  const path = fault.before?.image === "json" && isWord(found) ? bareFieldAt(fault, fault.index) : null;
  if (path === null) return null;
  const kind = isMatchWord(path.next?.image ?? "") ? "automatic" : "suggested";
  const span = spanFromTo(path.first, path.last);
  const quotedPath = path.field.slice("json ".length);
  return {
    parameters: { problem: "bare-field", field: path.field },
    span,
    fixes: [replaceWith(span, quotedPath, `Write ${quotedPath}`, kind)],
  };
}

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
  return {
    parameters,
    span,
    fixes: literal === null ? [] : [replaceWith(span, literal, "Put it in quotes", kind)],
  };
}

/** `keyword /a/`, `exact ^a.*$`: who writes a pattern does not look for its letters. */
function explainPattern(fault: Fault, found: Token): Explanation | null {
  const how = fault.before;
  if (!fault.isInside("textMatch") || how === null || how.image === ",") return null;
  const span = spanFromTo(found, endOfRun(fault, found));
  const written = fault.text.slice(span.from, span.to);
  if (!isRegularExpression(written)) return null;
  return explainRegularExpression(span, { from: how.startOffset, to: span.to }, written);
}

/** Words before a text that are hardly of it. */
const NEAR_TEXTS = [
  "is",
  "are",
  "of",
  "the",
  "a",
  "equals",
  "contains",
  "text",
  "value",
  "name",
  "called",
  "named",
];

/** A test may have been meant to begin with them. */
const WORDS_OF_TESTS: readonly string[] = [...TEST_WORDS, ...MATCH_WORDS];

/** Whether what stands without quotes can only be the text: nothing in it compares, joins or quotes. */
function isSurelyText(fault: Fault, found: Token, written: string): boolean {
  if (/["`\\]/.test(written)) return false;
  const how = fault.before?.image;
  // Who writes asterisks in a keyword means exact, or nothing by them.
  if ((how === "keyword" || how === "word") && written.includes("*")) return false;
  if (fault.isInside("field")) {
    return how === "split" ? !isWord(found) && !/\s/.test(written) : /^[$/]/.test(written);
  }
  if (written.includes("'") || (NEAR_TEXTS.includes(found.image) && found.image !== written)) return false;
  if (fault.isInside("captureSource")) return true;
  if (written.split(/\s+/).some((word) => WORDS_OF_TESTS.includes(word))) return false;
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
  if (fault.before?.image === "json" || fault.before?.image === "xml") return true;
  if (!isSpecialWord(token.image)) return false;
  if (token.image === "and" || fault.isInside("field")) return true;
  return fault.tokens[index + 1]?.startLine === token.startLine;
}
