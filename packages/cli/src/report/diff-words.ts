import { changesVerdicts, counted, isHardlyEver, meaningOfExample } from "@responses/dsl/editor";
import type { ComparedFile, DiffReport, SideReport } from "../runs/diff-run.js";
import type { FailingExample } from "../runs/failing-examples.js";

/** The file as it is called now; one that is gone as it was called. */
export function nameOf({ before, after }: ComparedFile): string {
  return after ?? before ?? "";
}

/** A side as a person is told of it: a revision with the beginning of its commit's name. */
export function sideInWords({ name, commit }: SideReport): string {
  if (commit === null) return name;
  return commit.startsWith(name) ? commit.slice(0, 10) : `${name} (${commit.slice(0, 10)})`;
}

/** Whether something of the file is another than it was, or may be. */
export function standingOf(file: ComparedFile): "failed" | "differs" | "undecided" | "same" {
  switch (file.kind) {
    case "refused":
    case "unreadable":
      return "failed";
    case "added":
    case "removed":
      return "differs";
    case "compared":
      if (changesVerdicts(file)) return "differs";
      return file.comparison.undecided.length > 0 ? "undecided" : "same";
  }
}

/** The files that something is to be said of: where money changes hands first, then other changes, then the rest. */
export function worthTelling({ files }: DiffReport): readonly ComparedFile[] {
  return files
    .filter((file) => file.isRenamed || standingOf(file) !== "same" || failingOf(file).length > 0)
    .toSorted((a, b) => weightOf(a) - weightOf(b));
}

/** The examples of a file that fail now. */
export function failingOf(file: ComparedFile): readonly FailingExample[] {
  return file.kind === "compared" ? file.failing : [];
}

/** How many of a mapping's own examples fail now. */
export function failingInWords(failing: number, examples: number): string {
  return `${failing} of ${counted(examples, "example")} now ${failing === 1 ? "fails" : "fail"}`;
}

function weightOf(file: ComparedFile): number {
  switch (file.kind) {
    case "compared":
      if (file.comparison.changes.some((change) => change.money !== "none" && !isHardlyEver(change)))
        return 0;
      if (file.examples.changes.some((change) => meaningOfExample(change) !== null)) return 0;
      if (changesVerdicts(file)) return 1;
      if (file.comparison.undecided.length > 0) return 2;
      return file.failing.length > 0 ? 3 : 6;
    case "refused":
    case "unreadable":
      return 4;
    case "added":
    case "removed":
      return 5;
  }
}
