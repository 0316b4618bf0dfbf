import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing, deleting } from "../fixes.js";
import { isStatus, isText, spanOf } from "../token-places.js";
import { hasNot } from "./several-tests.js";
import { beginsTest, startOfTest } from "./test-start.js";

/** `keyword "a", keyword "b"`: the same test goes on. */
const explainRepeatedMatchWord: Explainer = (fault, found) => {
  const inStatus = fault.rule === "statusRange";
  const how = inStatus ? "status" : listWord(fault);
  if (found.image !== how || !(inStatus ? isStatus(fault.next) : isText(fault.next))) return null;
  // No response has two statuses, but a body may be meant to hold both texts.
  return problemAt(found, { problem: "repeated-match-word", word: how }, [
    deleting(fault.text, spanOf(found), inStatus && !hasNot(fault.tokens) ? "automatic" : "suggested"),
  ]);
};

/** `keyword "a", status 200`: another test. */
const explainCommaBetweenTests: Explainer = (fault, found) => {
  const comma = fault.before;
  const begins = beginsTest(found) && (isText(fault.next) || isStatus(fault.next) || found.image === "not");
  if (comma === null || !begins || startOfTest(fault) === null) return null;
  const fix = replaceWith(spanOf(comma), " and", "Join the tests with and", "suggested");
  return problemAt(comma, { problem: "comma-between-tests" }, [fix]);
};

/** `keyword "a", as Label`: nothing. */
const explainCommaBeforeConnective: Explainer = ({ before }, { image }) =>
  before !== null && (image === "as" || image === "and" || image === "or")
    ? explainTrailingComma(before)
    : null;

const AFTER_COMMA = inOrder([
  {
    explain: explainRepeatedMatchWord,
    because: "the list's own word begins a test, too, which the next line would join with and",
  },
  {
    explain: each(explainCommaBetweenTests, explainCommaBeforeConnective),
    because: "takes the words that begin a test, and those that can follow a list",
  },
]);

/** Behind a comma of a list no value follows. */
export const explainAfterComma: Explainer = (fault, found) =>
  fault.before?.image === "," && fault.isInside("rule") ? AFTER_COMMA(fault, found) : null;

/** The word that the list before the fault belongs to. */
function listWord(fault: Fault): string {
  let index = fault.index - 1;
  while (index > 0 && (isText(fault.tokens[index] ?? null) || fault.tokens[index]?.image === ",")) index--;
  return fault.tokens[index]?.image ?? "";
}

export function explainTrailingComma(comma: Token): Explanation {
  return problemAt(comma, { problem: "trailing-comma" }, [
    changing("Delete the comma", "automatic", [{ span: spanOf(comma), newText: "" }]),
  ]);
}
