import { type LocalFix, replaceWith } from "../../../findings/finding.js";
import { isSpecialWord, type Token } from "../../tokens.js";
import { explainReasonPhrase } from "../examples/status-lines.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { asString, changing, deleting, insertingWord, replacing, writing } from "../fixes.js";
import {
  explainFallback,
  explainFieldOfLabel,
  explainLabelOfSeveralWords,
  explainTestBehindLabel,
  isSurelyLabel,
} from "../labels.js";
import { intended, misspelled } from "../misspelling.js";
import { explainNeedlessRun } from "../needless.js";
import { operatorAt } from "../operators.js";
import { isStatus, isText, isWord, placeBefore, placeBehind, spanFromTo, spanOf } from "../token-places.js";
import { ruleForEach } from "./alternatives.js";
import { explainBareField } from "./bare-fields.js";
import { explainRangeMark, explainRangeOfClasses } from "./numbers.js";
import { beginsTest, TEST_WORDS } from "./test-start.js";

/** A rule was complete, and something follows. */
export const explainRestOfRule: Explainer = (fault, found) => {
  const labelled = fault.tokens.slice(0, fault.index).some(({ image }) => image === "as");
  if (labelled) return explainRestOfLabelledRule(fault, found);
  return (
    explainRangeOfClasses(fault, found) ??
    explainRangeMark(fault, found) ??
    explainOr(fault, found) ??
    explainMissingComma(fault, found) ??
    explainOtherwiseAnd(fault, found) ??
    explainJoint(fault, found) ??
    explainUnit(fault, found) ??
    explainMissingAnd(fault, found) ??
    explainLooseText(fault, found) ??
    explainReasonPhrase(fault, found) ??
    explainCaseWords(fault, found) ??
    explainBareField(fault, found) ??
    explainMisspelledTest(fault, found) ??
    explainAs(fault, found)
  );
};

function explainRestOfLabelledRule(fault: Fault, found: Token): Explanation | null {
  const fallback = explainFallback(fault, found);
  if (fallback !== null) return fallback;
  const field = explainFieldOfLabel(fault, found);
  if (field !== null) return field;
  if (beginsTest(found) || (found.image === "and" && beginsTest(fault.next)))
    return explainTestBehindLabel(fault, found);
  return explainLabelOfSeveralWords(fault, found);
}

/** `keyword "a" or "b"`, `"a" || "b"`. */
function explainOr(fault: Fault, found: Token): Explanation | null {
  const operator = operatorAt(fault);
  const isOr = found.image === "or" || operator?.image === "||" || operator?.image === "|";
  const { before } = fault;
  if (!isOr || before === null) return null;
  const length = operator?.length ?? 1;
  const last = operator?.last ?? found;
  const next = fault.at(length);
  const span = spanFromTo(found, last);
  const isValue = (token: Token | null) =>
    isText(before) ? isText(token) : isStatus(before) && isStatus(token);
  const joins = fault.tokens.some(({ image }) => image === "and");
  const repeats = next !== null && next.image === lastHow(fault) && isValue(fault.at(length + 1));
  if (isText(before) && next !== null && isWord(next) && !isSpecialWord(next.image)) {
    const list = replaceWith({ from: before.endOffset + 1, to: span.to }, ",", "Make it a list", "suggested");
    return { parameters: { problem: "or-in-list" }, span, fixes: [list] };
  }
  // Beside an `and` a list would say one thing, and most people mean the other.
  if (!isValue(next) && (!repeats || joins))
    return { parameters: { problem: "or-between-tests" }, span, fixes: ruleForEach(fault) };
  const list = { from: before.endOffset + 1, to: repeats ? spanOf(next).to : span.to };
  // Of `not keyword "a" or keyword "b"` nobody can tell how far the not goes.
  const kind = fault.tokens.some(({ image }) => image === "not") ? "suggested" : "automatic";
  return {
    parameters: { problem: "or-in-list" },
    span,
    fixes: [replaceWith(list, ",", "Make it a list", kind)],
  };
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

function explainMissingComma(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before === null || !((isText(found) && isText(before)) || (isStatus(found) && isStatus(before))))
    return null;
  // The last text may be the label: `keyword "dup", "dupe" "Duplicate"`.
  const isList = isStatus(found) || (fault.next !== null && !isText(fault.next));
  if (isList) {
    const isSlip = isStatus(found) && (found.image.length !== 3 || before.image.length !== 3);
    const kind = isSlip ? "suggested" : "automatic";
    const comma = replaceWith(placeBehind(before), ",", "Add the comma", kind);
    return fault.explain(found, { problem: "missing-comma" }, [comma]);
  }
  const texts = [before, found];
  for (let distance = 1; isText(fault.at(distance)); distance++) texts.push(fault.at(distance) ?? found);
  const commas = texts.slice(0, -1).map((text) => ({ span: placeBehind(text), newText: "," }));
  const label = { span: placeBefore(texts.at(-1) ?? found), newText: "as " };
  return fault.explain(found, { problem: "comma-or-label" }, [
    changing(commas.length === 1 ? "Add the comma" : "Add the commas", "suggested", ...commas),
    changing("Make the last the label", "suggested", ...commas.slice(0, -1), label),
  ]);
}

/** `status 200 keywrod "ok"`: the next test, without `and` and misspelled. */
function explainMisspelledTest(fault: Fault, found: Token): Explanation | null {
  if (!isWord(found) || isSpecialWord(found.image) || !(isText(fault.next) || isStatus(fault.next)))
    return null;
  const { problem, fixes } = misspelled(found, "a test", TEST_WORDS);
  return fixes.length === 0 ? null : fault.explain(found, problem, fixes);
}

/** `status 400 "No demand"`: the text is the label, or is looked for. */
function explainLooseText(fault: Fault, found: Token): Explanation | null {
  if (!isText(found)) return null;
  const parameters = {
    problem: "unexpected",
    found: found.image,
    expected: "the end of the statement",
    after: null,
  } as const;
  const keyword = replaceWith(placeBefore(found), "and keyword ", "Look for it as a keyword", "suggested");
  return fault.explain(found, parameters, fault.next === null ? [labelling(found), keyword] : [keyword]);
}

function labelling(text: Token): LocalFix {
  return replaceWith(placeBefore(text), "as ", "Make it the label", "suggested");
}

function explainOtherwiseAnd(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before?.image !== "otherwise" || !(found.image === "and" || beginsTest(found))) return null;
  const to = found.image === "and" ? found : before;
  const fixes =
    fault.at(found.image === "and" ? 1 : 0) === null
      ? []
      : [deleting(fault.text, spanFromTo(before, to), "suggested")];
  return fault.explain(before, { problem: "otherwise-and" }, fixes);
}

/** Words of everyday language that join tests. */
const JOINTS = ["with", "but", "plus", "also", "while", "then"];

/** `&&`, and a misspelled `and` or `as`. */
function explainJoint(fault: Fault, found: Token): Explanation | null {
  const operator = operatorAt(fault);
  if (operator?.image === "&&" || operator?.image === "&") {
    const span = spanFromTo(found, operator.last);
    const fix = writing(fault.text, span, "and", "automatic");
    return { parameters: { problem: "instead", found: operator.image, write: "and" }, span, fixes: [fix] };
  }
  const isOther = isWord(found) && (!isSpecialWord(found.image) || found.image === "with");
  if (!isOther || fault.next === null) return null;
  const lower = found.image.toLowerCase();
  if (lower !== found.image && ["and", "as"].includes(lower)) {
    return fault.explain(found, { problem: "upper-case", word: lower }, [
      replacing(found, lower, "automatic"),
    ]);
  }
  if (!beginsTest(fault.next)) return null;
  const isJoint = JOINTS.includes(found.image);
  if (!isJoint && intended(found.image, ["and"]) === null) return null;
  return fault.explain(found, { problem: "instead", found: found.image, write: "and" }, [
    replacing(found, "and", "suggested"),
  ]);
}

/** `above 5 EUR`. */
function explainUnit(fault: Fault, found: Token): Explanation | null {
  const how = fault.at(-2)?.image;
  const isUnit =
    (how === "above" || how === "below") &&
    !isSpecialWord(found.image) &&
    !isText(found) &&
    found.image.length <= 3;
  if (!isUnit || !(isWord(found) || ["$", "€", "£", "%"].includes(found.image))) return null;
  return fault.explain(found, { problem: "unit", unit: found.image }, [
    deleting(fault.text, spanOf(found), "suggested"),
  ]);
}

function explainMissingAnd(fault: Fault, found: Token): Explanation | null {
  if (!beginsTest(found)) return null;
  // Two tests of one kind side by side may be alternatives.
  const isOfStatus = (found.image === "status") !== (lastHow(fault) === "status");
  const isWhole = isText(fault.next) || isStatus(fault.next) || beginsTest(fault.next);
  const kind = isOfStatus && isWhole && !fault.startsLine ? "automatic" : "suggested";
  const fix = insertingWord(fault.text, "and", found, kind);
  return fault.explain(found, { problem: "missing-word", word: "and", before: found.image }, [fix]);
}

/** `keyword "x" ignore case`: case never counts. */
function explainCaseWords(fault: Fault, found: Token): Explanation | null {
  const { next, text } = fault;
  for (const last of [found, ...(isWord(next) ? [next] : [])]) {
    const words = text.slice(found.startOffset, last.endOffset + 1);
    if (/^(?:case[- ]?insensitive|ignor(?:e|ing)[- ]?case|nocase)$/i.test(words))
      return explainNeedlessRun(fault, found, last);
  }
  return null;
}

const SURELY_AS = ["=>", "->", "→", "=", ":", "is", "called", "labelled", "label", "named"];
const PERHAPS_AS = ["because", "reason", "name", "for", "means"];

/** The label follows without `as`, or behind something else. */
function explainAs(fault: Fault, found: Token): Explanation | null {
  const operator = operatorAt(fault);
  const image = operator?.image ?? found.image;
  const last = operator?.last ?? found;
  const label = fault.at(operator?.length ?? 1);
  if ([...SURELY_AS, ...PERHAPS_AS].includes(image) && (isWord(label) || isText(label))) {
    const span = spanFromTo(found, last);
    // A sign of comparison before a text may make it the value of a field: `keyword "result" = "ok"`.
    const isCompared = isText(label) && ["=", ":", "is"].includes(image);
    const certain = SURELY_AS.includes(image) && !isCompared;
    const fix = writing(fault.text, span, "as", certain ? "automatic" : "suggested");
    return { parameters: { problem: "instead", found: image, write: "as" }, span, fixes: [fix] };
  }
  if (!isWord(found) || isSpecialWord(found.image)) return null;
  const end = fault.lastOnLine(fault.index) ?? found;
  const span = spanFromTo(found, end);
  const words = fault.text.slice(span.from, span.to);
  const holdsMore = fault.tokens.some(
    (token, index) => index > fault.index && (isText(token) || token.image === "as"),
  );
  const literal = end === found ? words : asString(words);
  const parameters = { problem: "missing-word", word: "as", before: found.image } as const;
  if (literal === null || holdsMore) return fault.explain(found, parameters);
  // Behind a status may stand its name: `status 200 OK`.
  const certain = end === found && fault.next === null && isSurelyLabel(found) && !isStatus(fault.before);
  const kind = certain ? "automatic" : "suggested";
  return fault.explain(found, parameters, [replaceWith(span, `as ${literal}`, "Make it the label", kind)]);
}
