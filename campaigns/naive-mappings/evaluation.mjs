import {
  applyFixes,
  check,
  createMatcher,
  defaultSeverityOf,
  link,
  noOtherFiles,
  parse,
} from "@responses/dsl";

/**
 * @typedef {object} Evaluation how a naive rule does on a system's answers
 * @property {number} accepted answers that are no success and become one
 * @property {number} lost successes that are none any more
 * @property {readonly string[]} pointedAt the warnings and errors at the rule
 * @property {string | null} fixed the rule with the first fix that is offered for it; null without one
 * @property {{ readonly accepted: number, readonly lost: number } | null} afterFix
 */

/**
 * @param {string} rule
 * @param {readonly import("./answers.mjs").Answer[]} recorded the answers that the author has written down as examples
 * @param {readonly import("./answers.mjs").Answer[]} all what the system really answers
 * @returns {Evaluation}
 */
export function evaluate(rule, recorded, all) {
  const text = [rule, ...recorded.map(exampleLine), ""].join("\n");
  const linked = link(parse("naive.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error(`refused: ${text}`);
  const atRule = check(linked).filter(
    (finding) =>
      finding.span.start < rule.length &&
      (defaultSeverityOf(finding.name) !== "hint" || finding.fixes.length > 0) &&
      finding.name !== "untested-rule",
  );
  const warnings = atRule.filter(({ name }) => defaultSeverityOf(name) !== "hint");
  const fix = warnings.flatMap(({ fixes }) => fixes)[0];
  const fixedText = fix === undefined ? null : applyFixes(text, [fix]).text;
  return {
    ...outcome(text, all),
    pointedAt: [...new Set(warnings.map(({ name }) => name))],
    fixed: fixedText === null ? null : (fixedText.split("\nexample")[0] ?? ""),
    afterFix: fixedText === null ? null : outcome(fixedText, all),
  };
}

/** @param {string} text @param {readonly import("./answers.mjs").Answer[]} all */
function outcome(text, all) {
  const linked = link(parse("naive.responses", text), noOtherFiles);
  if (linked.kind === "refused")
    return { accepted: 0, lost: all.filter(({ isSuccess }) => isSuccess).length };
  const matcher = createMatcher(linked.mapping);
  let accepted = 0;
  let lost = 0;
  for (const { status, body, isSuccess } of all) {
    const became = matcher.match({ status: status ?? undefined, body }).outcome === "success";
    if (became && !isSuccess) accepted++;
    if (!became && isSuccess) lost++;
  }
  return { accepted, lost };
}

/** @param {import("./answers.mjs").Answer} answer */
function exampleLine({ status, body, isSuccess }) {
  const escaped = [...body].map((character) => ESCAPES.get(character) ?? character).join("");
  return `example ${status === null ? "" : `${status} `}"${escaped}" is ${isSuccess ? "success" : "unmapped"}`;
}

const ESCAPES = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["*", "\\*"],
]);
