import { replaceWith } from "../../../findings/finding.js";
import { plainText } from "../../text-literal.js";
import type { Token } from "../../tokens.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { deleting } from "../fixes.js";
import { explainNeedless } from "../needless.js";
import { operatorAt } from "../operators.js";
import { isStatus, isText, isWord, spanFromTo, spanOf, touches } from "../token-places.js";
import { explainFieldNamedLikeWord } from "./bare-fields.js";
import { explainAfterComma } from "./lists.js";
import { explainMisplacedNot, movingNot } from "./misplaced-not.js";
import { isMatchWord, startOfTest } from "./test-start.js";

const LARGEST_STATUS = 599;
const SMALLEST_STATUS = 100;

/** A status is wanted. */
export const explainStatus: Explainer = (fault, found) => {
  if (found.image === "not") return explainMisplacedNot(fault, found, found);
  if (
    ["code", "is", "in", "of"].includes(found.image) &&
    fault.before?.image === "status" &&
    isStatus(fault.next)
  ) {
    return explainNeedless(fault, found);
  }
  return (
    explainQuotedNumber(fault, found) ??
    explainAfterComma(fault, found) ??
    explainFieldNamedStatus(fault, found) ??
    explainBetweenStatuses(fault, found) ??
    explainRangeMark(fault, found) ??
    explainComparedStatus(fault, found) ??
    explainOtherWord(fault, found, "a status")
  );
};

/** `status exact "ok"`, `status = "ok"`, `status "ok"`: a field that is named status. */
function explainFieldNamedStatus(fault: Fault, found: Token): Explanation | null {
  if (fault.before?.image !== "status") return null;
  const operator = operatorAt(fault);
  const isCompared = operator !== null && isText(fault.at(operator.length));
  return isMatchWord(found.image) || isCompared || isText(found) ? explainFieldNamedLikeWord(fault) : null;
}

/** A number behind `above` or `below` is wanted. */
export const explainNumber: Explainer = (fault, found) => {
  if (found.image === "than") return explainNeedless(fault, found);
  // `above = 5` may mean at least 5.
  if (found.image === "=") return explainNeedless(fault, found, "suggested");
  return (
    explainQuotedNumber(fault, found) ??
    explainCurrencySign(fault, found) ??
    explainOtherWord(fault, found, "a number")
  );
};

/** The part of a split body is wanted. */
export const explainPart: Explainer = (fault, found) => {
  const named = found.image === "first" ? "1" : found.image === "last" ? "-1" : null;
  if (named !== null) {
    const parameters = {
      problem: "unknown-word",
      found: found.image,
      expected: "a part number",
      suggestion: null,
    } as const;
    return fault.explain(found, parameters, [
      replaceWith(spanOf(found), named, `Write ${named}`, "suggested"),
    ]);
  }
  return explainQuotedNumber(fault, found) ?? explainOtherWord(fault, found, "a part number");
};

function explainQuotedNumber(fault: Fault, found: Token): Explanation | null {
  if (!isText(found)) return null;
  const number = plainText(found.pieces ?? [""]).trim();
  if (number.length > 40 || !/^-?[0-9]+(?:\.[0-9]+|xx)?$/.test(number)) return null;
  const fix = replaceWith(spanOf(found), number, "Take the quotes off", "automatic");
  return fault.explain(found, { problem: "quoted-number", number }, [fix]);
}

function explainCurrencySign(fault: Fault, found: Token): Explanation | null {
  if (!["$", "€", "£", "¥"].includes(found.image) || !/^[0-9]/.test(fault.next?.image ?? "")) return null;
  return fault.explain(found, { problem: "currency-sign", sign: found.image }, [
    deleting(fault.text, spanOf(found), "automatic"),
  ]);
}

function explainOtherWord(
  fault: Fault,
  found: Token,
  expected: "a status" | "a number" | "a part number",
): Explanation | null {
  if (!isWord(found) || /^[0-9+-]/.test(found.image)) return null;
  return fault.explain(found, { problem: "unknown-word", found: found.image, expected, suggestion: null });
}

const RANGE_MARKS = ["-", "–", "—", "to", "through", "until", "…", "."];

/** `status between 200 and 299`. */
function explainBetweenStatuses(fault: Fault, found: Token): Explanation | null {
  const first = fault.next;
  const last = fault.at(3);
  if (found.image !== "between" || fault.at(2)?.image !== "and" || !isStatus(first) || !isStatus(last))
    return null;
  const range = `${first.image}..${last.image}`;
  const fix = replaceWith(spanFromTo(found, last), range, `Write ${range}`, "automatic");
  return fault.explain(found, { problem: "range-mark" }, [fix]);
}

/** `200 - 299`, `200 to 299`, `200...299`: the range has begun, or its points are too many. */
export function explainRangeMark(fault: Fault, found: Token): Explanation | null {
  const { before, next } = fault;
  if (!RANGE_MARKS.includes(found.image) || before === null || !isStatus(next)) return null;
  const parameters = { problem: "range-mark" } as const;
  if (before.image === ".." && touches(before, found)) {
    const fix = replaceWith(spanOf(found), "", "Delete the third point", "automatic");
    return { parameters, span: spanFromTo(before, found), fixes: [fix] };
  }
  if (!isStatus(before) || found.image === ".") return null;
  return fault.explain(found, parameters, [replaceWith(spanOf(found), "..", "Write ..", "automatic")]);
}

/** `2xx..3xx`: the found token is the two points behind the class, or the class behind them. */
export function explainRangeOfClasses(fault: Fault, found: Token): Explanation | null {
  const points = found.image === ".." ? found : fault.before;
  if (points?.image !== "..") return null;
  const index = fault.tokens.indexOf(points);
  const first = fault.tokens[index - 1] ?? null;
  const last = fault.tokens[index + 1] ?? null;
  if (!isStatus(first) || !isStatus(last)) return null;
  const range = `${first.image.replace("xx", "00")}..${last.image.replace("xx", "99")}`;
  const span = spanFromTo(first, last);
  const written = first.image.endsWith("xx") ? first.image : last.image;
  const fix = replaceWith(span, range, `Write ${range}`, "suggested");
  return { parameters: { problem: "range-of-classes", found: written, range }, span, fixes: [fix] };
}

/** `status >= 500`, `status != 200`. */
function explainComparedStatus(fault: Fault, found: Token): Explanation | null {
  const operator = operatorAt(fault);
  if (operator === null) return null;
  const { image, last, length } = operator;
  const span = spanFromTo(found, last);
  const value = fault.at(length);
  if (["!=", "!==", "<>", "≠"].includes(image)) {
    const word = startOfTest(fault)?.image ?? "status";
    return {
      parameters: { problem: "not-equal", mark: image, word },
      span,
      fixes: movingNot(fault, found, last, ""),
    };
  }
  if (["=", "==", "===", ":"].includes(image)) {
    return {
      parameters: { problem: "needless", found: image },
      span,
      fixes: [deleting(fault.text, span, "automatic")],
    };
  }
  const range = value === null ? null : comparedRange(image, Number(value.image));
  if (range === null || value === null) return null;
  const fix = replaceWith(spanFromTo(found, value), range, `Write ${range}`, "suggested");
  return { parameters: { problem: "compared-status", mark: image, range }, span, fixes: [fix] };
}

function comparedRange(sign: string, status: number): string | null {
  if (!(status >= SMALLEST_STATUS && status <= LARGEST_STATUS)) return null;
  switch (sign) {
    case ">":
      return `${status + 1}..${LARGEST_STATUS}`;
    case ">=":
    case "≥":
      return `${status}..${LARGEST_STATUS}`;
    case "<":
      return `${SMALLEST_STATUS}..${status - 1}`;
    case "<=":
    case "≤":
      return `${SMALLEST_STATUS}..${status}`;
    default:
      return null;
  }
}
