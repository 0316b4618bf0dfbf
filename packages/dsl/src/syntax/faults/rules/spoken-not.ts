import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { type Explainer, type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { NOT_BEFORE_TEST, SURELY_NOT } from "../lexicon.js";
import { AND_SIGNS, OR_SIGNS } from "../operators.js";
import { isText, spanOf } from "../token-places.js";
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

/** Whether nothing joins the test behind the unexpected token with another. */
function isOneTest({ tokens, index }: Fault): boolean {
  const label = tokens.findIndex(({ image }, at) => at > index && image === "as");
  const condition = tokens.slice(index + 1, label === -1 ? tokens.length : label);
  return condition.every(({ image }, at) => {
    if (image === "and") return condition[at - 2]?.image === "between" && isText(condition[at - 1] ?? null);
    return (
      image !== "or" && image !== "nor" && image !== "(" && !AND_SIGNS.has(image) && !OR_SIGNS.has(image)
    );
  });
}
