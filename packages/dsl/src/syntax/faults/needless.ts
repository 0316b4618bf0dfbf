import type { FixKind } from "../../findings/finding.js";
import type { Token } from "../tokens.js";
import { isTextMatchWord } from "../vocabulary.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "./explanation.js";
import type { Fault } from "./fault.js";
import { deleting } from "./fixes.js";
import { operatorAt } from "./operators.js";
import { isStatus, isStray, isText, isWord, spanFromTo, touches } from "./token-places.js";

/** A word or mark that is one too many. */
export function explainNeedless(fault: Fault, found: Token, kind: FixKind = "automatic"): Explanation {
  return explainNeedlessRun(fault, found, found, kind);
}

/** Words or marks that are too many, from `first` to `last`. */
export function explainNeedlessRun(
  fault: Fault,
  first: Token,
  last: Token,
  kind: FixKind = "automatic",
): Explanation {
  const span = spanFromTo(first, last);
  const found = fault.text.slice(span.from, span.to);
  return problemAt(span, { problem: "needless", found }, [deleting(fault.text, span, kind)]);
}

function explainNeedlessComma(fault: Fault, found: Token): Explanation | null {
  if (found.image !== ",") return null;
  if (fault.rule === "statement" && fault.next !== null) return null;
  // Between two words it may separate what was meant to be two, and where a text is wanted it may be of one.
  const { before } = fault;
  const separates = isWord(before) && isWord(fault.next) && !isStatus(before);
  const isOfText = before?.image === "as" || isTextMatchWord(before?.image ?? "");
  return explainNeedless(fault, found, separates || isOfText ? "suggested" : "automatic");
}

function explainNeedlessOperator(fault: Fault, found: Token): Explanation | null {
  const operator = isStray(found) ? operatorAt(fault) : null;
  if (operator === null) return null;
  // `:` and `=` separate a name from its value elsewhere; all other signs compare, and leaving them out may be wrong.
  const isAttribute =
    fault.before !== null && touches(fault.before, found) && isText(fault.at(operator.length));
  const isSeparator =
    /^(?:=+|:=?)$/.test(operator.image) && !(isAttribute && fault.statementWord === "example");
  return explainNeedlessRun(fault, found, operator.last, isSeparator ? "automatic" : "suggested");
}

function explainNeedlessCharacter(fault: Fault, found: Token): Explanation | null {
  if (!isStray(found)) return null;
  const { next } = fault;
  const endsLine = next === null || next.startLine > found.startLine;
  const certain = (found.image === ";" || found.image === ".") && endsLine;
  return explainNeedless(fault, found, certain ? "automatic" : "suggested");
}

/** Without it the statement would say the opposite, or a piece of something else. */
function carriesMeaning(fault: Fault, found: Token): boolean {
  return /^(?:!=*|<>|≠)$/.test(operatorAt(fault)?.image ?? "") || found.image === "{" || found.image === "[";
}

/** Signs that mean something in other languages, and commas that are too many. */
export const explainNeedlessMark: Explainer = inOrder([
  { leaveIf: carriesMeaning, because: "without it the statement would say something else" },
  {
    explain: each(explainNeedlessComma, explainNeedlessOperator),
    because: "a sign of several characters goes as a whole; below, its first would go alone",
  },
  { explain: explainNeedlessCharacter, because: "takes any other character" },
]);
