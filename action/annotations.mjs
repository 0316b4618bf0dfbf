import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** GitHub shows ten of each kind of all steps of an action together; two are left for what the action itself says. */
const MOST_OF_A_KIND = 8;

/**
 * The annotations that the parts of a run have left, the most serious first, no more than GitHub shows.
 *
 * @param {readonly import("./results.mjs").Result[]} results
 * @param {string} reports the folder of the reports
 * @returns {readonly string[]} commands to the runner
 */
export function annotationsOf(results, reports) {
  // An error in a file is told by each part that meets it.
  const all = [...new Set(results.flatMap(({ part }) => annotationsIn(reports, part)))];
  return ["error", "warning", "notice"].flatMap((kind) => {
    const ofKind = all.filter((line) => line.startsWith(`::${kind} `));
    if (ofKind.length <= MOST_OF_A_KIND) return ofKind;
    const note = `::${kind} title=left out::more than GitHub shows of one step: its log and the summary of the job tell all`;
    return [...ofKind.slice(0, MOST_OF_A_KIND - 1), note];
  });
}

/**
 * The annotations that a part has left; none where it has left no report.
 *
 * @param {string} reports the folder of the reports
 * @param {import("./parts.mjs").Part} part
 */
export function annotationsIn(reports, part) {
  const path = join(reports, `${part}-annotations.txt`);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
}
