import {
  applyFixes,
  check,
  createMatcher,
  defaultSeverityOf,
  link,
  noOtherFiles,
  parse,
} from "@responses/dsl";

/** @typedef {import("./answers.mjs").Answer} Answer */

/**
 * @typedef {object} Outcome how a mapping does on a system's answers
 * @property {number} accepted answers that are no success and become one
 * @property {number} lost successes that are none any more
 * @property {number} lostSeen those of them that the author has seen
 *
 * @typedef {object} Evaluation what the tools say of a naive rule
 * @property {Outcome} asWritten
 * @property {readonly string[]} pointedAt the warnings and errors at the rule
 * @property {readonly string[]} hinted the hints at the rule, but for the one that asks for an example
 * @property {string | null} fixed the rule with the first fix of the first warning that has one; null without one
 * @property {Outcome | null} afterFix
 *
 * @typedef {object} Placed where a naive rule stands, and what is known beside it
 * @property {readonly Answer[]} recorded the answers that the author has written down as examples
 * @property {readonly Answer[]} seen the answers that the author knows, recorded or not
 * @property {readonly Answer[]} all what the system really answers
 * @property {readonly string[]} below the rules that stand below it
 */

/**
 * @param {string} rule
 * @param {Placed} placed
 * @returns {Evaluation}
 */
export function evaluate(rule, { recorded, seen, all, below }) {
  // Where nothing stands below, a refusal is told apart by no rule.
  const verdictOf = (/** @type {Answer} */ { isSuccess, verdict }) =>
    isSuccess ? "success" : below.length === 0 ? "unmapped" : verdict;
  const examples = recorded.map((answer) => exampleLine(answer, verdictOf(answer)));
  const text = [rule, ...below, ...examples, ""].join("\n");
  const linked = link(parse("naive.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error(`refused: ${text}`);
  const atRule = check(linked).filter(({ span }) => span.start < rule.length);
  const warnings = atRule.filter(({ name }) => defaultSeverityOf(name) !== "hint");
  const hints = atRule.filter(({ name }) => defaultSeverityOf(name) === "hint" && name !== "untested-rule");
  const fix = warnings.flatMap(({ fixes }) => fixes)[0];
  const fixedText = fix === undefined ? null : applyFixes(text, [fix]).text;
  return {
    asWritten: outcome(text, seen, all),
    pointedAt: [...new Set(warnings.map(({ name }) => name))],
    hinted: [...new Set(hints.map(({ name }) => name))],
    fixed: fixedText === null ? null : (fixedText.split("\nexample")[0] ?? "").trimEnd(),
    afterFix: fixedText === null ? null : outcome(fixedText, seen, all),
  };
}

/**
 * @param {string} text
 * @param {readonly Answer[]} seen
 * @param {readonly Answer[]} all
 * @returns {Outcome}
 */
function outcome(text, seen, all) {
  const linked = link(parse("naive.responses", text), noOtherFiles);
  const matcher = linked.kind === "refused" ? null : createMatcher(linked.mapping);
  const becomesSuccess = (/** @type {Answer} */ { status, body }) =>
    matcher?.match({ status: status ?? undefined, body }).outcome === "success";
  const lost = all.filter((answer) => answer.isSuccess && !becomesSuccess(answer));
  return {
    accepted: all.filter((answer) => !answer.isSuccess && becomesSuccess(answer)).length,
    lost: lost.length,
    lostSeen: lost.filter((answer) => seen.includes(answer)).length,
  };
}

/** @param {Answer} answer @param {string} verdict */
function exampleLine({ status, body }, verdict) {
  const escaped = [...body].map((character) => ESCAPES.get(character) ?? character).join("");
  return `example ${status === null ? "" : `${status} `}"${escaped}" is ${verdict}`;
}

const ESCAPES = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["*", "\\*"],
]);
