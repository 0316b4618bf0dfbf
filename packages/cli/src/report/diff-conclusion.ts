import type { MoneyChange } from "@responses/dsl";
import { counted, DIFFERS, listed, SAME_FOR_ALL, UNDECIDED } from "@responses/dsl/editor";
import type { Acceptance } from "../runs/acceptance.js";
import { type ComparedFile, newIn } from "../runs/compared-file.js";
import type { DiffReport } from "../runs/diff-run.js";
import { partedChanges } from "../runs/parted-changes.js";
import { standingOf } from "../runs/standing.js";
import { EXIT } from "../terminal/exit-codes.js";
import { type Conclusion, conclude, concludeEmpty } from "./conclusion.js";
import { countOfLost, isPartlyAccepted, sideInWords } from "./diff-words.js";
import { leftOutInWords } from "./left-out.js";
import { whyUnusable } from "./why-unusable.js";

/**
 * How a comparison ends: what failed counts more than what was accepted and does not occur, that more than what differs, which is for
 * people to judge, and that more than what was not decided.
 */
export function concludeDiff(report: DiffReport, allowEmpty: boolean | undefined): Conclusion {
  const { before, after, files, problems, acceptance } = report;
  const came = files.map((file) => cameTo(file, acceptance));
  const countOf = (wanted: CameTo): number => came.filter((one) => one === wanted).length;
  const done = `compared ${counted(files.length, "mapping")} of ${sideInWords(before)} with ${sideInWords(after)}${countsInWords(files, came)}${leftOutInWords(report.leftOut)}`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems));
  if (countOf("with errors") > 0)
    return conclude(done, EXIT.unusable, "a mapping with errors gives no verdicts");
  if (files.length === 0) return concludeEmpty("no mapping file", allowEmpty, leftOutInWords(report.leftOut));
  const sales = acceptedSales(report);
  const besides = sales === null ? "" : `; besides, ${sales} are accepted`;
  const differs = (why: string): Conclusion => conclude(done, EXIT.problems, `${why}${besides}`);
  const expired = acceptance?.expired.length ?? 0;
  if (expired > 0)
    return conclude(
      done,
      EXIT.expired,
      `${counted(expired, "accepted difference")} ${expired === 1 ? "is" : "are"} not what this change does any more${besides}`,
    );
  if (countOf("with other verdicts") > 0) return differs(DIFFERS);
  if (countOfLost(report, "differs") > 0)
    return differs("mappings were removed, and all their sales are lost");
  if (countOf("added") + countOf("removed") > 0) return differs("mappings were added or removed");
  if (countOf("left out now") > 0) return differs("mappings are left out now");
  const among = sales === null ? "" : `, ${sales} among it`;
  if (countOf("not decided") > 0) {
    const isAccepted = files.some((file) => isPartlyAccepted(file, acceptance));
    return conclude(
      done,
      EXIT.undecided,
      isAccepted ? `besides what is accepted${among}, ${UNDECIDED}` : UNDECIDED,
    );
  }
  if (countOf("accepted") > 0) return conclude(done, EXIT.fine, `all that differs is accepted${among}`);
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

/** The one thing that a mapping counts as, the gravest first. */
const CAME_TO = [
  "with other verdicts",
  "added",
  "removed",
  "left out now",
  "not decided",
  "with errors",
  "not read",
  "accepted",
  "the same",
] as const;

type CameTo = (typeof CAME_TO)[number];

function cameTo(file: ComparedFile, acceptance: Acceptance | null): CameTo {
  const standing = standingOf(file, acceptance);
  switch (standing) {
    case "accepted":
      return "accepted";
    case "same":
      return "the same";
    case "undecided":
      return "not decided";
    case "failed":
      return file.kind === "refused" ? "with errors" : "not read";
    case "differs":
      if (file.kind === "added" || file.kind === "removed") return file.kind;
      return hasOpenChanges(file, acceptance) ? "with other verdicts" : "left out now";
  }
}

function hasOpenChanges(file: ComparedFile, acceptance: Acceptance | null): boolean {
  return file.kind === "compared" && partedChanges(file, acceptance).open.comparison.changes.length > 0;
}

/** How many mappings came to what, each counted once, and what else is to be said of some of them. */
function countsInWords(files: readonly ComparedFile[], came: readonly CameTo[]): string {
  const count = (number: number, what: string): readonly string[] =>
    number === 0 ? [] : [`${number} ${what}`];
  const counts = CAME_TO.flatMap((what) => count(came.filter((one) => one === what).length, what));
  const more = BESIDES.flatMap(({ what, saidBy, holds }) =>
    count(files.filter((file, place) => holds(file) && came[place] !== saidBy).length, what),
  );
  if (counts.length === 0) return "";
  return `: ${listed(counts)}${more.length === 0 ? "" : `, of them ${listed(more)}`}`;
}

/** What can hold of a mapping besides what it came to. */
interface Besides {
  readonly what: string;
  /** What a mapping came to of which this goes without saying. */
  readonly saidBy?: CameTo;
  readonly holds: (file: ComparedFile) => boolean;
}

const BESIDES: readonly Besides[] = [
  { what: "renamed", holds: ({ renamedBy }) => renamedBy !== null },
  { what: "left out now", saidBy: "left out now", holds: ({ leftOut }) => leftOut === "after" },
  { what: "left out before", holds: ({ leftOut }) => leftOut === "before" },
  {
    what: "not decided in part",
    saidBy: "not decided",
    holds: (file) => file.kind === "compared" && file.comparison.undecided.length > 0,
  },
  { what: "with examples that fail", holds: (file) => newIn(file).failing.length > 0 },
];

/** Which sales are among what is accepted, since nobody is to find them out by reading on; null for none. */
function acceptedSales(report: DiffReport): string | null {
  const { files, acceptance } = report;
  const accepted = files.flatMap((file) =>
    file.kind === "compared" ? partedChanges(file, acceptance).accepted.comparison.changes : [],
  );
  const found = new Set<MoneyChange>(accepted.map(({ money }) => money));
  if (countOfLost(report, "accepted") > 0) found.add("success-lost");
  const sales = SALES.flatMap(([money, what]) => (found.has(money) ? [what] : []));
  return sales.length === 0 ? null : listed(sales);
}

const SALES = [
  ["success-lost", "lost sales"],
  ["success-gained", "gained sales"],
  ["success-captures", "sales with other captures"],
] as const;
