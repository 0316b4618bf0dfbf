import { type FixKind, replaceWith } from "../../findings/finding.js";
import { isSpecialWord, type Token } from "../tokens.js";
import type { Explainer, Explanation, Fault } from "./fault.js";
import { explainMisplacedNot } from "./misplaced-not.js";
import { isOperator, operatorAt } from "./operators.js";
import { asString, deleting } from "./repairs.js";
import { isText, isWord, spanFromTo, touches } from "./token-places.js";

/** A text is wanted, and something without quotes stands there. */
export const explainUnquoted: Explainer = (fault, found) => {
  if (isText(found)) return null;
  if (found.image === ",") return fault.isInside("field") ? explainUnquotedRun(fault) : null;
  if (isOperator(found)) return explainOperatorBeforeText(fault, found);
  return explainUnquotedRun(fault);
};

/** `keyword = "x"`: the mark is one too many; `keyword ! "x"` and `keyword != "x"` mean `not`. */
function explainOperatorBeforeText(fault: Fault, found: Token): Explanation | null {
  const operator = operatorAt(fault);
  if (operator === null || !isText(fault.at(operator.length))) return null;
  if (["!", "!=", "!==", "<>", "≠"].includes(operator.image))
    return explainMisplacedNot(fault, found, operator.last);
  if (!/^(?:=+|:)$/.test(operator.image)) return null;
  const span = spanFromTo(found, operator.last);
  const fix = deleting(fault.text, span, "automatic");
  return { parameters: { problem: "needless", found: operator.image }, span, fixes: [fix] };
}

/** Everything from the unexpected token on that belongs to a text without quotes. */
export function explainUnquotedRun(fault: Fault): Explanation | null {
  const { found } = fault;
  if (found === null) return null;
  const last = endOfRun(fault, found);
  const span = spanFromTo(found, last);
  const written = fault.text.slice(span.from, span.to);
  const behind = fault.tokens[fault.tokens.indexOf(last) + 1] ?? null;
  // A block that is never closed touches it: nobody can tell where the text was to end.
  const isTorn = isText(behind) && touches(last, behind);
  const literal = isTorn ? null : asString(written);
  const parameters = {
    problem: fault.isInside("expectedCapture") ? "unquoted-value" : "unquoted",
    found: written,
  } as const;
  const isNamed = isWord(found) || last !== found || found.image === "," || /^[0-9]/.test(found.image);
  // `keyword /a/`, `exact ^a.*$`: who writes a pattern does not look for its letters.
  const isPattern = fault.isInside("textMatch") && /^\/|[\\^$|()[\]+?]/.test(written);
  const kind: FixKind = isNamed && !isPattern ? "automatic" : "suggested";
  return {
    parameters,
    span,
    fixes: literal === null ? [] : [replaceWith(span, literal, "Put it in quotes", kind)],
  };
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
