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
    const { hasFailed: failed, says } = judged(folder, part, ending, failOnChange);
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
 * @param {string} folder
 * @param {import("./parts.mjs").Part} part
 * @param {import("./parts.mjs").Ending} ending
 * @param {boolean} failOnChange
 * @returns {Pick<Result, "hasFailed" | "says">}
 */
function judged(folder, part, ending, failOnChange) {
  switch (ending.kind) {
    case "broken":
      return { hasFailed: true, says: "failed, and looked at nothing" };
    case "skipped":
      return { hasFailed: false, says: "not run" };
    case "ended":
      break;
  }
  const { exitCode } = ending;
  if (part === "diff") return judgedChange(folder, exitCode, failOnChange);
  if (exitCode === 0) return { hasFailed: false, says: "passed" };
  return { hasFailed: true, says: `failed: ${FINDINGS[part][exitCode] ?? NO_WORK}` };
}

/**
 * What a comparison came to, as its report counts it. Changes are for people to judge, unless the user wants to fail on them; an accepted
 * difference that does not occur fails always, and so does whatever is not known.
 *
 * @param {string} folder
 * @param {number} exitCode
 * @param {boolean} failOnChange
 * @returns {Pick<Result, "hasFailed" | "says">}
 */
function judgedChange(folder, exitCode, failOnChange) {
  if (!CHANGE_CODES.includes(exitCode)) return { hasFailed: true, says: `failed: ${NO_WORK}` };
  const change = readChange(folder);
  if (change === null) return { hasFailed: true, says: "failed: its report cannot be read" };
  const { differing, added, removed, leftOut, accepted, undecided, expired, notCompared } = change;
  const differs = differing - added - removed - leftOut;
  const open = [
    ...(differs === 0 ? [] : [`responses get another verdict (mappings: ${differs})`]),
    ...(added === 0 ? [] : [`mappings were added (${added})`]),
    ...(removed === 0 ? [] : [`mappings were removed (${removed})`]),
    ...(leftOut === 0 ? [] : [`mappings are left out now (${leftOut})`]),
    ...(undecided === 0
      ? []
      : [
          `whether ${differs + accepted === 0 ? "" : "other "}responses get another verdict is not known (mappings: ${undecided})`,
        ]),
  ];
  const others =
    accepted === 0
      ? `no response changes its verdict${notCompared === 0 ? "" : " in what was compared"}`
      : `all that differs is accepted (mappings: ${accepted})`;
  const beside = accepted === 0 ? [] : [`accepted differences (mappings: ${accepted})`];
  const said = open.length === 0 ? others : [...open, ...beside].join("; ");
  if (expired > 0)
    return {
      hasFailed: true,
      says: `failed: accepted differences are not what the change does any more (entries: ${expired}); ${said}`,
    };
  return { hasFailed: failOnChange && open.length > 0, says: said };
}

/**
 * What a comparison counted, in mappings: those that came, went or are only left out now among the differing ones, those of which
 * something is accepted, and those that may differ. Besides the entries of accepted differences that do not occur, and the files and folders
 * that were not compared.
 *
 * @typedef {Readonly<
 *   Record<"differing" | "added" | "removed" | "leftOut" | "accepted" | "undecided" | "expired" | "notCompared", number>
 * >} Change
 */

/**
 * A mapping in the report of a comparison, as far as it matters here.
 *
 * @typedef {{
 *   readonly result: string,
 *   readonly leftOut: string | null,
 *   readonly accepted: string | null,
 *   readonly changes: readonly { readonly accepted: string | null }[],
 * }} ReportedFile
 */

/**
 * Reads what the report of a comparison counted; null where it does not say.
 *
 * @param {string} folder of the reports
 * @returns {Change | null}
 */
export function readChange(folder) {
  try {
    const report = JSON.parse(readFileSync(join(folder, "diff.json"), "utf8"));
    const { differing, undecided } = report.summary;
    const expired = report.acceptance === null ? 0 : report.acceptance.expired.length;
    /** @param {(file: ReportedFile) => boolean} isCounted */
    const countOf = (isCounted) => report.files.filter(isCounted).length;
    const change = {
      differing,
      added: countOf(({ result }) => result === "added"),
      removed: countOf(({ result }) => result === "removed"),
      leftOut: countOf(isLeftOutAlone),
      accepted: countOf(
        ({ accepted, changes }) => accepted !== null || changes.some((one) => one.accepted !== null),
      ),
      undecided,
      expired,
      notCompared: report.leftOut.length,
    };
    return Object.values(change).every(Number.isInteger) ? change : null;
  } catch {
    return null;
  }
}

/**
 * Whether nothing of a mapping is open but that it is left out now.
 *
 * @param {ReportedFile} file
 */
function isLeftOutAlone({ result, leftOut, changes }) {
  return result === "differs" && leftOut === "after" && changes.every(({ accepted }) => accepted !== null);
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

/** How a comparison ends that has come to a result: as in the help of the command. */
export const CHANGE_CODES = [0, 1, 3, 5];

const NO_WORK = "it could not do its work";

/**
 * What other exit codes than 0 say of the mappings; all others say that the command could not do its work.
 *
 * @type {Readonly<Record<"check" | "test", Readonly<Record<number, string>>>>}
 */
const FINDINGS = {
  check: { 1: "it found errors, more warnings than allowed, or less than the baseline lists" },
  test: { 1: "recorded responses get another verdict than their files say, or are missing" },
};
