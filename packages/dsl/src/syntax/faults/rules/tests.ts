import { replaceWith } from "../../../findings/finding.js";
import { isOutcome } from "../../statement-words.js";
import { plainText } from "../../text-literal.js";
import { isSpecialWord, type Token } from "../../tokens.js";
import { isAllOthers } from "../all-others.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { deleting, insertingWord, replacing, withBlanks, writing } from "../fixes.js";
import { explainLabelBeforeTest } from "../labels.js";
import { misspelled } from "../misspelling.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { pathKind } from "../path-kinds.js";
import { isStatus, isStray, isText, isWord, placeBefore, spanFromTo, spanOf } from "../token-places.js";
import { explainBareField } from "./bare-fields.js";
import { explainExpressionWord } from "./regular-expressions.js";
import { beginsTest, isMatchWord, TEST_WORDS } from "./test-start.js";

/** Words of everyday language around a test. */
const NEEDLESS = ["if", "when", "where", "response", "the", "a", "that", "with", "body", "for", "on", "its"];

/** A test is wanted: at a rule's beginning, behind `and` or behind `not`. */
export const explainTest: Explainer = (fault, found) => {
  const { image } = found;
  const before = fault.before?.image ?? null;
  if (image === "not" && before === "not") return explainNotTwice(fault, found);
  if (image === "otherwise") return explainOtherwise(fault, found);
  if (image === "as") return explainLabelBeforeTest(fault, found);
  if (image === "above" || image === "below" || image === "empty") {
    return fault.explain(found, { problem: "needs-field", word: image });
  }
  if (image === "and") return explainNeedless(fault, found);
  if (isText(found)) return explainBareText(fault, found);
  if (isStatus(found)) return explainBareStatus(fault, found);
  const field = explainBareField(fault, found) ?? explainExpressionWord(fault, found);
  if (field !== null) return field;
  const needless = explainNeedlessWord(fault, found);
  if (needless !== null) return needless;
  if (isStray(found)) return explainSignBeforeTest(fault, found);
  if (!isWord(found)) return null;
  const { problem, fixes } = misspelled(found, "a test", TESTS_AND_OTHERS);
  const isSlip = fixes[0]?.kind === "automatic";
  const severalWords = !isSlip && isWord(fault.next) && !isSpecialWord(fault.next.image);
  if (isOutcome(before ?? "") && testBehindWords(fault) && (severalWords || fixes.length === 0))
    return explainLabelBeforeTest(fault, found);
  if (isOutcome(before ?? "") && fixes.length === 0) {
    if (isAllOthers(found.image)) {
      return fault.explain(found, { problem: "all-other-responses", outcome: before }, [
        replacing(found, "otherwise", "suggested"),
      ]);
    }
  }
  return fault.explain(found, problem, fixes);
};

const TESTS_AND_OTHERS = [...TEST_WORDS, "not", "otherwise"];

/** Whether a test begins on the line behind nothing but words: `reject No Demand keyword "x"`. */
function testBehindWords({ tokens, index, found }: Fault): boolean {
  let next = index;
  while (isWord(tokens[next] ?? null) && !isSpecialWord(tokens[next]?.image ?? "")) next++;
  const token = tokens[next] ?? null;
  return next > index && beginsTest(token) && token.startLine === found?.startLine;
}

function explainNotTwice(fault: Fault, found: Token): Explanation {
  const first = fault.before ?? found;
  const both = deleting(fault.text, spanFromTo(first, found), "suggested");
  return fault.explain(found, { problem: "not-twice" }, [both]);
}

function explainOtherwise(fault: Fault, found: Token): Explanation {
  const { before } = fault;
  if (before?.image === "not") return fault.explain(found, { problem: "not-otherwise" });
  if (before?.image !== "and") return fault.explain(found, { problem: "otherwise-and" });
  const both = deleting(fault.text, spanFromTo(before, found), "suggested");
  return fault.explain(found, { problem: "otherwise-and" }, [both]);
}

/** `success "valid"`; a path is hardly a text to look for. */
function explainBareText(fault: Fault, found: Token): Explanation {
  const text = plainText(found.pieces ?? [""]);
  const kind = pathKind(text);
  if (kind !== null && isMatchWord(fault.next?.image ?? "")) {
    const fix = insertingWord(fault.text, kind, found, "automatic");
    return fault.explain(found, { problem: "missing-word", word: kind, before: found.image }, [fix]);
  }
  const after = fault.before?.image ?? null;
  return fault.explain(found, { problem: "unexpected", found: found.image, expected: "a test", after }, [
    replaceWith(placeBefore(found), "keyword ", "Look for it as a keyword", "suggested"),
    replaceWith(placeBefore(found), "exact ", "Compare the whole body", "suggested"),
  ]);
}

/** `success 200`, and `status 200 and 404`, which no response can be at once. */
function explainBareStatus(fault: Fault, found: Token): Explanation {
  const { before } = fault;
  if (before?.image === "and" && isStatus(fault.at(-2))) {
    const list = replaceWith(
      { from: (fault.at(-2)?.endOffset ?? 0) + 1, to: spanOf(before).to },
      ",",
      "Make it a list",
      "suggested",
    );
    return fault.explain(before, { problem: "instead", found: "and", write: "," }, [list]);
  }
  const kind = found.image.length === 3 ? "automatic" : "suggested";
  const fix = insertingWord(fault.text, "status", found, kind);
  return fault.explain(found, { problem: "missing-word", word: "status", before: found.image }, [fix]);
}

function explainNeedlessWord(fault: Fault, found: Token): Explanation | null {
  const { next } = fault;
  if (next === null) return null;
  if (/^http$/i.test(found.image) && next.image === "status") return explainNeedless(fault, found);
  if (!NEEDLESS.includes(found.image)) return null;
  let last = found;
  for (let distance = 1; NEEDLESS.includes(fault.at(distance)?.image ?? ""); distance++)
    last = fault.at(distance) ?? last;
  return explainNeedlessRun(fault, found, last);
}

/** `! keyword "x"`. */
function explainSignBeforeTest(fault: Fault, found: Token): Explanation | null {
  if (found.image !== "!" || !beginsTest(fault.next)) return null;
  return fault.explain(found, { problem: "instead", found: "!", write: "not" }, [
    writing(fault.text, withBlanks(fault.text, spanOf(found)), "not", "automatic"),
  ]);
}
