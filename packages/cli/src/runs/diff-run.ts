import type { Mapping, SourceText, Tree } from "@responses/dsl";
import { areSameFiles, compareMappings, located, refuses, toldChanges } from "@responses/dsl/editor";
import type { LoadedMapping } from "@responses/node-host";
import { CollectedFindings, type ReportedFinding, sourcesOf, treesOf } from "@responses/reporting";
import { Progress } from "../terminal/progress.js";
import { isProblem, type Problem, UsageError } from "../terminal/usage-error.js";
import { type Acceptance, decideAcceptance, type ToAccept } from "./acceptance.js";
import { type AcceptedEntries, hasEntriesFor } from "./accepted-entries.js";
import type { ComparedFile, FileResult, SideName } from "./compared-file.js";
import { isAbsent, type Pair, pairsOf } from "./compared-pairs.js";
import type { Side, Sides } from "./compared-sides.js";
import { type DiffNote, notesOf } from "./diff-notes.js";
import { distinctProblems } from "./inputs.js";
import { nearNameOf } from "./near-name.js";
import { NOTHING_NEW, newInFile } from "./new-findings.js";
import { partedChanges } from "./parted-changes.js";

/** What a report knows of a side. */
export interface SideReport {
  readonly name: string;
  readonly commit: string | null;
  /** Why mappings of it were refused. */
  readonly errors: readonly ReportedFinding[];
  readonly sourceOf: (path: string) => SourceText;
  readonly treeOf: (path: string) => Tree;
}

export interface DiffReport {
  readonly before: SideReport;
  readonly after: SideReport;
  readonly files: readonly ComparedFile[];
  readonly notes: readonly DiffNote[];
  /** What could not be found or read. */
  readonly problems: readonly Problem[];
  /** Whether it tells as many groups as there are, not only the most important. */
  readonly tellsAll: boolean;
  /** What the newer side's project files leave out, and was not compared. */
  readonly leftOut: readonly string[];
  /** Which differences somebody has accepted; null where nobody can. */
  readonly acceptance: Acceptance | null;
}

export interface DiffOptions {
  /** Whether to tell every group of responses, however many there are. */
  readonly all?: boolean;
  /** What somebody has accepted. */
  readonly accepted?: AcceptedEntries | null;
  /** What of it is to be accepted; null where nothing is. */
  readonly toAccept?: ToAccept | null;
}

/** `responses diff`: which responses get another verdict, file by file. */
export async function runDiff(sides: Sides, options: DiffOptions = {}): Promise<DiffReport> {
  const { all = false, accepted = null, toAccept = null } = options;
  const { before, after } = sides;
  const problems = new Problems();
  const absent = new Set(
    before.found.problems.filter((problem) => isAbsent(before, problem)).map(({ message }) => message),
  );
  // What is named need not be on both sides: that is a file which was added or removed.
  for (const problem of before.found.problems) if (!isAbsent(before, problem)) problems.add(before, problem);
  for (const problem of after.found.problems) {
    if (!isAbsent(after, problem)) problems.add(after, problem);
    else if (absent.has(problem.message)) problems.addOfBoth(problem);
  }
  const errors = {
    before: new CollectedFindings(before.projects),
    after: new CollectedFindings(after.projects),
  };
  // What is accepted, or is to be, can be any of the groups.
  const needsAll = ({ before: old, after: now }: Pick<Pair, "before" | "after">): boolean =>
    toAccept?.kind === "accept" ||
    [old, now].some((path) => path !== null && accepted !== null && hasEntriesFor(accepted, path));
  const pairs = pairsOf(sides);
  const progress = new Progress("comparing", pairs.length);
  const files = pairs.map((pair): ComparedFile => {
    progress.step(pair.after ?? pair.before ?? "");
    return { ...pair, ...compareFiles(pair, sides, errors, problems, all || needsAll(pair)) };
  });
  progress.end();
  const isAccepted =
    toAccept !== null && problems.all.length === 0 && !files.some(({ kind }) => kind === "refused");
  const acceptance =
    accepted === null ? null : decideAcceptance(accepted, files, isAccepted ? toAccept : null);
  return {
    acceptance,
    before: sideReport(before, errors.before),
    after: sideReport(after, errors.after),
    files: all ? files : files.map((file) => (needsAll(file) ? shortened(file, acceptance) : file)),
    leftOut: leftOutOf(after, pairs),
    notes: await notesOf(sides, pairs, accepted),
    problems: problems.all,
    tellsAll: all,
  };
}

/** What was left out and not compared all the same. */
function leftOutOf({ found }: Side, pairs: readonly Pair[]): readonly string[] {
  const compared = new Set(pairs.map(({ after }) => after));
  return found.ignored.filter((path) => !compared.has(path));
}

/** What of a file is told that was compared more thoroughly than somebody asked for: all that is accepted, and of the rest what is always told. */
function shortened(file: ComparedFile, acceptance: Acceptance | null): ComparedFile {
  if (file.kind !== "compared") return file;
  const { open, accepted } = partedChanges(file, acceptance);
  const told = toldChanges(file, open.comparison.changes);
  const kept = new Set([...told.changes, ...accepted.comparison.changes]);
  return {
    ...file,
    comparison: { ...told, changes: file.comparison.changes.filter((one) => kept.has(one)) },
  };
}

/** What could not be found or read, each once; of a revision it is said that it was there. */
class Problems {
  readonly #all: Problem[] = [];

  get all(): readonly Problem[] {
    return distinctProblems(this.#all);
  }

  add({ name, commit }: Side, problem: Problem): void {
    this.#all.push(commit === null ? problem : new UsageError(`at ${name}: ${problem.message}`));
  }

  addOfBoth(problem: Problem): void {
    this.#all.push(problem);
  }

  /** The result of the work; null where it ended with a problem, which is taken down. */
  attempt<Result>(side: Side, work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      if (!isProblem(error)) throw error;
      this.add(side, error);
      return null;
    }
  }
}

function sideReport({ name, commit, files }: Side, errors: CollectedFindings): SideReport {
  return { name, commit, errors: errors.inOrder(), sourceOf: sourcesOf(files), treeOf: treesOf(files) };
}

function compareFiles(
  { before: oldPath, after: newPath }: Pair,
  { before, after }: Sides,
  errors: Readonly<Record<SideName, CollectedFindings>>,
  problems: Problems,
  comparesAll: boolean,
): FileResult {
  const old = oldPath === null ? null : problems.attempt(before, () => before.files.load(oldPath));
  const now = newPath === null ? null : problems.attempt(after, () => after.files.load(newPath));
  if ((old === null && oldPath !== null) || (now === null && newPath !== null)) return { kind: "unreadable" };
  // Nothing comes of a mapping that is gone, be it with errors.
  if (now === null) {
    const mapping = old === null || old.linked.kind === "refused" ? null : old.linked.mapping;
    const nearName = oldPath === null ? null : nearNameOf(oldPath, after.isFile);
    return {
      kind: "removed",
      mapping,
      nearName,
      ...NOTHING_NEW,
      ...(old === null ? NOTHING : countsOf(old)),
    };
  }
  const refused: SideName[] = [];
  const mappingOf = (side: SideName, { linked }: LoadedMapping): Mapping | null => {
    if (linked.kind !== "refused") return linked.mapping;
    refused.push(side);
    errors[side].add(linked.findings.filter(({ name }) => refuses(name)));
    return null;
  };
  const mappingBefore = old === null ? null : mappingOf("before", old);
  const mappingAfter = mappingOf("after", now);
  if (refused.length > 0 || mappingAfter === null) return { kind: "refused", refused };
  const ofNow = { loaded: now, mapping: mappingAfter };
  if (old === null || mappingBefore === null) {
    const isNew = newInFile(null, ofNow, after.projects);
    return { kind: "added", mapping: mappingAfter, nearName: null, ...isNew, ...countsOf(now) };
  }
  const compared = compareMappings(mappingBefore, mappingAfter, { all: comparesAll });
  const isNew = areSameFiles(mappingBefore, mappingAfter)
    ? NOTHING_NEW
    : newInFile({ loaded: old, mapping: mappingBefore }, ofNow, after.projects);
  return { kind: "compared", ...compared, ...isNew };
}

const NOTHING = { rules: 0, examples: 0 };

/** What is in a file itself. */
function countsOf({ file }: LoadedMapping): { readonly rules: number; readonly examples: number } {
  return { rules: located(file, "rule").length, examples: located(file, "example").length };
}
