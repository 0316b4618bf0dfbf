import { type Finding, type Gaps, gaps, type SourceText, type Tree } from "@responses/dsl";
import { AnalysedTogether, located } from "@responses/dsl/editor";
import type { FoundBaseline } from "@responses/node-host";
import {
  CollectedFindings,
  partByBaseline,
  type ReportedFinding,
  sourcesOf,
  treesOf,
} from "@responses/reporting";
import { isProblem, type Problem } from "../terminal/usage-error.js";
import {
  BaselineRun,
  type CheckedFindings,
  type StaleEntry,
  type WrittenBaseline,
  type WrittenBaselines,
} from "./baseline-run.js";
import { type FixedFile, fixFiles } from "./fixed-files.js";
import { distinctProblems, eachPath, type Inputs, type Narrowing } from "./inputs.js";
import { type MappingOverlaps, overlapsOf } from "./overlap-run.js";
import type { SuggestionChoice } from "./suggestions.js";
import { type UndecidedRule, undecidedRules } from "./undecided-rules.js";

export interface CheckReport {
  readonly narrowing: Narrowing | null;
  /** What project files leave out of what was named. */
  readonly leftOut: readonly string[];
  /** The mapping files that were read, as messages call them. */
  readonly paths: readonly string[];
  /** What is in them. */
  readonly rules: number;
  readonly examples: number;
  /** The mappings that have no rule, their own or an included one. */
  readonly withoutRules: readonly string[];
  /** Those that count. */
  readonly findings: readonly ReportedFinding[];
  /** What comments silence, each with its reason. */
  readonly silenced: readonly SilencedReport[];
  /** What the baselines say of it; null where none holds for any file. */
  readonly baseline: BaselineReport | null;
  /** For each mapping what it leaves unmapped; null where that was not asked. */
  readonly gaps: readonly MappingGaps[] | null;
  /** For each mapping the pairs of rules that hold for one response; null where that was not asked. */
  readonly overlaps: readonly MappingOverlaps[] | null;
  /** The questions about rules that have no answer; null where that was not asked. */
  readonly undecided: readonly UndecidedRule[] | null;
  /** How many there are, asked or not. */
  readonly undecidedRules: number;
  /** What fixes made of files; null where that was not asked. */
  readonly fixed: readonly FixedFile[] | null;
  /** Why files could not be read or written. */
  readonly problems: readonly Problem[];
  readonly sourceOf: (path: string) => SourceText;
  readonly treeOf: (path: string) => Tree;
}

/** A finding that a comment silences. */
export interface SilencedReport {
  readonly reported: ReportedFinding;
  readonly reason: string;
}

/** A run as far as baselines are concerned. */
export interface BaselineReport {
  /** The findings that are in one. */
  readonly findings: readonly ReportedFinding[];
  readonly stale: readonly StaleEntry[];
  /** Null where none was to be written, or could be. */
  readonly written: readonly WrittenBaseline[] | null;
}

/** What one mapping leaves unmapped. */
export interface MappingGaps extends Gaps {
  /** The mapping's file. */
  readonly file: string;
}

/** What is done beside checking. */
export interface CheckTasks {
  /** Makes the automatic fixes first. */
  readonly fix: boolean;
  /** And before these such suggestions; null for none. */
  readonly suggestions: SuggestionChoice | null;
  /** Looks for what the mappings leave unmapped. */
  readonly gaps: boolean;
  /** Looks for all pairs of rules of different verdicts that hold for one response. */
  readonly overlaps: boolean;
  /** Tells which questions about rules have no answer. */
  readonly undecided: boolean;
  /** Whether the baselines are written anew, and whether with what is not in them. */
  readonly writeBaseline: "no" | "without-new" | "with-new";
}

/** Checks all mapping files of a run. */
export function runCheck(inputs: Inputs, tasks: CheckTasks): CheckReport {
  const { files, projects } = inputs;
  // What could not be found is told by the check that follows.
  const findable = { ...inputs, found: { ...inputs.found, problems: [] } };
  const mended = tasks.fix ? fixFiles(findable, tasks.suggestions, "files") : null;
  const collected = new CollectedFindings(projects);
  const silenced = new CollectedFindings(projects);
  const reasons = new Map<Finding, string>();
  const paths: string[] = [];
  const decided: string[] = [];
  const withoutRules: string[] = [];
  let rules = 0;
  let examples = 0;
  const foundGaps: MappingGaps[] = [];
  const overlaps: MappingOverlaps[] = [];
  const undecided: UndecidedRule[] = [];
  const together = new AnalysedTogether();
  const unreadable = eachPath(inputs, "checking", (path) => {
    const { linked, file } = files.load(path);
    const analysis = together.analyse(linked);
    collected.add(analysis.findings);
    silenced.add(analysis.silenced.map(({ finding }) => finding));
    for (const { finding, reason } of analysis.silenced) reasons.set(finding, reason);
    if (tasks.gaps && linked.kind === "mapping") foundGaps.push({ file: file.path, ...gaps(linked.mapping) });
    if (tasks.overlaps && linked.kind === "mapping") overlaps.push(overlapsOf(linked.mapping));
    for (const rule of undecidedRules(analysis)) undecided.push(rule);
    paths.push(file.path);
    if (linked.kind === "mapping") decided.push(file.path);
    if (linked.kind === "mapping" && linked.mapping.rules.length === 0) withoutRules.push(file.path);
    rules += located(file, "rule").length;
    examples += located(file, "example").length;
  });
  const found = { decided, findings: collected.inOrder(), treeOf: treesOf(files) };
  const read = distinctProblems([...(mended?.problems ?? []), ...unreadable]);
  const { findings, baseline, problems } = withBaselines(inputs, found, read, tasks);
  return {
    narrowing: inputs.narrowing,
    leftOut: inputs.found.ignored,
    paths,
    rules,
    examples,
    withoutRules,
    findings,
    silenced: silenced
      .inOrder()
      .map((reported) => ({ reported, reason: reasons.get(reported.finding) ?? "" })),
    baseline,
    gaps: tasks.gaps ? foundGaps : null,
    overlaps: tasks.overlaps ? overlaps : null,
    undecided: tasks.undecided ? undecided : null,
    undecidedRules: undecided.length,
    fixed: mended?.files ?? null,
    problems,
    sourceOf: sourcesOf(files),
    treeOf: treesOf(files),
  };
}

/** Takes out what is in a baseline; where one cannot be used, nothing is. */
function withBaselines(
  inputs: Inputs,
  found: CheckedFindings,
  read: readonly Problem[],
  { writeBaseline }: CheckTasks,
): Pick<CheckReport, "findings" | "baseline" | "problems"> {
  const { projects } = inputs;
  try {
    const run = new BaselineRun(inputs, found);
    // What could not be read may have findings that are in it. Where no file is left, only what is gone can be taken out.
    const hasWork = inputs.found.paths.length > 0 || run.stale.length > 0;
    const isWritten = writeBaseline !== "no" && read.length === 0 && hasWork;
    const { written, byPlace } = isWritten ? run.write(writeBaseline === "with-new") : NOTHING_WRITTEN;
    const baselineOf = (path: string): FoundBaseline | null => {
      const before = projects.baselineOf(path);
      return before === null ? null : (byPlace.get(before.place) ?? before);
    };
    const { reported, baselined } = partByBaseline(found.findings, { baselineOf }, found.treeOf);
    const stale = isWritten ? [] : run.stale;
    return {
      findings: reported,
      baseline: run.hasAny ? { findings: baselined, stale, written: isWritten ? written : null } : null,
      problems: read,
    };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { findings: found.findings, baseline: null, problems: distinctProblems([...read, error]) };
  }
}

const NOTHING_WRITTEN: WrittenBaselines = { written: [], byPlace: new Map() };
