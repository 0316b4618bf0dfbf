import { replaceWith } from "../../../findings/finding.js";
import type { LocalSpan } from "../../../text/span.js";
import type { GrammarRule } from "../../statement-parser.js";
import type { Token } from "../../tokens.js";
import {
  isOutcome,
  isSpecialWord,
  isStatementWord,
  MATCH_WORDS,
  STATEMENT_WORDS,
  TEST_WORDS,
} from "../../vocabulary.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "../explanation.js";
import { Fault } from "../fault.js";
import { changing, movingBefore } from "../fixes.js";
import { BEFORE_RULE, isAllOthers, JOINTS_OF_OUTCOME } from "../lexicon.js";
import { explainMisspelling, intended } from "../misspelling.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { isOperator } from "../operators.js";
import { beginsTest } from "../rules/test-start.js";
import { isStatus, isText, isWord, placeBefore, spanFromTo, touches } from "../token-places.js";
import { commentMark } from "./comment-marks.js";

/** `unmapped keyword "x"`. */
const explainUnmappedRule: Explainer = (_fault, found) =>
  found.image === "unmapped" ? problemAt(found, { problem: "unmapped-rule" }) : null;

/** `"OK" is success`. */
const explainExampleWithoutWord: Explainer = (fault, found) => {
  if (!isText(found) || fault.next?.image !== "is") return null;
  const fix = replaceWith(placeBefore(found), "example ", "Make it an example", "suggested");
  return problemAt(found, { problem: "bare-response" }, [fix]);
};

/** `rule success status 200`, `if status 200 then success`. */
const explainWordBeforeRule: Explainer = (fault, found) => {
  const { next } = fault;
  if (next === null || !BEFORE_RULE.has(found.image.toLowerCase())) return null;
  if (isStatementWord(next.image) && next.startLine === found.startLine) return explainNeedless(fault, found);
  const outcome = outcomeOnLine(fault, next);
  if (outcome === null) return null;
  const rules = rulesOfConditional(fault, next, outcome);
  const last = fault.lastOnLine(fault.index);
  if (rules === null || last === null) return problemAt(found, { problem: "outcome-first" });
  // What holds otherwise stands last in a file.
  const kind = rules.includes("\n") ? "suggested" : "automatic";
  const fix = replaceWith(spanFromTo(found, last), rules, "Write the outcome first", kind);
  return problemAt(found, { problem: "outcome-first" }, [fix]);
};

/** The rules that say what `if TESTS then OUTCOME LABEL else OUTCOME` says; null where more stands there. */
function rulesOfConditional(fault: Fault, first: Token, outcome: Token): string | null {
  const { tokens, text } = fault;
  const condition = text.slice(first.startOffset, withJoint(fault, outcome).from).trimEnd();
  const index = tokens.indexOf(outcome);
  const last = fault.lastOnLine(index) ?? outcome;
  const [next, second, ...others] = tokens.slice(index + 1, tokens.indexOf(last) + 1);
  const rule = `${outcome.image} ${condition}`;
  if (next === undefined) return rule;
  if (next.image === "as") return `${rule} ${text.slice(next.startOffset, last.endOffset + 1)}`;
  if (second === undefined) return isText(next) || isWord(next) ? `${rule} as ${next.image}` : null;
  return isAllOthers(next.image) && isOutcome(second.image) && others.length === 0
    ? `${rule}\n${second.image} otherwise`
    : null;
}

/** `{"result":"ok"}`, `HTTP/1.1 200 OK`. */
const explainBareResponse: Explainer = (fault, found) =>
  /^[{[<]$/.test(found.image) || (/^http$/i.test(found.image) && fault.next?.image === "/")
    ? problemAt(found, { problem: "bare-response" })
    : null;

/** `- success status 201`, `1. success status 201`: lines of a list in a text. */
const explainBullet: Explainer = (fault, found) => {
  if (!/^(?:-|\*|•|[0-9]{1,2})$/.test(found.image)) return null;
  const { next } = fault;
  const point = next !== null && [".", ")"].includes(next.image) && touches(found, next) ? next : null;
  const word = point === null ? next : fault.at(2);
  if (/^[0-9]/.test(found.image) && point === null) return null;
  if (word === null || word.startLine !== found.startLine || !isStatementWord(word.image)) return null;
  return explainNeedlessRun(fault, found, point ?? found);
};

/** `else reject as Other`. */
const explainAllOthers: Explainer = (fault, found) => {
  if (!isAllOthers(found.image)) return null;
  const outcome = fault.tokens.find(
    (token, index) => index > fault.index && token.startLine === found.startLine && isOutcome(token.image),
  );
  if (outcome === undefined) return null;
  const rule = `${outcome.image} otherwise`;
  return problemAt(found, { problem: "all-other-responses", outcome: outcome.image }, [
    replaceWith(spanFromTo(found, outcome), rule, `Write ${rule}`, "suggested"),
  ]);
};

/** `status 200 => success`. */
const explainOutcomeBehindTest: Explainer = (fault, found) => {
  const outcome = outcomeBehind(fault, found);
  if (outcome === null) return null;
  const edits = movingBefore(fault.text, found, outcome.image, withJoint(fault, outcome));
  const fix = changing("Write the outcome first", "suggested", edits);
  return problemAt(found, { problem: "outcome-first" }, [fix]);
};

/** `status 200`, as the file's first word. */
const explainMissingOutcome: Explainer = (fault, found) =>
  fault.index === 0 && (beginsTest(found) || found.image === "otherwise")
    ? problemAt(found, { problem: "outcome-first" })
    : null;

/** A line that begins with something of the language, but not with a statement word. */
const explainLineStart: Explainer = inOrder([
  {
    explain: each(
      explainUnmappedRule,
      explainExampleWithoutWord,
      explainWordBeforeRule,
      explainBareResponse,
      explainBullet,
      explainAllOthers,
      explainOutcomeBehindTest,
    ),
    because: "each knows its words and signs, and what to do; below, nothing could be offered for a test",
  },
  {
    explain: explainMissingOutcome,
    because: "takes a test that has no outcome on its line, and no rule above it",
  },
]);

/** The finding for what stands before a file's first statement; null for nothing. */
export function explainPreamble(tokens: readonly Token[], text: string): Explanation | null {
  const [first] = tokens;
  if (first === undefined) return null;
  return PREAMBLE(new Fault(tokens, { tokenIndex: 0, openRules: [] }, text), first);
}

const PREAMBLE = inOrder([
  {
    explain: each(commentMark, explainLineStart),
    because: "a comment may hold anything, and what lines begin with is known; below it would be misspelled",
  },
  {
    explain: (_fault, found) => explainMisspelling(found, "a statement", STATEMENT_WORDS),
    because: "takes whatever stands there",
  },
]);

/** The word was to be a statement's, and is misspelled. */
const explainMisspelledStatement: Explainer = (fault, found) => {
  if (!isWord(found) || isSpecialWord(found.image)) return null;
  // A label that slipped to the next line is explained as such.
  const isLabel = fault.rule === "statement" && isOutcome(fault.imageAt(-1));
  return isLabel && !isNearToStatementWord(found)
    ? null
    : explainMisspelling(found, "a statement", STATEMENT_WORDS);
};

/**
 * `sucess …` at a line's start was to be a statement of its own, unless the statement is not complete and the word is
 * near to one that can go on with it.
 */
export const explainStatementStart: Explainer = inOrder([
  {
    leaveIf: (fault) => !fault.startsLine && fault.index > 0,
    because: "no statement begins within a line",
  },
  {
    leaveIf: (fault, found) => goesOnWith(fault, found),
    because: "the line goes on with the statement above, which is not complete without it",
  },
  {
    explain: explainLineStart,
    because: "what lines begin with is known; below it would be a misspelled word",
  },
  { explain: explainMisspelledStatement, because: "takes any word" },
]);

/** Whether a word at a line's start rather belongs to the statement above, which is not complete without it. */
export function goesOnWith(fault: Fault, found: Token): boolean {
  const isComplete = fault.rule === "statement";
  // A label may be named like an outcome.
  const wantsLabel = fault.rule === "labelName" || fault.rule === "labelClause";
  if (wantsLabel && fault.lastOnLine(fault.index) === found) return true;
  if (isComplete || isStatementWord(found.image.toLowerCase())) return false;
  return intended(found.image, wordsOf(fault.rule)) !== null || !isNearToStatementWord(found);
}

function isNearToStatementWord(found: Token): boolean {
  return isWord(found) && !isSpecialWord(found.image) && intended(found.image, STATEMENT_WORDS) !== null;
}

/** The words that can stand where the rule of the grammar was left. */
function wordsOf(rule: GrammarRule): readonly string[] {
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
  return problemAt(word, { problem: "statement-on-line" }, [
    replaceWith(gap, "\n", "Begin a line with it", kind),
  ]);
};

/** The outcome with the signs and words before it that join it to the test: `=> success`, `then success`. */
function withJoint({ tokens }: Fault, outcome: Token): LocalSpan {
  let index = tokens.indexOf(outcome);
  for (let before = tokens[index - 1]; before !== undefined; before = tokens[index - 1]) {
    if (!isOperator(before) && !JOINTS_OF_OUTCOME.has(before.image)) break;
    index--;
  }
  return spanFromTo(tokens[index] ?? outcome, outcome);
}

/** The outcome on the line of a test that stands before it. */
function outcomeBehind(fault: Fault, found: Token): Token | null {
  const begins = beginsTest(found) || /^[0-9](?:[0-9]{2}|xx)$/.test(found.image);
  return begins || found.image === "otherwise" ? outcomeOnLine(fault, found) : null;
}

/** The first outcome behind the token on its line. */
function outcomeOnLine({ tokens }: Fault, token: Token): Token | null {
  for (let index = tokens.indexOf(token) + 1; index < tokens.length; index++) {
    const next = tokens[index];
    if (next === undefined || next.startLine !== token.startLine) return null;
    if (isOutcome(next.image)) return next;
  }
  return null;
}
