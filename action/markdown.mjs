import { readFileSync } from "node:fs";
import { join } from "node:path";
import { annotationsIn } from "./annotations.mjs";
import { outcomeOf } from "./results.mjs";

/**
 * What a run came to, as Markdown: its outcome, and below it what each part says, as many of them as fit, those of which most depends
 * first. What is left out is said.
 *
 * @param {readonly import("./results.mjs").Result[]} results
 * @param {object} options
 * @param {string} options.reports the folder of the reports
 * @param {string} options.commit that the run compared with; empty for none
 * @param {number} options.most bytes
 * @param {string} options.elsewhere where all of it is to be found
 * @returns {string}
 */
export function runAsMarkdown(results, { reports, commit, most, elsewhere }) {
  const heading = `## Response mappings: ${outcomeOf(results)}`;
  const list = results.map(({ part, says }) => `- **${NAMES[part]}**: ${says}${ofBase(part, commit)}`);
  if (list.length === 0) list.push("- nothing was asked for, so nothing was looked at");
  const blocks = [heading, list.join("\n")];
  // The sentences about what is left out are never longer than this.
  let room = most - 200 * results.length - Buffer.byteLength(blocks.join("\n\n"));
  for (const result of inOrder(results).filter((one) => !isToldByCheck(one, results, reports))) {
    const text = textOf(result, reports);
    const bytes = Buffer.byteLength(text) + 2;
    if (bytes <= room) {
      room -= bytes;
      blocks.push(text);
    } else
      blocks.push(`What ${inCode(`responses ${result.part}`)} says is left out for length: ${elsewhere}.`);
  }
  return blocks.join("\n\n");
}

const NAMES = { diff: "Change", test: "Recorded responses", check: "Mapping files" };

/**
 * @param {import("./parts.mjs").Part} part
 * @param {string} commit
 */
function ofBase(part, commit) {
  return part === "diff" && commit !== "" ? `, compared with ${inCode(commit.slice(0, 10))}` : "";
}

/**
 * Whether the check tells all that a part has to say: recorded responses that get another verdict are errors in their files, unless
 * the project or its baseline says otherwise.
 *
 * @param {import("./results.mjs").Result} result
 * @param {readonly import("./results.mjs").Result[]} results
 * @param {string} reports
 */
function isToldByCheck({ part, ending }, results, reports) {
  if (part !== "test" || ending.kind !== "ended") return false;
  const check = results.find((one) => one.part === "check");
  if (check === undefined || !hasJudged(check)) return false;
  const told = annotationsIn(reports, "check");
  return annotationsIn(reports, "test").every((line) => told.includes(line));
}

/**
 * Whether a part has looked at the mappings, whatever it found.
 *
 * @param {import("./results.mjs").Result} result
 */
function hasJudged({ ending }) {
  return ending.kind === "ended" && ending.exitCode < 2;
}

/**
 * What changed stands first, then what failed, then what is well.
 *
 * @param {readonly import("./results.mjs").Result[]} results
 */
function inOrder(results) {
  const rank = (/** @type {import("./results.mjs").Result} */ { part, hasFailed: failed }) =>
    part === "diff" ? 0 : failed ? 1 : 2;
  return results.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * @param {import("./results.mjs").Result} result
 * @param {string} reports
 */
function textOf({ part, ending }, reports) {
  switch (ending.kind) {
    case "ended":
      return readFileSync(join(reports, `${part}.md`), "utf8").trim();
    case "skipped":
      return `${inCode(`responses ${part}`)} was not run: ${inCode(ending.why)}.`;
    case "broken":
      return `${inCode(`responses ${part}`)} failed: ${inCode(ending.why)}.`;
  }
}

/**
 * A text as code, in which nothing of it comes to life.
 *
 * @param {string} text
 */
function inCode(text) {
  return `\`${text.replaceAll(/\s+/g, " ").replaceAll("`", "'").trim()}\``;
}
