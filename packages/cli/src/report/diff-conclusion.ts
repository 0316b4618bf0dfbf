import { counted, DIFFERS, listed, SAME_FOR_ALL, UNDECIDED } from "@responses/dsl/editor";
import type { DiffReport } from "../runs/diff-run.js";
import { EXIT } from "../terminal/exit-codes.js";
import { type Conclusion, conclude, concludeEmpty, whyUnusable } from "./conclusion.js";
import { failingOf, type Standing, sideInWords, standingOf } from "./diff-words.js";

/** How a comparison ends: what failed counts more than what differs, and that more than what was not decided. */
export function concludeDiff(report: DiffReport, allowEmpty: boolean | undefined): Conclusion {
  const { before, after, files, problems, acceptance } = report;
  const countOf = (isCounted: (file: DiffReport["files"][number]) => boolean): number =>
    files.filter(isCounted).length;
  const standing = (wanted: Standing): number => countOf((file) => standingOf(file, acceptance) === wanted);
  const changed = files.filter(
    (file) => file.kind === "compared" && standingOf(file, acceptance) === "differs",
  );
  const refused = countOf(({ kind }) => kind === "refused");
  const undecided = countOf((file) => file.kind === "compared" && file.comparison.undecided.length > 0);
  const came = [
    [changed.length, "with other verdicts"],
    [countOf(({ kind }) => kind === "added"), "added"],
    [countOf(({ kind }) => kind === "removed"), "removed"],
    [countOf(({ isRenamed }) => isRenamed), "renamed"],
    [undecided, "not decided"],
    [refused, "with errors"],
    [countOf(({ kind }) => kind === "unreadable"), "not read"],
    [standing("accepted"), "accepted"],
    [standing("same"), "the same"],
    [countOf((file) => failingOf(file).length > 0), "with examples that fail"],
  ] as const;
  const told = came.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  const done = `compared ${counted(files.length, "mapping")} of ${sideInWords(before)} with ${sideInWords(after)}${told.length === 0 ? "" : `: ${listed(told)}`}`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems.length));
  if (refused > 0) return conclude(done, EXIT.unusable, "a mapping with errors gives no verdicts");
  if (files.length === 0) return concludeEmpty("no mapping file", allowEmpty);
  if (changed.length > 0) return conclude(done, EXIT.problems, DIFFERS);
  if (standing("differs") > 0) return conclude(done, EXIT.problems, "mappings were added or removed");
  if (acceptance !== null && acceptance.expired.length > 0)
    return conclude(
      done,
      EXIT.problems,
      `${counted(acceptance.expired.length, "entry", "entries")} of accepted differences ${acceptance.expired.length === 1 ? "accepts" : "accept"} what does not occur`,
    );
  if (undecided > 0) return conclude(done, EXIT.undecided, UNDECIDED);
  if (standing("accepted") > 0) return conclude(done, EXIT.fine, "all that differs is accepted");
  const isOneCommit = report.notes.some(({ kind }) => kind === "same-commit");
  return conclude(done, EXIT.fine, isOneCommit ? "both sides are the same commit" : SAME_FOR_ALL);
}
