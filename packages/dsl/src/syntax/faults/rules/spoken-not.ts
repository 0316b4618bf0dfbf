import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { type Explainer, type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { NOT_BEFORE_TEST, SURELY_NOT } from "../lexicon.js";
import { spanOf } from "../token-places.js";
import { conditionFrom, isAnd, isOr, startsOfTests } from "./several-tests.js";
import { beginsTest } from "./test-start.js";

/*
 * Words that say that a test is not to hold: `status 200 unless keyword "x"`. Where more than one test follows, nobody can
 * tell how far they go, so nothing is offered.
 */

/** `success unless keyword "x"`, `and no keyword "x"`: where a test is wanted. */
export const explainNot: Explainer = (fault, found) => writingNot(fault, found, "not");

/** `status 200 unless keyword "x"`: behind a test. */
export const explainAndNot: Explainer = (fault, found) => writingNot(fault, found, "and not");

function writingNot(fault: Fault, found: Token, write: string): Explanation | null {
  const { next, before } = fault;
  if (next === null || next.startLine !== found.startLine || next.image === "as") return null;
  const word = found.image.toLowerCase();
  const isNot = SURELY_NOT.has(word) || (NOT_BEFORE_TEST.has(word) && beginsTest(next));
  if (!isNot) return null;
  const isTwice = next.image === "not" || before?.image === "not";
  const fixes =
    isTwice || !isOneTest(fault) ? [] : [replaceWith(spanOf(found), write, `Write ${write}`, "automatic")];
  return problemAt(found, { problem: "instead", found: found.image, write }, fixes);
}

/** Whether no other test stands behind the one behind the unexpected token, joined with it or not. */
function isOneTest({ tokens, index }: Fault): boolean {
  const condition = conditionFrom(tokens, index + 1);
  return (
    startsOfTests(condition).length <= 1 &&
    condition.every(
      (token, at) => !isAnd(condition, at) && !isOr(token) && token.image !== "nor" && token.image !== "(",
    )
  );
}
