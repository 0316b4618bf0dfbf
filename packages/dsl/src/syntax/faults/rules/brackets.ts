import { replaceWith } from "../../../findings/finding.js";
import { visible } from "../../../findings/quoted.js";
import { isOutcome } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing, withBlanks } from "../fixes.js";
import { isText, isWord, spanFromTo, spanOf, textOf } from "../token-places.js";
import { closingBracket, joinsTestsWithOr, ruleForEach } from "./alternatives.js";
import { fieldOf } from "./bare-paths.js";
import { startsOfTests } from "./several-tests.js";
import { beginsTest } from "./test-start.js";

const PAIRS: ReadonlyMap<string, string> = new Map([
  ["(", "()"],
  ["[", "[]"],
  ["{", "{}"],
]);

/** Around tests: brackets may say what a rule cannot say. */
const explainGroup: Explainer = (fault, found) => {
  const pair = PAIRS.get(found.image);
  if (pair === undefined || !groupsTests(fault, closingBracket(fault.tokens, fault.index, pair))) return null;
  return problemAt(found, { problem: "grouped-tests" }, isNegated(fault) ? [] : ruleForEach(fault));
};

/** `success {"result": "accepted"}`: a piece of the body, where a test of its field is wanted. */
const explainObject: Explainer = (fault, found) => {
  const name = isObject(fault) && isInRule(fault) ? fault.next : null;
  if (name === null) return null;
  const field = fieldOf(isText(name) ? textOf(name) : name.image) ?? 'json "$.name"';
  const value = fault.at(3);
  const closing = fault.at(4);
  const parameters = { problem: "bare-field", field } as const;
  if (value === null || closing?.image !== "}" || !(isText(value) || isWord(value)))
    return problemAt(found, parameters);
  const text = isText(value) ? fault.text.slice(value.startOffset, value.endOffset + 1) : `"${value.image}"`;
  const test = `${field} exact ${text}`;
  return problemAt(found, parameters, [
    replaceWith(spanFromTo(found, closing), test, `Write ${visible(test)}`, "suggested"),
  ]);
};

const explainNeedlessBrackets: Explainer = (fault, found) => {
  const pair = PAIRS.get(found.image);
  if (pair === undefined) return null;
  const closing = closingBracket(fault.tokens, fault.index, pair);
  const edits = [found, fault.tokens[closing]].flatMap((token) =>
    token === undefined ? [] : [{ span: withBlanks(fault.text, spanOf(token)), newText: "" }],
  );
  return problemAt(found, { problem: "needless", found: found.image }, [
    // One without the other may belong to a text whose quotes are missing.
    changing("Delete the brackets", closing === -1 ? "suggested" : "automatic", edits),
  ]);
};

/** An opening bracket. */
export const explainBrackets: Explainer = inOrder([
  {
    explain: each(explainGroup, explainObject),
    because: "around tests brackets say something, and a piece of JSON was meant as the test of its field",
  },
  { leaveIf: isObject, because: "elsewhere the braces belong to a body without quotes" },
  { explain: explainNeedlessBrackets, because: "takes brackets around anything else" },
]);

function isObject(fault: Fault): boolean {
  return fault.found?.image === "{" && fault.at(2)?.image === ":";
}

function isInRule(fault: Fault): boolean {
  return fault.isInside("rule") || isOutcome(fault.statementWord);
}

/** Whether the statement would say something else, or nothing, without the brackets. */
function groupsTests(fault: Fault, closing: number): boolean {
  const { next, index, tokens } = fault;
  if (next === null || !(beginsTest(next) || next.image === "(")) return false;
  const inside = tokens.slice(index + 1, closing === -1 ? tokens.length : closing);
  if (isNegated(fault))
    return (
      startsOfTests(inside).length > 1 ||
      inside.some(({ image }) => ["and", "or", "&", "|", ","].includes(image))
    );
  return joinsTestsWithOr(fault, index);
}

function isNegated({ before }: Fault): boolean {
  return before?.image === "not";
}
