import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { check, defaultSeverityOf, link, messageOf, parse } from "@responses/dsl";

/** @typedef {import("@responses/dsl").Statement} Statement */

/**
 * What is left of a mapping file while somebody writes it: all of it, the rules with no recorded answer, or with successes only.
 *
 * @type {Readonly<Record<string, (statement: Statement) => boolean>>}
 */
export const FORMS = {
  "as they stand": () => true,
  "without their examples": ({ syntax }) => syntax.node.kind !== "example",
  "with the examples of successes": ({ syntax: { node } }) =>
    node.kind !== "example" || (node.verdict.kind === "outcome" && node.verdict.outcome.image === "success"),
};

/**
 * @typedef {object} Said one finding, for somebody who judges it
 * @property {string} name
 * @property {boolean} isHint
 * @property {number} line in the file as it stands, from 1
 * @property {string} text that line
 * @property {string} message
 * @property {readonly string[]} fixes their titles
 */

/**
 * What the tools say of a mapping file of which only some statements are left.
 *
 * @param {string} path
 * @param {(statement: Statement) => boolean} keeps
 * @returns {{ readonly rules: number, readonly said: readonly Said[] }} the file's own rules are counted
 */
export function saidOf(path, keeps) {
  const whole = parse(path, readFileSync(path, "utf8")).tree;
  const { source } = whole;
  const kept = whole.statements.filter(keeps);
  const head = source.text.slice(0, whole.statements[0]?.start ?? source.text.length);
  const file = parse(path, [head, ...kept.map(({ syntax }) => syntax.text)].join(""));
  const linked = link(file, {
    resolve: (from, include) => resolve(dirname(from), include),
    load: (included) => parse(included, readFileSync(included, "utf8")),
  });
  return {
    rules: kept.filter(({ syntax }) => syntax.node.kind === "rule").length,
    said: check(linked).map((finding) => {
      const line = source.lineAt(offsetInWhole(kept, head.length, finding.span.start));
      return {
        name: finding.name,
        isHint: defaultSeverityOf(finding.name) === "hint",
        line: line + 1,
        text: source.lineText(line).trim(),
        message: messageOf(finding),
        fixes: finding.fixes.map(({ title }) => title),
      };
    }),
  };
}

/**
 * @param {readonly Statement[]} kept
 * @param {number} headLength
 * @param {number} offset in the text of the statements that are kept
 */
function offsetInWhole(kept, headLength, offset) {
  let start = headLength;
  for (const statement of kept) {
    const end = start + statement.syntax.text.length;
    if (offset >= start && offset < end) return statement.start + offset - start;
    start = end;
  }
  return offset;
}
