import { replaceWith } from "../../../findings/finding.js";
import { visible } from "../../../findings/quoted.js";
import { isOutcome } from "../../statement-words.js";
import { plainText } from "../../text-literal.js";
import type { Token } from "../../tokens.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { changing, withBlanks } from "../fixes.js";
import { isText, isWord, spanFromTo, spanOf } from "../token-places.js";
import { closingBracket, joinsTestsWithOr, ruleForEach } from "./alternatives.js";
import { fieldOf } from "./bare-paths.js";
import { beginsTest } from "./test-start.js";

const PAIRS = ["()", "[]", "{}"];

/** An opening bracket: around values it is one too many, around tests it may say what a rule cannot say. */
export const explainBrackets: Explainer = (fault, found) => {
  const pair = PAIRS.find((known) => known.charAt(0) === found.image);
  if (pair === undefined) return null;
  const closing = closingBracket(fault.tokens, fault.index, pair);
  if (groupsTests(fault, closing)) {
    return fault.explain(found, { problem: "grouped-tests" }, isNegated(fault) ? [] : ruleForEach(fault));
  }
  if (pair === "{}" && fault.at(2)?.image === ":")
    return fault.isInside("rule") || isOutcome(fault.statementWord) ? explainObject(fault, found) : null;
  const edits = [found, fault.tokens[closing]].flatMap((token) =>
    token === undefined ? [] : [{ span: withBlanks(fault.text, spanOf(token)), newText: "" }],
  );
  return fault.explain(found, { problem: "needless", found: found.image }, [
    // One without the other may belong to a text whose quotes are missing.
    changing("Delete the brackets", closing === -1 ? "suggested" : "automatic", ...edits),
  ]);
};

/** `success {"result": "accepted"}`: a piece of the body, where a test of its field is wanted. */
function explainObject(fault: Fault, found: Token): Explanation | null {
  const name = fault.next;
  if (name === null) return null;
  const field = fieldOf(isText(name) ? plainText(name.pieces ?? [""]) : name.image) ?? 'json "$.name"';
  const value = fault.at(3);
  const closing = fault.at(4);
  const parameters = { problem: "bare-field", field } as const;
  if (value === null || closing?.image !== "}" || !(isText(value) || isWord(value)))
    return fault.explain(found, parameters);
  const text = isText(value) ? fault.text.slice(value.startOffset, value.endOffset + 1) : `"${value.image}"`;
  const test = `${field} exact ${text}`;
  return fault.explain(found, parameters, [
    replaceWith(spanFromTo(found, closing), test, `Write ${visible(test)}`, "suggested"),
  ]);
}

/** Whether the statement would say something else, or nothing, without the brackets. */
function groupsTests(fault: Fault, closing: number): boolean {
  const { next, index, tokens } = fault;
  if (next === null || !(beginsTest(next) || next.image === "(")) return false;
  const inside = tokens.slice(index + 1, closing === -1 ? tokens.length : closing);
  if (isNegated(fault)) return inside.some(({ image }) => ["and", "or", "&", "|", ","].includes(image));
  return joinsTestsWithOr(fault, index);
}

function isNegated({ before }: Fault): boolean {
  return before?.image === "not";
}
