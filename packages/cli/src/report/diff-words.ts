import {
  changesVerdicts,
  counted,
  isHardlyEver,
  listed,
  meaningOfExample,
  PROJECT_FILE,
} from "@responses/dsl/editor";
import type { Acceptance } from "../runs/acceptance.js";
import { type ComparedFile, newIn } from "../runs/compared-file.js";
import type { DiffReport, SideReport } from "../runs/diff-run.js";
import type { FailingExample } from "../runs/failing-examples.js";
import { losesAllSales } from "../runs/mapping-alone.js";
import type { ExampleFix, NewFinding } from "../runs/new-findings.js";
import { partedChanges, reasonFor } from "../runs/parted-changes.js";
import { KNOWN_BY } from "../runs/renamed-mappings.js";
import { standingOf } from "../runs/standing.js";

/** The file as it is called now; one that is gone as it was called. */
export function nameOf({ before, after }: ComparedFile): string {
  return after ?? before ?? "";
}

/** That a project file leaves a mapping out that is there, as a sentence without its end; null where none does. */
export function leftOutNote({ leftOut }: Pick<ComparedFile, "leftOut">): string | null {
  switch (leftOut) {
    case null:
      return null;
    case "after":
      return `left out now by ${PROJECT_FILE}, so check and test read it no more; compared all the same`;
    case "before":
      return `left out before by ${PROJECT_FILE}, and not any more`;
  }
}

/** A side as a person is told of it: a revision with the beginning of its commit's name. */
export function sideInWords({ name, commit }: SideReport): string {
  if (commit === null) return name;
  return commit.startsWith(name) ? commit.slice(0, 10) : `${name} (${commit.slice(0, 10)})`;
}

/** The files that something is to be said of: where money changes hands first, then other changes, then the rest. */
export function worthTelling({ files, acceptance }: DiffReport): readonly ComparedFile[] {
  return files
    .filter(
      (file) =>
        file.renamedBy !== null ||
        file.leftOut !== null ||
        standingOf(file, acceptance) !== "same" ||
        hasGotWorse(file),
    )
    .toSorted((a, b) => weightOf(a, acceptance) - weightOf(b, acceptance));
}

function hasGotWorse(file: ComparedFile): boolean {
  const { failing, newFindings } = newIn(file);
  return failing.length > 0 || newFindings.length > 0;
}

/** Whether somebody has accepted something of a file. */
export function isPartlyAccepted(file: ComparedFile, acceptance: Acceptance | null): boolean {
  if (reasonFor(acceptance, file) !== null) return true;
  return file.kind === "compared" && partedChanges(file, acceptance).accepted.comparison.changes.length > 0;
}

/** How many mappings are gone, with all their sales: those that somebody has accepted so, or the others. */
export function countOfLost({ files, acceptance }: DiffReport, standing: "differs" | "accepted"): number {
  return files.filter((file) => losesAllSales(file) && standingOf(file, acceptance) === standing).length;
}

/** How many errors and warnings there are that were not there before; examples that fail are told apart. */
export function newFindingsInWords(found: readonly Pick<NewFinding, "severity">[]): string {
  const countOf = (severity: string): number => found.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [countOf("error"), countOf("warning")];
  const which = listed([
    ...(errors === 0 ? [] : [counted(errors, "error")]),
    ...(warnings === 0 ? [] : [counted(warnings, "warning")]),
  ]);
  // An outcome is called error as well.
  return `${counted(found.length, "new finding")} of the check (${which})`;
}

/** Which examples a fix is for, in words. */
export function fixedInWords({ lines }: ExampleFix): string {
  return lines.length === 1
    ? `to mend the example that fails in line ${lines[0]}`
    : `to mend the examples that fail in lines ${listed(lines.map(String))}`;
}

/** How many examples fail now, and of how many; that they failed before is no news. */
export function failingInWords(failing: readonly FailingExample[], examples: number): string {
  const before = failing.filter(({ failedBefore }) => failedBefore).length;
  const fails = failing.length === 1 ? "fails" : "fail";
  const of = `${failing.length} of ${counted(examples, "example")}`;
  if (before === failing.length) return `${of} ${fails}, as before`;
  return `${of} now ${fails}${before === 0 ? "" : `, ${before} of them as before`}`;
}

function weightOf(file: ComparedFile, acceptance: Acceptance | null): number {
  if (standingOf(file, acceptance) === "accepted") return 6;
  if (losesAllSales(file)) return 0;
  switch (file.kind) {
    case "compared": {
      const { open } = partedChanges(file, acceptance);
      if (open.comparison.changes.some((change) => change.money !== "none" && !isHardlyEver(change)))
        return 0;
      if (open.examples.changes.some((change) => meaningOfExample(change) !== null)) return 0;
      if (changesVerdicts(open)) return 1;
      if (open.comparison.undecided.length > 0) return 2;
      return hasGotWorse(file) ? 3 : 7;
    }
    case "refused":
    case "unreadable":
      return 4;
    case "added":
    case "removed":
      return hasGotWorse(file) ? 3 : 5;
  }
}

/**
 * From what a mapping was renamed, and why that is believed where it is not plain; null for one that was not.
 *
 * @param written makes a path harmless
 */
export function renamedInWords(
  { before, renamedBy }: ComparedFile,
  written: (path: string) => string,
): string | null {
  if (before === null || renamedBy === null) return null;
  const why = KNOWN_BY[renamedBy];
  return `renamed from ${written(before)}${why === null ? "" : `, ${why}`}`;
}
