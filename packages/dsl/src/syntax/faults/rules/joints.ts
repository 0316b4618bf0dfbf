import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isSpecialWord, TEST_WORDS } from "../../vocabulary.js";
import { type Explainer, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing, deleting, insertingWord, replacing, writing } from "../fixes.js";
import { JOINTS_OF_TESTS } from "../lexicon.js";
import { intended, misspelling } from "../misspelling.js";
import { AND_SIGNS, OR_SIGNS, operatorAt } from "../operators.js";
import { isStatus, isText, isWord, placeBefore, placeBehind, spanFromTo, spanOf } from "../token-places.js";
import { ruleForEach } from "./alternatives.js";
import { conditionFrom, hasNot, isAnd, isOr, startsOfTests } from "./several-tests.js";
import { beginsTest } from "./test-start.js";

/*
 * What joins two tests, or two values of a list: `and`, `or`, a comma, a sign, nothing at all.
 */

/** `keyword "a" or "b"`, `"a" || "b"`. */
export const explainOr: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  const joinsByOr = found.image === "or" || OR_SIGNS.has(operator?.image ?? "");
  const { before } = fault;
  if (!joinsByOr || before === null) return null;
  const length = operator?.length ?? 1;
  const last = operator?.last ?? found;
  const next = fault.at(length);
  const span = spanFromTo(found, last);
  const isValue = (token: Token | null) =>
    isText(before) ? isText(token) : isStatus(before) && isStatus(token);
  const joins = joinsTests(fault);
  const repeats = next !== null && next.image === lastHow(fault) && isValue(fault.at(length + 1));
  if (isText(before) && next !== null && isWord(next) && !isSpecialWord(next.image)) {
    const list = replaceWith({ from: before.endOffset + 1, to: span.to }, ",", "Make it a list", "suggested");
    return problemAt(span, { problem: "or-in-list" }, [list]);
  }
  // Beside an `and` a list would say one thing, and most people mean the other.
  if (!isValue(next) && (!repeats || joins))
    return problemAt(span, { problem: "or-between-tests" }, ruleForEach(fault));
  const list = { from: before.endOffset + 1, to: repeats ? spanOf(next).to : span.to };
  // Of `not keyword "a" or keyword "b"` nobody can tell how far the not goes.
  const kind = joins || hasNot(fault.tokens) ? "suggested" : "automatic";
  return problemAt(span, { problem: "or-in-list" }, [replaceWith(list, ",", "Make it a list", kind)]);
};

/** Whether `and` stands beside `or`, or tests side by side: what is joined first is for the author to say. */
function joinsTests({ tokens }: Fault): boolean {
  const condition = conditionFrom(tokens, 1);
  if (condition.some((_, index) => isAnd(condition, index))) return true;
  const isBehindOr = (start: number) => {
    const before = condition[start - 1];
    return before !== undefined && isOr(before);
  };
  return startsOfTests(condition).filter((start) => !isBehindOr(start)).length > 1;
}

/** The word of the last test on the body or the status: `keyword` of `keyword "a", "b"`. Null for a test on a field. */
function lastHow(fault: Fault): string | null {
  let index = fault.index - 1;
  while (
    index > 0 &&
    (isText(fault.tokens[index] ?? null) ||
      isStatus(fault.tokens[index] ?? null) ||
      [",", ".."].includes(fault.tokens[index]?.image ?? ""))
  ) {
    index--;
  }
  const onField = isText(fault.tokens[index - 1] ?? null);
  return onField ? null : (fault.tokens[index]?.image ?? null);
}

/** `keyword "a" "b"`, `status 200 201`. */
export const explainMissingComma: Explainer = (fault, found) => {
  const { before } = fault;
  if (before === null || !((isText(found) && isText(before)) || (isStatus(found) && isStatus(before))))
    return null;
  // The last text may be the label: `keyword "dup", "dupe" "Duplicate"`.
  const isList = isStatus(found) || (fault.next !== null && !isText(fault.next));
  if (isList) {
    // Two texts may both be wanted, and 20 0 is one status.
    const isSure = isStatus(found) && found.image.length === 3 && before.image.length === 3;
    const kind = isSure ? "automatic" : "suggested";
    const comma = replaceWith(placeBehind(before), ",", "Add the comma", kind);
    return problemAt(found, { problem: "missing-comma" }, [comma]);
  }
  const texts = [before, found];
  for (let distance = 1; isText(fault.at(distance)); distance++) texts.push(fault.at(distance) ?? found);
  const commas = texts.slice(0, -1).map((text) => ({ span: placeBehind(text), newText: "," }));
  const label = { span: placeBefore(texts.at(-1) ?? found), newText: "as " };
  return problemAt(found, { problem: "comma-or-label" }, [
    changing(commas.length === 1 ? "Add the comma" : "Add the commas", "suggested", commas),
    changing("Make the last the label", "suggested", [...commas.slice(0, -1), label]),
  ]);
};

/** `otherwise and status 200`. */
export const explainOtherwiseAnd: Explainer = (fault, found) => {
  const { before } = fault;
  if (before?.image !== "otherwise" || !(found.image === "and" || beginsTest(found))) return null;
  const to = found.image === "and" ? found : before;
  const fixes =
    fault.at(found.image === "and" ? 1 : 0) === null
      ? []
      : [deleting(fault.text, spanFromTo(before, to), "suggested")];
  return problemAt(before, { problem: "otherwise-and" }, fixes);
};

/** `status 200 && keyword "ok"`. */
export const explainAndSign: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  if (operator === null || !AND_SIGNS.has(operator.image)) return null;
  const span = spanFromTo(found, operator.last);
  const fix = writing(fault.text, span, "and", "automatic");
  return problemAt(span, { problem: "instead", found: operator.image, write: "and" }, [fix]);
};

/** `AND`, `As`: of a rule behind its tests. */
export const explainUpperCaseJoint: Explainer = (fault, found) => {
  const lower = found.image.toLowerCase();
  if (fault.next === null || lower === found.image || !["and", "as"].includes(lower)) return null;
  return problemAt(found, { problem: "upper-case", word: lower }, [replacing(found, lower, "automatic")]);
};

/** `status 200 but keyword "ok"`, and a misspelled `and`. */
export const explainJoint: Explainer = (fault, found) => {
  const isOther = isWord(found) && (!isSpecialWord(found.image) || found.image === "with");
  if (!isOther || !beginsTest(fault.next)) return null;
  const isJoint = JOINTS_OF_TESTS.has(found.image);
  if (!isJoint && intended(found.image, ["and"]) === null) return null;
  return problemAt(found, { problem: "instead", found: found.image, write: "and" }, [
    replacing(found, "and", "suggested"),
  ]);
};

/** `status 200 keyword "ok"`. */
export const explainMissingAnd: Explainer = (fault, found) => {
  if (!beginsTest(found)) return null;
  // Two tests of one kind side by side may be alternatives.
  const isOfStatus = (found.image === "status") !== (lastHow(fault) === "status");
  const isWhole = isText(fault.next) || isStatus(fault.next) || beginsTest(fault.next);
  // Of a `not` before the first nobody can tell whether it was to go on to the second.
  const kind =
    isOfStatus && isWhole && !fault.startsLine && !hasNot(fault.tokens) ? "automatic" : "suggested";
  const fix = insertingWord(fault.text, "and", found, kind);
  return problemAt(found, { problem: "missing-word", word: "and", before: found.image }, [fix]);
};

/** `status 200 keywrod "ok"`: the next test, without `and` and misspelled. */
export const explainMisspelledNextTest: Explainer = (fault, found) => {
  if (!isWord(found) || isSpecialWord(found.image) || !(isText(fault.next) || isStatus(fault.next)))
    return null;
  const { problem, fixes } = misspelling(found, "a test", TEST_WORDS);
  return fixes.length === 0 ? null : problemAt(found, problem, fixes);
};
