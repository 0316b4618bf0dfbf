import { counted, DIFFERS, listed, SAME_FOR_ALL, UNDECIDED } from "@responses/dsl/editor";
import type { DiffReport } from "../runs/diff-run.js";
import { losesAllSales } from "../runs/mapping-alone.js";
import { partedChanges } from "../runs/parted-changes.js";
import { type Standing, standingOf } from "../runs/standing.js";
import { EXIT } from "../terminal/exit-codes.js";
import { type Conclusion, conclude, concludeEmpty } from "./conclusion.js";
import { failingOf, sideInWords } from "./diff-words.js";
import { leftOutInWords } from "./left-out.js";
import { whyUnusable } from "./why-unusable.js";

/**
 * How a comparison ends: what failed counts more than what was accepted and does not occur, that more than what differs, which is for
 * people to judge, and that more than what was not decided.
 */
export function concludeDiff(report: DiffReport, allowEmpty: boolean | undefined): Conclusion {
  const { before, after, files, problems, acceptance } = report;
  const countOf = (isCounted: (file: DiffReport["files"][number]) => boolean): number =>
    files.filter(isCounted).length;
  const standing = (wanted: Standing): number => countOf((file) => standingOf(file, acceptance) === wanted);
  const differing = (kind: DiffReport["files"][number]["kind"]): number =>
    countOf((file) => file.kind === kind && standingOf(file, acceptance) === "differs");
  const changed = countOf(
    (file) => file.kind === "compared" && partedChanges(file, acceptance).open.comparison.changes.length > 0,
  );
  const refused = countOf(({ kind }) => kind === "refused");
  const undecided = countOf((file) => file.kind === "compared" && file.comparison.undecided.length > 0);
  const came = [
    [changed, "with other verdicts"],
    [differing("added"), "added"],
    [differing("removed"), "removed"],
    [countOf(({ renamedBy }) => renamedBy !== null), "renamed"],
    [countOf(({ leftOut }) => leftOut === "after"), "left out now"],
    [countOf(({ leftOut }) => leftOut === "before"), "left out before"],
    [undecided, "not decided"],
    [refused, "with errors"],
    [countOf(({ kind }) => kind === "unreadable"), "not read"],
    [standing("accepted"), "accepted"],
    [standing("same"), "the same"],
    [countOf((file) => failingOf(file).length > 0), "with examples that fail"],
  ] as const;
  const told = came.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  const done = `compared ${counted(files.length, "mapping")} of ${sideInWords(before)} with ${sideInWords(after)}${told.length === 0 ? "" : `: ${listed(told)}`}${leftOutInWords(report.leftOut)}`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems));
  if (refused > 0) return conclude(done, EXIT.unusable, "a mapping with errors gives no verdicts");
  if (files.length === 0) return concludeEmpty("no mapping file", allowEmpty);
  const expired = acceptance?.expired.length ?? 0;
  if (expired > 0)
    return conclude(
      done,
      EXIT.expired,
      `${counted(expired, "accepted difference")} ${expired === 1 ? "is" : "are"} not what this change does any more`,
    );
  if (changed > 0) return conclude(done, EXIT.problems, DIFFERS);
  if (countOf((file) => losesAllSales(file) && standingOf(file, acceptance) === "differs") > 0)
    return conclude(done, EXIT.problems, "mappings were removed, and all their sales are lost");
  if (differing("added") + differing("removed") > 0)
    return conclude(done, EXIT.problems, "mappings were added or removed");
  if (standing("differs") > 0) return conclude(done, EXIT.problems, "mappings are left out now");
  if (undecided > 0) return conclude(done, EXIT.undecided, UNDECIDED);
  if (standing("accepted") > 0)
    return conclude(done, EXIT.fine, `all that differs is accepted${acceptedSales(report)}`);
  const isOneCommit = report.notes.some(({ kind }) => kind === "same-commit");
  return conclude(
    done,
    EXIT.fine,
    isOneCommit
      ? "both sides are the same commit"
      : report.leftOut.length === 0
        ? SAME_FOR_ALL
        : `${SAME_FOR_ALL} in what was compared`,
  );
}

/** That there are sales among what is accepted, as the end of a clause: nobody is to find them out by reading on. */
function acceptedSales({ files, acceptance }: DiffReport): string {
  const accepted = files.flatMap((file) =>
    file.kind === "compared" ? partedChanges(file, acceptance).accepted.comparison.changes : [],
  );
  const sales = SALES.flatMap(([money, what]) => (accepted.some((one) => one.money === money) ? [what] : []));
  return sales.length === 0 ? "" : `, ${listed(sales)} among it`;
}

const SALES = [
  ["success-lost", "lost sales"],
  ["success-gained", "gained sales"],
  ["success-captures", "sales with other captures"],
] as const;
