import { replaceWith } from "../../../findings/finding.js";
import { isHttpStatus, LARGEST_STATUS, SMALLEST_STATUS } from "../../../http/http-status.js";
import { isMatchWord } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { deleting } from "../fixes.js";
import { NEEDLESS_BEFORE_STATUS, RANGE_WORDS } from "../lexicon.js";
import { explainNeedless } from "../needless.js";
import { EQUAL_SIGNS, operatorAt, RANGE_SIGNS, UNEQUAL_SIGNS } from "../operators.js";
import { isStatus, isText, spanFromTo, spanOf, touches } from "../token-places.js";
import { explainFieldNamedLikeWord } from "./bare-fields.js";
import { explainAfterComma } from "./lists.js";
import { explainMisplacedNot, movingNot } from "./misplaced-not.js";
import { explainQuotedNumber, explainWordFor } from "./numbers.js";
import { startOfTest } from "./test-start.js";

/** `status not 200`. */
const explainNotBeforeStatus: Explainer = (fault, found) =>
  found.image === "not" ? explainMisplacedNot(fault, found, found) : null;

/** `status code 200`. */
const explainWordBeforeStatus: Explainer = (fault, found) =>
  NEEDLESS_BEFORE_STATUS.has(found.image) && fault.before?.image === "status" && isStatus(fault.next)
    ? explainNeedless(fault, found)
    : null;

/** `status exact "ok"`, `status = "ok"`, `status "ok"`: a field that is named status. */
const explainFieldNamedStatus: Explainer = (fault, found) => {
  if (fault.before?.image !== "status") return null;
  const operator = operatorAt(fault);
  const isCompared = operator !== null && isText(fault.at(operator.length));
  return isMatchWord(found.image) || isCompared || isText(found) ? explainFieldNamedLikeWord(fault) : null;
};

/** `status between 200 and 299`. */
const explainBetweenStatuses: Explainer = (fault, found) => {
  const first = fault.next;
  const last = fault.at(3);
  if (found.image !== "between" || fault.at(2)?.image !== "and" || !isStatus(first) || !isStatus(last))
    return null;
  const range = `${first.image}..${last.image}`;
  const fix = replaceWith(spanFromTo(found, last), range, `Write ${range}`, "automatic");
  return problemAt(found, { problem: "range-mark" }, [fix]);
};

/** `200 - 299`, `200 to 299`, `200...299`: the range has begun, or its points are too many. */
const explainRangeMark: Explainer = (fault, found) => {
  const { before, next } = fault;
  const isMark = RANGE_SIGNS.has(found.image) || RANGE_WORDS.has(found.image);
  if (!isMark || before === null || !isStatus(next)) return null;
  const parameters = { problem: "range-mark" } as const;
  if (before.image === ".." && touches(before, found)) {
    const fix = replaceWith(spanOf(found), "", "Delete the third point", "automatic");
    return problemAt(spanFromTo(before, found), parameters, [fix]);
  }
  if (!isStatus(before) || found.image === ".") return null;
  return problemAt(found, parameters, [replaceWith(spanOf(found), "..", "Write ..", "automatic")]);
};

/** `2xx..3xx`: the found token is the two points behind the class, or the class behind them. */
const explainRangeOfClasses: Explainer = (fault, found) => {
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
  return problemAt(span, { problem: "range-of-classes", found: written, range }, [fix]);
};

/** `status != 200`. */
const explainUnequalStatus: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  if (operator === null || !UNEQUAL_SIGNS.has(operator.image)) return null;
  const { image, last } = operator;
  const word = startOfTest(fault)?.image ?? "status";
  const fixes = movingNot(fault, found, last, "");
  return problemAt(spanFromTo(found, last), { problem: "not-equal", mark: image, word }, fixes);
};

/** `status = 200`. */
const explainEqualStatus: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  if (operator === null || !EQUAL_SIGNS.has(operator.image)) return null;
  const span = spanFromTo(found, operator.last);
  return problemAt(span, { problem: "needless", found: operator.image }, [
    deleting(fault.text, span, "automatic"),
  ]);
};

/** `status >= 500`. */
const explainComparedStatus: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  const value = operator === null ? null : fault.at(operator.length);
  if (operator === null || value === null) return null;
  const { image, last } = operator;
  const range = comparedRange(image, Number(value.image));
  if (range === null) return null;
  const fix = replaceWith(spanFromTo(found, value), range, `Write ${range}`, "suggested");
  return problemAt(spanFromTo(found, last), { problem: "compared-status", mark: image, range }, [fix]);
};

function comparedRange(sign: string, status: number): string | null {
  if (!isHttpStatus(status)) return null;
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

/** A status is wanted. */
export const explainStatus: Explainer = inOrder([
  {
    explain: each(
      explainNotBeforeStatus,
      explainWordBeforeStatus,
      explainQuotedNumber,
      explainAfterComma,
      explainBetweenStatuses,
      explainRangeMark,
    ),
    because:
      'below, "200" would be the value of a field named status, and each word a wrong one for a status',
  },
  {
    explain: explainFieldNamedStatus,
    because: "a text is compared; below, = would be one sign too many before a status",
  },
  {
    explain: each(
      explainUnequalStatus,
      explainEqualStatus,
      explainComparedStatus,
      explainWordFor("a status"),
    ),
    because: "takes any other sign, and any word",
  },
]);

/** `success 200 - 299`, behind a status that was complete. */
export const explainRestOfStatus: Explainer = each(explainRangeOfClasses, explainRangeMark);
