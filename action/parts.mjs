import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reasonOf } from "./workflow-files.mjs";

/** @typedef {"check" | "test" | "diff"} Part what one run of the command does */

/** Of all parts, those of which most depends first. */
export const PARTS = /** @type {const} */ (["diff", "test", "check"]);

/** @typedef {"markdown" | "github" | "json" | "sarif" | "junit"} Format */

/**
 * The reports that a part leaves, and the files that they go to.
 *
 * @type {Readonly<Record<Part, readonly (readonly [format: Format, file: string])[]>>}
 */
export const REPORTS = {
  check: [
    ["markdown", "check.md"],
    ["github", "check-annotations.txt"],
    ["json", "check.json"],
    ["sarif", "check.sarif"],
  ],
  test: [
    ["markdown", "test.md"],
    ["github", "test-annotations.txt"],
    ["json", "test.json"],
    ["junit", "test-junit.xml"],
  ],
  diff: [
    ["markdown", "diff.md"],
    ["github", "diff-annotations.txt"],
    ["json", "diff.json"],
  ],
};

/**
 * How a part ended: with an exit code, by not being run at all, or in no such way.
 *
 * @typedef {{ readonly kind: "ended", readonly exitCode: number }
 *   | { readonly kind: "skipped", readonly why: string }
 *   | { readonly kind: "broken", readonly why: string }} Ending
 */

/**
 * Writes down how a part ended, for the steps behind it.
 *
 * @param {string} folder of the reports
 * @param {Part} part
 * @param {Ending} ending
 */
export function recordEnding(folder, part, ending) {
  writeFileSync(join(folder, `${part}-ending.json`), JSON.stringify(ending));
}

/**
 * How a part ended. What left no record, or ended without one of its reports, is broken: it may have looked at nothing.
 *
 * @param {string} folder
 * @param {Part} part
 * @returns {Ending}
 */
export function endingOf(folder, part) {
  /** @type {Ending} */
  let ending;
  try {
    ending = JSON.parse(readFileSync(join(folder, `${part}-ending.json`), "utf8"));
  } catch (error) {
    return { kind: "broken", why: `it left no word of how it ended: ${reasonOf(error)}` };
  }
  if (ending.kind !== "ended") return ending;
  const missing = REPORTS[part].find(([format, file]) => !isWritten(join(folder, file), format));
  if (missing === undefined) return ending;
  const [format, file] = missing;
  return {
    kind: "broken",
    why: `it ended with exit code ${ending.exitCode} and left no report ${file} (${format})`,
  };
}

/**
 * @param {string} path
 * @param {Format} format
 */
function isWritten(path, format) {
  // Where nothing is found there are no annotations.
  return format === "github" ? existsSync(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
