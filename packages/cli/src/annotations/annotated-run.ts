import type { Severity } from "@responses/dsl";
import { visible } from "@responses/dsl/editor";
import { FileError } from "@responses/node-host";
import { staleEntriesInWords } from "../runs/acceptance-words.js";
import type { CheckReport } from "../runs/check-run.js";
import { noteInWords } from "../runs/diff-notes.js";
import type { DiffReport } from "../runs/diff-run.js";
import { type Standing, standingOf } from "../runs/standing.js";
import type { TestReport } from "../runs/test-run.js";
import type { Problem } from "../terminal/usage-error.js";
import type { Annotation } from "./annotation.js";
import { comparisonAnnotations } from "./comparison-annotations.js";
import { coverageAnnotations } from "./coverage-annotations.js";
import { findingAnnotations } from "./finding-annotations.js";
import { staleAdvice, staleInWords } from "./stale-entries.js";

/** What a run has to say, for formats that other programs read and show in places of files. */
export interface AnnotatedRun {
  readonly command: "check" | "test" | "diff";
  /** Whether it left out mapping files that were named, as those that a change does not touch. */
  readonly isNarrowed: boolean;
  /** The mapping files that were worked at, as the run calls them. */
  readonly files: readonly string[];
  readonly annotations: readonly Annotation[];
  /** What counts no more, since a baseline lists it; null where no baseline holds for any file. */
  readonly baselined: readonly Annotation[] | null;
  /** What somebody has accepted of a comparison, with the reasons: it counts no more, and is to be seen all the same. */
  readonly accepted: readonly Annotation[];
  /** What comments in the files silence; shown nowhere but where readers know that it is. */
  readonly silenced: readonly Annotation[];
  /** What is to be said of a file that nothing is told of at a place of it. */
  readonly otherwise: (file: string) => string;
  /** What failed, and so may hide more. */
  readonly failures: readonly RunFailure[];
  /** What somebody should know who takes the run for more than it is, in sentences. */
  readonly notes: readonly string[];
}

/** Something that could not be read, or compared. */
export interface RunFailure {
  /** In a sentence or a few lines. */
  readonly message: string;
  /** Null where it is about no file. */
  readonly file: string | null;
}

/** `responses check`. */
export function annotatedCheck(report: CheckReport): AnnotatedRun {
  const { narrowing, paths, findings, silenced, baseline, problems, treeOf } = report;
  const stale = baseline?.stale ?? [];
  return {
    command: "check",
    isNarrowed: narrowing !== null,
    files: paths,
    annotations: findingAnnotations(findings, treeOf),
    baselined: baseline === null ? null : findingAnnotations(baseline.findings, treeOf),
    accepted: [],
    silenced: silenced.flatMap(({ reported, reason }) =>
      findingAnnotations([reported], treeOf).map((one) => ({ ...one, reason })),
    ),
    otherwise: () => "no findings",
    failures: [
      ...problems.map(failureOf),
      ...stale.map((entry) => ({
        message: `${staleInWords(entry)}; ${staleAdvice(entry)}`,
        file: entry.baseline,
      })),
    ],
    notes: [],
  };
}

/**
 * `responses test`: the examples that fail, the errors in the files, and what the examples leave out.
 *
 * @param coverage how grave that is; null where nobody asked
 */
export function annotatedTest(report: TestReport, coverage: Severity | null): AnnotatedRun {
  const { narrowing, files, failures, errors, problems, treeOf } = report;
  return {
    command: "test",
    isNarrowed: narrowing !== null,
    files: files.map(({ path }) => path),
    annotations: [
      ...findingAnnotations([...failures, ...errors], treeOf),
      ...(coverage === null ? [] : coverageAnnotations(report, coverage)),
    ],
    baselined: null,
    accepted: [],
    silenced: [],
    otherwise: () => "no example fails",
    failures: problems.map(failureOf),
    notes: [],
  };
}

/** `responses diff`. */
export function annotatedDiff(report: DiffReport): AnnotatedRun {
  const { before, files, notes, problems, acceptance } = report;
  const { expired, merged } =
    acceptance === null ? { expired: [], merged: null } : staleEntriesInWords(acceptance);
  const refusedBefore = before.errors.map(({ finding, message }): RunFailure => {
    const { line } = before.sourceOf(finding.file).positionAt(finding.span.start);
    return { message: `at ${before.name}, ${finding.file}:${line + 1}: ${message}`, file: finding.file };
  });
  const standings = new Map(
    files.map((file) => [file.after ?? file.before ?? "", standingOf(file, acceptance)]),
  );
  const accepted = comparisonAnnotations(report, "accepted");
  return {
    command: "diff",
    isNarrowed: false,
    files: [...standings.keys()],
    annotations: comparisonAnnotations(report, "open"),
    baselined: acceptance === null ? null : accepted,
    accepted,
    silenced: [],
    otherwise: (file) => STANDINGS[standings.get(file) ?? "same"],
    failures: [
      ...problems.map(failureOf),
      ...refusedBefore,
      ...expired.map((message) => ({ message: visible(message), file: acceptance?.path ?? null })),
    ],
    notes: [...notes.map((note) => noteInWords(note, report)), ...(merged === null ? [] : [merged])].map(
      visible,
    ),
  };
}

/** What a file comes to; rules that stand in what it includes are told there. */
const STANDINGS: Readonly<Record<Standing, string>> = {
  same: "no response changes its verdict",
  accepted: "all that differs is accepted",
  differs: "responses get another verdict, which is told where the rules stand",
  undecided: "it is not known whether responses get another verdict",
  failed: "it was not compared",
};

function failureOf(problem: Problem): RunFailure {
  return {
    message: problem.message,
    file: problem instanceof FileError && "path" in problem.fault ? problem.fault.path : null,
  };
}
