import { type LocalFinding, replaceWith } from "../../../findings/finding.js";
import type { LocalSpan } from "../../../text/span.js";
import { isOutcome, isStatementWord, STATEMENT_WORDS } from "../../statement-words.js";
import { isSpecialWord, type Token } from "../../tokens.js";
import { isAllOthers } from "../all-others.js";
import { type Explainer, type Explanation, Fault } from "../fault.js";
import { changing, withBlanks } from "../fixes.js";
import { intended, misspelled } from "../misspelling.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { isOperator } from "../operators.js";
import { beginsTest, MATCH_WORDS, TEST_WORDS } from "../rules/test-start.js";
import { isStatus, isText, isWord, placeBefore, spanFromTo, touches } from "../token-places.js";
import { commentMark } from "./comment-marks.js";

/** The finding for what stands before a file's first statement; null for nothing. */
export function explainPreamble(tokens: readonly Token[], text: string): LocalFinding | null {
  const [first] = tokens;
  if (first === undefined) return null;
  const fault = new Fault(tokens, { tokenIndex: 0, openRules: [] }, text);
  const { problem, fixes } = misspelled(first, "a statement", STATEMENT_WORDS);
  const explanation =
    commentMark(fault, first) ?? explainLineStart(fault, first) ?? fault.explain(first, problem, fixes);
  return { name: "syntax", ...explanation };
}

/**
 * `sucess …` at a line's start was to be a statement of its own, unless the statement is not complete and the word is
 * near to one that can go on with it.
 */
export const explainStatementStart: Explainer = (fault, found) => {
  if (!fault.startsLine) return null;
  const complete = fault.rule === "statement";
  const goesOn = intended(found.image, wordsOf(fault.rule)) !== null;
  const begins =
    isWord(found) && intended(found.image, STATEMENT_WORDS) !== null && !isSpecialWord(found.image);
  const isUpper = isStatementWord(found.image.toLowerCase());
  if (!complete && !isUpper && (goesOn || !begins)) return null;
  const lineStart = explainLineStart(fault, found);
  if (lineStart !== null) return lineStart;
  if (!isWord(found) || isSpecialWord(found.image)) return null;
  // A label that slipped to the next line is explained as such.
  if (complete && !begins && isOutcome(fault.before?.image ?? "")) return null;
  const { problem, fixes } = misspelled(found, "a statement", STATEMENT_WORDS);
  return fault.explain(found, problem, fixes);
};

/** `success status 201; reject status 400`: a statement behind another on its line. */
export const explainStatementOnLine: Explainer = (fault, found) => {
  const { next } = fault;
  const mark = found.image === ";" && next?.startLine === found.startLine ? found : null;
  const word = mark === null ? found : next;
  const behind = word === null ? null : fault.behind(word);
  const isComplete = fault.rule === "statement" && !fault.startsLine;
  if (!isComplete || word === null || behind === null || !isStatementWord(word.image)) return null;
  const begins = beginsTest(behind) || isText(behind) || isStatus(behind) || behind.image === "otherwise";
  if (!begins) return null;
  const gap = { from: (fault.before?.endOffset ?? -1) + 1, to: word.startOffset };
  const kind = mark === null ? "suggested" : "automatic";
  return fault.explain(word, { problem: "statement-on-line" }, [
    replaceWith(gap, "\n", "Begin a line with it", kind),
  ]);
};

function wordsOf(rule: string): readonly string[] {
  switch (rule) {
    case "condition":
    case "test":
      return TEST_WORDS;
    case "fieldMatch":
      return MATCH_WORDS;
    default:
      return [];
  }
}

/** A line that begins with something of the language, but not with a statement word. */
function explainLineStart(fault: Fault, found: Token): Explanation | null {
  if (found.image === "unmapped") return fault.explain(found, { problem: "unmapped-rule" });
  if (isText(found) && fault.next?.image === "is") {
    const fix = replaceWith(placeBefore(found), "example ", "Make it an example", "suggested");
    return fault.explain(found, { problem: "bare-response" }, [fix]);
  }
  const prefixed = explainWordBeforeRule(fault, found);
  if (prefixed !== null) return prefixed;
  if (/^[{[<]$/.test(found.image) || (/^http$/i.test(found.image) && fault.next?.image === "/"))
    return fault.explain(found, { problem: "bare-response" });
  const bullet = /^(?:-|\*|•|[0-9]{1,2})$/.test(found.image) ? explainBullet(fault, found) : null;
  if (bullet !== null) return bullet;
  const others = explainAllOthers(fault, found);
  if (others !== null) return others;
  const misplaced = outcomeBehind(fault, found);
  if (misplaced !== null) {
    const fix = changing(
      "Write the outcome first",
      "suggested",
      { span: placeBefore(found), newText: `${misplaced.image} ` },
      { span: withBlanks(fault.text, withJoint(fault, misplaced)), newText: "" },
    );
    return fault.explain(found, { problem: "outcome-first" }, [fix]);
  }
  if (fault.index === 0 && (beginsTest(found) || found.image === "otherwise")) {
    return fault.explain(found, { problem: "outcome-first" });
  }
  return null;
}

/** `rule success status 200`, `if status 200 then success`. */
function explainWordBeforeRule(fault: Fault, found: Token): Explanation | null {
  const { next } = fault;
  if (next === null || !["rule", "if", "when"].includes(found.image.toLowerCase())) return null;
  if (isStatementWord(next.image) && next.startLine === found.startLine) return explainNeedless(fault, found);
  const rule = new Fault(fault.tokens, { tokenIndex: fault.index + 1, openRules: [] }, fault.text);
  return outcomeBehind(rule, next) === null ? null : fault.explain(found, { problem: "outcome-first" });
}

/** The outcome with the signs and words before it that join it to the test: `=> success`, `then success`. */
function withJoint({ tokens }: Fault, outcome: Token): LocalSpan {
  let index = tokens.indexOf(outcome);
  for (let before = tokens[index - 1]; before !== undefined; before = tokens[index - 1]) {
    if (!isOperator(before) && !["then", "is", "means", "-"].includes(before.image)) break;
    index--;
  }
  return spanFromTo(tokens[index] ?? outcome, outcome);
}

/** `else reject as Other`. */
function explainAllOthers(fault: Fault, found: Token): Explanation | null {
  if (!isAllOthers(found.image)) return null;
  const outcome = fault.tokens.find(
    (token, index) => index > fault.index && token.startLine === found.startLine && isOutcome(token.image),
  );
  if (outcome === undefined) return null;
  const rule = `${outcome.image} otherwise`;
  return fault.explain(found, { problem: "all-other-responses", outcome: outcome.image }, [
    replaceWith(spanFromTo(found, outcome), rule, `Write ${rule}`, "suggested"),
  ]);
}

/** The outcome on the line of a test that stands before it. */
function outcomeBehind(fault: Fault, found: Token): Token | null {
  if (!beginsTest(found) && !/^[0-9](?:[0-9]{2}|xx)$/.test(found.image) && found.image !== "otherwise")
    return null;
  for (let index = fault.index + 1; index < fault.tokens.length; index++) {
    const token = fault.tokens[index];
    if (token === undefined || token.startLine !== found.startLine) return null;
    if (isOutcome(token.image)) return token;
  }
  return null;
}

/** `- success status 201`: lines of a list in a text. */
function explainBullet(fault: Fault, found: Token): Explanation | null {
  const { next } = fault;
  const point = next !== null && [".", ")"].includes(next.image) && touches(found, next) ? next : null;
  const word = point === null ? next : fault.at(2);
  if (/^[0-9]/.test(found.image) && point === null) return null;
  if (word === null || word.startLine !== found.startLine || !isStatementWord(word.image)) return null;
  return explainNeedlessRun(fault, found, point ?? found);
}
