import { readFileSync } from "node:fs";
import { join } from "node:path";
import { endingOf, PARTS } from "./parts.mjs";

/**
 * What a part of the run came to.
 *
 * @typedef {object} Result
 * @property {import("./parts.mjs").Part} part
 * @property {import("./parts.mjs").Ending} ending
 * @property {boolean} hasFailed
 * @property {string} says in a few words
 */

/**
 * @typedef {object} Wanted
 * @property {readonly import("./parts.mjs").Part[]} parts that were to be run
 * @property {boolean} failOnChange
 */

/**
 * What the parts of a run came to, those of which most depends first.
 *
 * @param {string} folder of the reports
 * @param {Wanted} wanted
 * @returns {readonly Result[]}
 */
export function resultsIn(folder, { parts, failOnChange }) {
  return PARTS.filter((part) => parts.includes(part)).map((part) => {
    const ending = endingOf(folder, part);
    const { hasFailed: failed, says } = judged(part, ending, failOnChange);
    return { part, ending, hasFailed: failed, says: `${says}${countsIn(folder, part, ending)}` };
  });
}

/**
 * Whether a run has failed. One that was asked for nothing has, too: a green run must have looked at something.
 *
 * @param {readonly Result[]} results
 */
export function hasFailed(results) {
  return results.length === 0 || results.some((result) => result.hasFailed);
}

/**
 * Whether all that was asked for was left out, so that nobody takes the run for one that found all well.
 *
 * @param {readonly Result[]} results
 */
export function lookedAtNothing(results) {
  return results.every(({ ending }) => ending.kind === "skipped");
}

/**
 * The outcome of a run in a word or two.
 *
 * @param {readonly Result[]} results
 */
export function outcomeOf(results) {
  if (hasFailed(results)) return "failed";
  return lookedAtNothing(results) ? "nothing was looked at" : "passed";
}

/**
 * @param {import("./parts.mjs").Part} part
 * @param {import("./parts.mjs").Ending} ending
 * @param {boolean} failOnChange
 * @returns {Pick<Result, "hasFailed" | "says">}
 */
function judged(part, ending, failOnChange) {
  switch (ending.kind) {
    case "broken":
      return { hasFailed: true, says: "failed, and looked at nothing" };
    case "skipped":
      return { hasFailed: false, says: "not run" };
    case "ended":
      break;
  }
  const { exitCode } = ending;
  if (exitCode === 0)
    return { hasFailed: false, says: part === "diff" ? "no response changes its verdict" : "passed" };
  const finding = FINDINGS[part][exitCode];
  if (finding === undefined) return { hasFailed: true, says: "failed: it could not do its work" };
  return part === "diff"
    ? { hasFailed: failOnChange, says: finding }
    : { hasFailed: true, says: `failed: ${finding}` };
}

/**
 * How much a part found, as the rest of what is said of it; nothing where its report does not say.
 *
 * @param {string} folder
 * @param {import("./parts.mjs").Part} part
 * @param {import("./parts.mjs").Ending} ending
 */
function countsIn(folder, part, ending) {
  if (ending.kind !== "ended" || part === "diff") return "";
  try {
    const { summary } = JSON.parse(readFileSync(join(folder, `${part}.json`), "utf8"));
    return part === "check"
      ? ` (errors: ${summary.errors}, warnings: ${summary.warnings})`
      : ` (${summary.passed} of ${summary.examples} passed)`;
  } catch {
    // What is wrong with the report is told where it is needed.
    return "";
  }
}

/**
 * What other exit codes than 0 say of the mappings; all others say that the command could not do its work.
 *
 * @type {Readonly<Record<import("./parts.mjs").Part, Readonly<Record<number, string>>>>}
 */
const FINDINGS = {
  check: { 1: "errors, or more warnings than allowed" },
  test: { 1: "recorded responses get another verdict than their files say, or are missing" },
  diff: {
    1: "responses get another verdict, or mappings were added or removed",
    3: "whether responses get another verdict is not known",
  },
};
