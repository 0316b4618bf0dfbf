import { replaceWith } from "../../../findings/finding.js";
import { isHttpStatus, LARGEST_STATUS, SMALLEST_STATUS } from "../../../http/http-status.js";
import type { Token } from "../../tokens.js";
import { isMatchWord, isNumberMatchWord } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { changing, deleting } from "../fixes.js";
import { NEEDLESS_BEFORE_STATUS, RANGE_WORDS } from "../lexicon.js";
import { explainNeedlessRun } from "../needless.js";
import { EQUAL_SIGNS, LIST_SIGNS, operatorAt, RANGE_SIGNS, UNEQUAL_SIGNS } from "../operators.js";
import { type SpokenComparison, spokenComparisonAt } from "../spoken-comparisons.js";
import { isStatus, isText, lastTouching, spanFromTo, spanOf, touches } from "../token-places.js";
import { closingBracket } from "./alternatives.js";
import { explainFieldNamedLikeWord } from "./bare-fields.js";
import { explainAfterComma } from "./lists.js";
import { explainMisplacedNot, movingNot } from "./misplaced-not.js";
import { explainQuotedNumber, explainWordFor } from "./numbers.js";
import { startOfTest } from "./test-start.js";

/** `status not 200`. */
const explainNotBeforeStatus: Explainer = (fault, found) =>
  found.image === "not" ? explainMisplacedNot(fault, found, found) : null;

/** `status code 200`, `status code is 200`. */
const explainWordBeforeStatus: Explainer = (fault, found) => {
  if (fault.before?.image !== "status") return null;
  let distance = 0;
  while (NEEDLESS_BEFORE_STATUS.has(fault.imageAt(distance))) distance++;
  const last = fault.at(distance - 1);
  return distance > 0 && last !== null && isStatus(fault.at(distance))
    ? explainNeedlessRun(fault, found, last)
    : null;
};

/** `status is not 200`, `status at least 500`, `status in (200, 201)`, `status starts with 2`. */
const explainSpokenStatus: Explainer = (fault, found) => {
  const { before: word, text, tokens } = fault;
  const spoken = word?.image === "status" ? spokenComparisonAt(text, found.startOffset) : null;
  if (word === null || spoken === null) return null;
  const index = tokens.findIndex(({ startOffset }) => startOffset >= spoken.to);
  const closing = index === -1 ? -1 : closingOfList(tokens, index);
  const first = tokens[closing === -1 ? index : index + 1];
  if (first === undefined || !isStatus({ ...first, image: first.image.padEnd(3, "0") })) return null;
  const range = rangeOf(spoken, first.image);
  if (range === null) return null;
  const span = { from: word.startOffset, to: spoken.to };
  const isNegated = tokens[tokens.indexOf(word) - 1]?.image === "not";
  const not = spoken.isNegated && spoken.how === "exact" ? "not " : "";
  const value = { from: first.startOffset, to: first.endOffset + 1 };
  const brackets = [tokens[index], tokens[closing]].flatMap((token) =>
    closing === -1 || token === undefined ? [] : [{ span: spanOf(token), newText: "" }],
  );
  const edits = [
    { span, newText: `${not}status` },
    ...brackets,
    ...(range === first.image ? [] : [{ span: value, newText: range }]),
  ].sort((a, b) => a.span.from - b.span.from);
  const form = `${not}status ${range}${closing > index + 2 || tokens[index + 1]?.image === "," ? ", …" : ""}`;
  const parameters = {
    problem: "spoken",
    found: text.slice(span.from, span.to),
    form,
    isOpen: false,
  } as const;
  const fix = changing(`Write ${form}`, spoken.how === "exact" ? "automatic" : "suggested", edits);
  return problemAt(span, parameters, isNegated && not !== "" ? [] : [fix]);
};

/** The statuses that are meant; null where that cannot be said of a status. */
function rangeOf({ how, isNegated, openAt }: SpokenComparison, written: string): string | null {
  if (openAt === "end") return /^[1-5]$/.test(written) ? `${written}xx` : null;
  if (how === "exact") return openAt === null && written.length === 3 ? written : null;
  if (!isNumberMatchWord(how)) return null;
  const isAbove = how === "above";
  return comparedRange(isNegated ? (isAbove ? "<=" : ">=") : isAbove ? ">" : "<", Number(written));
}

/** The index of the bracket that closes the one at `index`; -1 where none stands there. */
function closingOfList(tokens: readonly Token[], index: number): number {
  const pair = { "(": "()", "[": "[]" }[tokens[index]?.image ?? ""];
  return pair === undefined ? -1 : closingBracket(tokens, index, pair);
}

/** `status above 499`: also a field that is named status. */
const explainNumberMatchOfStatus: Explainer = (fault, found) => {
  const number = fault.next;
  if (fault.before?.image !== "status" || !isNumberMatchWord(found.image) || number === null) return null;
  const range = comparedRange(found.image === "above" ? ">" : "<", Number(number.image));
  if (range === null) return null;
  const fix = replaceWith(spanFromTo(found, number), range, `Write ${range}`, "suggested");
  const parameters = { problem: "compared-status", mark: found.image, range } as const;
  return problemAt(found, parameters, [fix, ...(explainFieldNamedLikeWord(fault)?.fixes ?? [])]);
};

/** `status exact "ok"`, `status = "ok"`, `status "ok"`: a field that is named status. */
const explainFieldNamedStatus: Explainer = (fault, found) => {
  if (fault.before?.image !== "status") return null;
  const operator = operatorAt(fault);
  const isCompared = operator !== null && isText(fault.at(operator.length));
  return isMatchWord(found.image) || isCompared || isText(found) ? explainFieldNamedLikeWord(fault) : null;
};

/** `status between 200 and 299`, `status from 200 to 299`. */
const explainBetweenStatuses: Explainer = (fault, found) => {
  const first = fault.next;
  const last = fault.at(3);
  const joint = { between: "and", from: "to" }[found.image];
  if (joint === undefined || fault.at(2)?.image !== joint || !isStatus(first) || !isStatus(last)) return null;
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
  // Until 300 may leave 300 out.
  const kind = found.image === "until" ? "suggested" : "automatic";
  return problemAt(found, parameters, [replaceWith(spanOf(found), "..", "Write ..", kind)]);
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

/** `2**`, `5*`, `2??`, read up to its first sign: all statuses that begin so. */
const explainWildcards: Explainer = ({ before, text, tokens, index }, found) => {
  const first = before;
  if (first === null || !/^[1-5]$/.test(first.image) || !touches(first, found)) return null;
  const last = lastTouching(tokens, index);
  const written = last === null ? "" : text.slice(first.startOffset, last.endOffset + 1);
  const wildcards = /^[1-5](?:\*{1,2}|\?\?|\.\.|%)(?=,?$)/.exec(written)?.[0];
  if (wildcards === undefined) return null;
  const range = `${first.image}xx`;
  const span = { from: first.startOffset, to: first.startOffset + wildcards.length };
  const fix = replaceWith(span, range, `Write ${range}`, "automatic");
  return problemAt(span, { problem: "spoken", found: wildcards, form: range, isOpen: false }, [fix]);
};

/** `200/201`, `200; 201`, `200 + 201`: also with blanks around the sign. */
const explainListSign: Explainer = ({ before, next }, found) => {
  if (!LIST_SIGNS.has(found.image) || !isStatus(before) || !isStatus(next)) return null;
  const gap = { from: before.endOffset + 1, to: spanOf(found).to };
  return problemAt(found, { problem: "instead", found: found.image, write: "," }, [
    replaceWith(gap, ",", "Make it a list", "automatic"),
  ]);
};

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
      explainWildcards,
    ),
    because:
      'below, "200" would be the value of a field named status, and each word a wrong one for a status',
  },
  {
    explain: each(explainSpokenStatus, explainNumberMatchOfStatus),
    because: "a status follows; below, above 499 would be of a field named status alone",
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
export const explainRestOfStatus: Explainer = each(
  explainRangeOfClasses,
  explainRangeMark,
  explainWildcards,
  explainListSign,
);
