import { counted, listed } from "@responses/dsl/editor";
import { countSeverity, type ReportedFinding } from "@responses/reporting";
import type { BaselineReport, CheckReport, MappingGaps } from "../runs/check-run.js";
import type { FormatReport, FormatTarget } from "../runs/format-run.js";
import type { MatchReport } from "../runs/match-run.js";
import type { NdjsonReport } from "../runs/ndjson-run.js";
import type { OutputReport } from "../runs/output-run.js";
import type { PlanReport } from "../runs/plan-run.js";
import type { SuggestionChoice } from "../runs/suggestions.js";
import type { TestReport } from "../runs/test-run.js";
import { EXIT, EXIT_OF_OUTCOME, type ExitCode } from "../terminal/exit-codes.js";
import { fixedInWords, hasOpenChoice, noSuchSuggestion, OPEN_CHOICE } from "./fixes-text.js";
import { absentInWords } from "./left-out.js";
import { whyUnusable } from "./why-unusable.js";

/**
 * How a run ends: its exit code, and the last line, which says what was done and why the code is what it is. The line may hold
 * names of files as they are.
 */
export interface Conclusion {
  readonly exitCode: ExitCode;
  /** What was done, and what came of it. */
  readonly done: string;
  readonly line: string;
  /** Why the exit code is what it is, as the line says it; without names of files. */
  readonly why: string;
}

/** Puts the last line together from what was done, what came of it, and why the exit code is what it is. */
export function conclude(done: string, exitCode: ExitCode, why: string): Conclusion {
  return { exitCode, done, line: `${done}; exit code ${exitCode}: ${why}`, why };
}

/** Whether a run came to nothing and none of the things that failed in it says why, so that a report has to. */
export function isUnexplained({ exitCode }: Conclusion, failures: number): boolean {
  return exitCode === EXIT.unusable && failures === 0;
}

export interface CheckLimits {
  readonly maxWarnings?: number | undefined;
  readonly suggestions?: SuggestionChoice | null;
  /** Whether the run has told already which questions about rules have no answer. */
  readonly verbose?: boolean | undefined;
  readonly allowEmpty?: boolean | undefined;
}

export function concludeCheck(report: CheckReport, limits: CheckLimits): Conclusion {
  const { paths, rules, examples, findings, baseline, gaps, undecidedRules, fixed, problems } = report;
  const files = paths.length;
  const errors = countSeverity(findings, "error");
  const warnings = countSeverity(findings, "warning");
  const hints = countSeverity(findings, "hint");
  const found = [counted(errors, "error"), counted(warnings, "warning"), counted(hints, "hint")];
  const told = found.filter((text) => !text.startsWith("0 "));
  const read = `${fixed === null ? "" : fixedInWords(fixed, "made")}checked ${filesOf(report, files)} (${counted(rules, "rule")}, ${counted(examples, "example")})`;
  const known = baseline === null ? "" : baselineInWords(baseline);
  const undecided =
    undecidedRules === 0
      ? ""
      : `; ${counted(undecidedRules, "question")} about rules not decided${limits.verbose === true ? "" : " (--verbose says which)"}`;
  const done = `${read}, found ${told.length === 0 ? "nothing" : listed(told)}${known}${gaps === null ? "" : `; ${gapsInWords(gaps)}`}${undecided}${absentInWords(report)}`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems));
  const missing = noSuchSuggestion(fixed ?? [], limits.suggestions ?? null);
  if (missing !== null) return conclude(done, EXIT.unusable, missing);
  if (hasOpenChoice(fixed ?? [])) return conclude(done, EXIT.problems, OPEN_CHOICE);
  if (errors > 0) return conclude(done, EXIT.problems, "errors must be fixed");
  const { maxWarnings } = limits;
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    return conclude(
      done,
      EXIT.problems,
      `more than the ${counted(maxWarnings, "warning")} that --max-warnings allows`,
    );
  }
  if (baseline !== null && baseline.stale.length > 0)
    return conclude(
      done,
      EXIT.problems,
      "the baseline lists findings that no longer occur; --write-baseline removes them",
    );
  if (isUntouched(report, files)) return conclude(done, EXIT.fine, untouched(report));
  const takenOut = (baseline?.written ?? []).reduce((sum, { removed }) => sum + removed, 0);
  if (files === 0 && takenOut > 0)
    return conclude(done, EXIT.fine, "the baseline lists no file any more that is gone");
  if (files === 0) return concludeEmpty("no mapping file", limits.allowEmpty, absentInWords(report));
  const isAllWell = told.length === 0 && (baseline?.findings.length ?? 0) === 0;
  return conclude(
    done,
    EXIT.fine,
    isAllWell && report.withoutRules.length === files
      ? "nothing is wrong, but there are no rules"
      : isAllWell
        ? "all is well"
        : told.length === 0
          ? "nothing new"
          : "no errors",
  );
}

function baselineInWords({ findings, stale }: BaselineReport): string {
  const count = findings.length;
  const accepted =
    count === 0 ? "" : `; ${counted(count, "finding")} ${count === 1 ? "is" : "are"} in the baseline`;
  return stale.length === 0
    ? accepted
    : `${accepted}; ${counted(stale.length, "entry", "entries")} of the baseline stale`;
}

/** How many files were worked at, and of a run that was narrowed, out of how many and why. */
function filesOf({ narrowing }: Pick<CheckReport, "narrowing">, count: number): string {
  if (narrowing === null) return counted(count, "file");
  const { among, since } = narrowing;
  return `${count} of ${counted(among, "file")}, what changed since ${since.name} (${since.commit.slice(0, 10)})`;
}

/** Whether there are mapping files, and the change has nothing to do with any: unlike a run without files that is no mistake. */
function isUntouched({ narrowing }: Pick<CheckReport, "narrowing">, count: number): boolean {
  return count === 0 && narrowing !== null && narrowing.among > 0;
}

function untouched({ narrowing }: Pick<CheckReport, "narrowing">): string {
  return narrowing === null || narrowing.deleted.length === 0
    ? "no mapping file depends on what has changed"
    : "no mapping file that is left depends on what has changed";
}

/** A run that did not go through all fields does not end as one that found none. */
function gapsInWords(all: readonly MappingGaps[]): string {
  const number = all.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const left = all.reduce((sum, own) => sum + own.left, 0);
  const found = number === 0 ? "no gap" : counted(number, "gap");
  return left === 0 ? found : `${found} in what was gone through, ${counted(left, "field")} left out`;
}

export interface TestLimits {
  readonly allowEmpty?: boolean | undefined;
  /** Whether a rule that no example decides is a failure. */
  readonly strictCoverage: boolean;
  /** The percentage of the rules that can decide which examples must decide; null for any. */
  readonly leastCovered: number | null;
}

export function concludeTest(
  report: TestReport,
  { allowEmpty, strictCoverage, leastCovered }: TestLimits,
): Conclusion {
  const { files, examples, failed, errors, problems } = report;
  const counts = failed === 0 ? "all passed" : `${failed} failed${howManyNotRun(report)}`;
  const outcome = examples === 0 ? "no examples" : `${counted(examples, "example")}, ${counts}`;
  const withErrors = errors.length === 0 ? "" : `, and ${counted(errors.length, "error")} in the files`;
  const done = `tested ${filesOf(report, files.length)}: ${outcome}${withErrors}${absentInWords(report)}`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems));
  if (failed > notRun(report)) return conclude(done, EXIT.problems, "an example that fails is an error");
  if (errors.length > 0) return conclude(done, EXIT.problems, "errors must be fixed");
  const uncovered = files.reduce((sum, { undecided }) => sum + undecided.length, 0);
  if (strictCoverage && uncovered > 0)
    return conclude(
      done,
      EXIT.problems,
      `no example decides ${counted(uncovered, "rule")}, and --strict-coverage asks for one for each`,
    );
  const deciding = files.reduce((sum, { rules, unreachable }) => sum + rules - unreachable.length, 0);
  if (leastCovered !== null && (deciding - uncovered) * 100 < leastCovered * deciding)
    return conclude(
      done,
      EXIT.problems,
      `examples decide ${deciding - uncovered} of ${counted(deciding, "rule")} (${wholePercent(deciding - uncovered, deciding)} %), and --fail-under-rules asks for ${leastCovered} %`,
    );
  if (isUntouched(report, files.length)) return conclude(done, EXIT.fine, untouched(report));
  if (examples === 0)
    return concludeEmpty(
      files.length === 0
        ? "no mapping file"
        : `${files.every(({ rules }) => rules === 0) ? "no rule and no example" : "no example"} in ${counted(files.length, "file")}`,
      allowEmpty,
      absentInWords(report),
    );
  return conclude(done, EXIT.fine, "all is well");
}

/** Rounded down, so that what falls short never reads as enough. */
function wholePercent(part: number, whole: number): number {
  return Math.floor((part * 100) / whole);
}

/** The examples of refused mappings: they count as failed. */
function notRun({ files }: TestReport): number {
  return files.reduce((sum, file) => sum + (file.isRefused ? file.examples.length : 0), 0);
}

function howManyNotRun(report: TestReport): string {
  const count = notRun(report);
  if (count === 0) return "";
  return count === report.failed ? " (not run)" : ` (${count} of them not run)`;
}

/** How a run ends that turns mapping files into others; `done` is what that is called, as `compiled`. */
export function concludeOutputs(
  report: OutputReport,
  done: string,
  allowEmpty: boolean | undefined,
): Conclusion {
  const { files, ofAll, leftovers, areLeftoversRemoved, refused, errors, refusals, problems, check } = report;
  const rules = files.reduce((sum, file) => sum + file.rules, 0);
  const unchanged = check ? 0 : files.filter(({ written }) => !written).length;
  const failing = files.filter(({ failedExamples }) => failedExamples > 0).length;
  const stale = files.reduce(
    (sum, file) => sum + file.stale.length,
    ofAll.reduce((sum, outputs) => sum + outputs.stale.length, 0) + (check ? leftovers.length : 0),
  );
  const told = [
    ...(unchanged > 0 ? [`, ${unchanged} unchanged`] : []),
    ...(failing > 0 ? [`, ${failing} with failing examples`] : []),
    ...(!check && leftovers.length > 0
      ? [`, ${areLeftoversRemoved ? "removed" : "left"} ${counted(leftovers.length, "output")}`]
      : []),
    ...(check ? [`, found ${stale === 0 ? "nothing" : counted(stale, "output")} stale`] : []),
  ];
  const made = `${check ? "compared" : done} ${counted(files.length, "file")} (${counted(rules, "rule")})${told.join("")}`;
  const all =
    refused === 0
      ? made
      : `${made}, refused ${refused} with ${counted(errors.length + refusals.length, "error")}`;
  if (problems.length > 0) return conclude(all, EXIT.unusable, whyUnusable(problems));
  if (refused > 0)
    return conclude(all, EXIT.problems, check ? MUST_BE_FIXED : `${MUST_BE_FIXED}; ${AS_THEY_WERE}`);
  if (stale > 0)
    return conclude(
      all,
      EXIT.problems,
      leftovers.length === 0
        ? "run it again without --check, and commit what it writes"
        : "run it again with --clean and without --check, and commit what it writes and removes",
    );
  if (files.length === 0 && areLeftoversRemoved && leftovers.length > 0)
    return conclude(all, EXIT.fine, "what is left of mappings that are gone was removed");
  if (files.length === 0) return concludeEmpty("no mapping file", allowEmpty);
  if (failing > 0)
    return conclude(all, EXIT.fine, "nothing was refused, but examples fail; responses test tells which");
  return conclude(all, EXIT.fine, "all is well");
}

const MUST_BE_FIXED = "errors must be fixed";

const AS_THEY_WERE = "outputs of refused files, and any index, are left as they were";

export function concludePlan(report: PlanReport, allowEmpty: boolean | undefined): Conclusion {
  const { files, refused, errors, problems } = report;
  const rules = files.reduce((sum, { execution }) => sum + execution.rules, 0);
  const planned = `planned ${counted(files.length, "file")} (${counted(rules, "rule")}), wrote nothing`;
  const done =
    refused === 0 ? planned : `${planned}, refused ${refused} with ${counted(errors.length, "error")}`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems));
  if (refused > 0) return conclude(done, EXIT.problems, "errors must be fixed");
  if (files.length === 0) return concludeEmpty("no mapping file", allowEmpty);
  return conclude(done, EXIT.fine, "all is well");
}

export function concludeFormat(
  report: FormatReport,
  target: FormatTarget,
  allowEmpty: boolean | undefined,
): Conclusion {
  const { files, changed, unread, problems } = report;
  const statements = unread.reduce((sum, file) => sum + file.statements, 0);
  const read = `read ${counted(files, "file")}`;
  const laidOut =
    target === "nowhere" ? `${read}, ${changed.length} would change` : `${read}, formatted ${changed.length}`;
  const left =
    statements === 0
      ? `text of ${counted(unread.length, "file")} that cannot be read as it is`
      : `${counted(statements, "statement")} that cannot be read as ${statements === 1 ? "it is" : "they are"}`;
  const done = unread.length === 0 ? laidOut : `${laidOut}, left ${left}`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems));
  if (files === 0) return concludeEmpty("no mapping file", allowEmpty);
  if (unread.length > 0)
    return conclude(
      done,
      EXIT.problems,
      `responses check tells what is wrong with ${statements === 0 ? "it" : "them"}`,
    );
  if (target === "nowhere" && changed.length > 0)
    return conclude(done, EXIT.problems, "responses fmt formats them");
  return conclude(done, EXIT.fine, "all is well");
}

/** `responses match` with a mapping that can't be run. */
export function concludeRefused(mappingPath: string, errors: readonly ReportedFinding[]): Conclusion {
  const done = `read ${mappingPath}: ${counted(errors.length, "error")}`;
  return conclude(done, EXIT.unusable, "a mapping with errors gives no verdicts");
}

/** @param byVerdict whether the exit code is to tell the verdict */
export function concludeMatch(
  report: MatchReport,
  mapping: { readonly path: string; readonly rules: number },
  byVerdict: boolean,
): Conclusion {
  const done = `read ${mapping.path} (${counted(mapping.rules, "rule")}) and ${whatWasRead(report)}`;
  const { outcome } = report.verdict;
  return byVerdict
    ? conclude(done, EXIT_OF_OUTCOME[outcome], `it stands for ${outcome}`)
    : conclude(done, EXIT.fine, "a verdict was given");
}

function whatWasRead({ source, input, response, charset }: MatchReport): string {
  const read = input === null ? "" : `${input.name} (${counted(input.bytes.length, "byte")})`;
  switch (source.kind) {
    case "status":
      return `the status ${source.status}, without a body`;
    case "body":
      return `${read} ${source.status === null ? "without a status" : `with the status ${source.status}`}`;
    case "http":
      return `${read}, an answer with the status ${response.status}${charset === "utf-8" ? "" : `, in ${charset}`}`;
  }
}

/** A run that took no longer says nothing of its speed. */
const SLOW_MILLISECONDS = 1000;

export function concludeNdjson(report: NdjsonReport, allowEmpty: boolean | undefined): Conclusion {
  const { tally, inputName, errorsPath } = report;
  const { lines, bad, verdicts, unread, withoutBody, oddStatus } = tally;
  const given = Object.entries(verdicts).filter(([, count]) => count > 0);
  const counts = given.map(([outcome, count]) => `${count.toLocaleString("en")} ${outcome}`);
  const outcomes = counts.length === 0 ? "no verdict" : listed(counts);
  const badLines = bad === 0 ? "" : `, ${bad.toLocaleString("en")} bad`;
  const read = `read ${lines.toLocaleString("en")} line${lines === 1 ? "" : "s"} of ${inputName}${speedOf(report)}`;
  const done = `${read}: ${outcomes}${badLines}`;
  if (bad === 0 && counts.length === 0) return concludeEmpty(`no response in ${inputName}`, allowEmpty);
  const responses = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  if (bad === 0 && unread === responses) return concludeUnread(done, allowEmpty);
  const odd = Math.max(withoutBody?.lines ?? 0, oddStatus?.lines ?? 0);
  if (bad === 0)
    return conclude(
      done,
      EXIT.fine,
      odd === 0
        ? "all is well"
        : `${odd.toLocaleString("en")} of them ${odd === 1 ? "was" : "were"} not read in full, as the notes say`,
    );
  const where = errorsPath === null ? "" : `, see ${errorsPath}`;
  return conclude(done, EXIT.problems, `bad lines were left out${where}`);
}

/** Lines of which neither a status nor a body was read: their verdicts say nothing. */
function concludeUnread(done: string, allowEmpty: boolean | undefined): Conclusion {
  return allowEmpty === true
    ? conclude(done, EXIT.fine, "no line has a status or a body; --allow-empty accepts that")
    : conclude(
        done,
        EXIT.unusable,
        "no line has a status or a body; --status-name and --body-name say what they are called (--allow-empty accepts lines without)",
      );
}

function speedOf({ tally, milliseconds }: NdjsonReport): string {
  if (milliseconds < SLOW_MILLISECONDS) return "";
  const perSecond = tally.bytes / 1000 / milliseconds;
  return ` (${(tally.bytes / 1e6).toFixed(1)} MB, ${perSecond.toFixed(perSecond < 10 ? 1 : 0)} MB/s)`;
}

/** The end of a run that had nothing to do; `missing` says what was not there, `absent` what else was not looked at. */
export function concludeEmpty(missing: string, allowEmpty: boolean | undefined, absent = ""): Conclusion {
  const done = `found ${missing}${absent}`;
  return allowEmpty === true
    ? conclude(done, EXIT.fine, "--allow-empty accepts that")
    : conclude(done, EXIT.unusable, "there was nothing to do (--allow-empty accepts that)");
}
