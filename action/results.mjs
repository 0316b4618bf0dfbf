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
    return { part, ending, ...judged(part, ending, failOnChange) };
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
 * What other exit codes than 0 say of the mappings; all others say that the command could not do its work.
 *
 * @type {Readonly<Record<import("./parts.mjs").Part, Readonly<Record<number, string>>>>}
 */
const FINDINGS = {
  check: { 1: "errors, or more warnings than allowed" },
  test: { 1: "a recorded response gets another verdict than it must" },
  diff: { 1: "responses get another verdict", 3: "whether responses get another verdict is not known" },
};
