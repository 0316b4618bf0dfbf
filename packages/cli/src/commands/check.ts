import { type Command, InvalidArgumentError, Option } from "commander";
import { annotatedCheck } from "../annotations/annotated-run.js";
import { baselineNotes } from "../report/baseline-text.js";
import { checkAsJson } from "../report/check-json.js";
import { checkAsText } from "../report/check-text.js";
import { concludeCheck } from "../report/conclusion.js";
import { runCheck } from "../runs/check-run.js";
import type { Inputs } from "../runs/inputs.js";
import { perform } from "../runs/perform.js";
import type { SuggestionChoice } from "../runs/suggestions.js";
import type { Page } from "../terminal/page.js";
import { UsageError } from "../terminal/usage-error.js";
import {
  BASELINE_HELP,
  type BaselineWritingOptions,
  chosenBaseline,
  takeBaselineWriting,
} from "./baseline-options.js";
import { showFixes } from "./check-diff.js";
import { deliverReports, type Report } from "./deliver-reports.js";
import {
  CHANGED_HELP,
  type MappingFileOptions,
  type NarrowingOptions,
  refuseNarrowedStandardInput,
  refuseStandardInput,
  takeMappingFiles,
  takeNarrowing,
} from "./mapping-file-options.js";
import { type ReportTarget, takeReportOptions } from "./report-options.js";
import {
  FORMATS_HELP,
  REPORT_FORMATS,
  type ReportFormat,
  type RunReportOptions,
  reportOfRun,
  takeChecksPage,
} from "./run-report.js";
import { type SuggestionPlace, suggestionPlace } from "./suggestion-place.js";

interface Options extends MappingFileOptions, NarrowingOptions, RunReportOptions, BaselineWritingOptions {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly suggested?: SuggestionPlace;
  readonly choice?: number;
  readonly gaps?: boolean;
  readonly allOverlaps?: boolean;
  readonly verbose?: boolean;
  readonly maxWarnings?: number;
  readonly watch?: boolean;
}

const HELP = `
Examples:
  responses check                           all mapping files here and below
  responses check buyers 'more/**/*.responses'
  responses check --fix acme.responses      make the fixes that are certain
  responses check --fix --diff | git apply  the same, once you have read it
  responses check --fix --suggested keyword-inside-word:12 acme.responses
                                            what is suggested for line 12
  responses check --max-warnings 0          fail on warnings, too
  responses check --gaps acme.responses     say also which responses it leaves unmapped
  responses check --all-overlaps acme.responses
                                            list all rules of different verdicts that hold for one response
  cat acme.responses | responses check - --stdin-filename buyers/acme.responses
  responses check --since origin/main       only what a pull request touches
  responses check --write-baseline          accept for now what is found; fail on what is new from then on
  responses check --format sarif --output results.sarif --format github
                                            a file for code scanning, and annotations in the log

--fix lists what it did. What is suggested changes the meaning, mostly, so it is made of a finding only that --suggested names, and it is
told how: a response that gets another verdict, or that there is none. A finding with several suggestions is left, and they are listed
with numbers for --choice. None is made after which an example fails that passes now. The lines are those of the file before --fix.
--diff exits with 1 where there is something to change; the diff is on standard output, all else on standard error.

${CHANGED_HELP}

${BASELINE_HELP}

${FORMATS_HELP}

--format json prints one object:
  { "summary": { "files", "errors", "warnings", "hints", "fixed", "baselined" },
    "fixed": [{ "file", "line", "name", "title", "kind": as below }], with --fix,
    "findings": [{ "file", "line", "column", "endLine", "endColumn", "name", "severity", "message",
                   "related": [{ "file", "line", "column", "endLine", "endColumn", "message" }],
                   "witness": { "status", "body" } or null,
                   "fixes": [{ "title", "kind": "automatic" or "suggested",
                               "edits": [{ "line", "column", "endLine", "endColumn", "newText" }] }] }],
    "baselined": [as findings],
    "staleBaseline": [{ "baseline", "file", "name", "fingerprint", "statement", "count", "found" }],
    "gaps": [{ "file", "line", "column", "endLine", "endColumn", "field", "value",
               "response": { "status", "body" }, "example", "message" }],
    "gapsLeft": [{ "file", "fields" }],
    "overlaps": [{ "file",
                   "pairs": [{ "upper", "lower", "witness": { "status", "body" }, "upperVerdict", "lowerVerdict" }],
                   "undecided": [{ "upper", "lower", "reason" }], "left" }],
    "undecided": [{ "file", "line", "column", "endLine", "endColumn", "question": "reach" or "order", "reason" }],
    "problems": [sentences: what could not be read or written, or that there was nothing to check] }
baselined and staleBaseline are there with a baseline: the findings that are in it, and its entries that stand for more, count, than
are found.
gaps is there with --gaps. Each is a response that stays unmapped, though rules ask for its field: there it has a value
that none of them asks for. It is like an example that has the field; example is the line that records it. Where that is
right, write the line into the file, and the gap is told no more; else write a rule. Gaps never change the exit code.
gapsLeft names the files with fields that were not gone through, and counts these: of a file at most 200 fields are gone
through, and at most 1,000 responses made up.
overlaps is there with --all-overlaps: for each mapping the pairs of rules that give different verdicts and hold for one
response, with such a response; upper and lower are places as those of undecided. left counts the pairs that were not gone
through. undecided is there with --verbose: the rules of which it is not known whether they can decide ("reach"), or whether
they and a rule of another verdict hold for one likely response ("order"), and why.
Lines and columns count from 1, columns in UTF-16 code units; an end is after the last character.

Exit codes: 0 fine; 1 an error, more warnings than allowed, or a stale entry in the baseline; 2 wrong use, or nothing to check.`;

export function register(program: Command): void {
  const command = program
    .command("check")
    .summary("report what is wrong or doubtful in mapping files")
    .description("Reports what is wrong or doubtful in mapping files, where, why, and how to fix it.")
    .option("--fix", "make the automatic fixes: they keep the meaning, or fix what could not be run")
    .option("--diff", "show what --fix would change as a unified diff, and write nothing")
    .addOption(
      new Option(
        "--suggested <name>",
        "with --fix or --diff, also make the suggestions of that finding; NAME:LINE for one of several",
      ).argParser(suggestionPlace),
    )
    .addOption(
      new Option("--choice <n>", "with --suggested, which of several suggestions of one finding").argParser(
        wholeNumber,
      ),
    )
    .option("--gaps", "also list responses that stay unmapped although rules ask for their fields")
    .option("--all-overlaps", "list all pairs of rules of different verdicts that hold for one response")
    .option("--verbose", "also say what could not be decided about the rules, and why")
    .addOption(new Option("--max-warnings <n>", "fail if there are more warnings").argParser(wholeNumber))
    .option("--watch", "check again whenever a file changes");
  const targetsOf = takeReportOptions(command, REPORT_FORMATS);
  takeMappingFiles(takeBaselineWriting(takeChecksPage(takeNarrowing(command))), "file to check")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      refuseNarrowedStandardInput(paths, options);
      if (options.fix === true) refuseStandardInput(paths, "--fix");
      if (options.writeBaseline !== undefined) refuseStandardInput(paths, "--write-baseline");
      refuseFixes(options);
      const targets = targetsOf();
      if (options.diff === true) {
        refuseBesideDiff(options, targets);
        await perform(paths, options, (inputs) =>
          showFixes(inputs, suggestionsIn(options), options.allowEmpty),
        );
        return;
      }
      const run = { ...options, chosenBaseline: chosenBaseline(options) };
      await perform(paths, run, (inputs) => checkOnce(inputs, options, targets));
    });
}

function checkOnce(inputs: Inputs, options: Options, targets: readonly ReportTarget<ReportFormat>[]): void {
  const report = runCheck(inputs, {
    fix: options.fix === true,
    suggestions: suggestionsIn(options),
    gaps: options.gaps === true,
    overlaps: options.allOverlaps === true,
    undecided: options.verbose === true,
    writeBaseline:
      options.writeBaseline === undefined ? "no" : options.acceptNew === true ? "with-new" : "without-new",
  });
  const conclusion = concludeCheck(report, { ...options, suggestions: suggestionsIn(options) });
  const lines = (page: Page) => checkAsText(report, page);
  const reportIn = (format: ReportFormat): Report => {
    switch (format) {
      case "pretty":
        return { kind: "text", lines };
      case "json":
        return { kind: "data", write: () => checkAsJson(report, conclusion) };
      default:
        return reportOfRun(format, annotatedCheck(report), conclusion, options, lines);
    }
  };
  deliverReports(targets, reportIn, {
    conclusion,
    problems: report.problems,
    notes: options.writeBaseline === undefined ? [] : baselineNotes(report),
    inputs: inputs.files.lookedFor,
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number, for example 0.");
  return Number(text);
}

function suggestionsIn({ suggested, choice }: Options): SuggestionChoice | null {
  return suggested === undefined ? null : { ...suggested, number: choice ?? null };
}

function refuseFixes({ fix, diff, suggested, choice }: Options): void {
  if (suggested !== undefined && fix !== true && diff !== true)
    throw new UsageError(
      "--suggested says what --fix is to make: give --fix, too, or --diff to see it first",
    );
  if (choice !== undefined && suggested === undefined)
    throw new UsageError("--choice is for the suggestions of --suggested NAME");
}

/** What has no place beside a diff. */
function refuseBesideDiff(options: Options, targets: readonly ReportTarget<ReportFormat>[]): void {
  const others: readonly (readonly [string, unknown])[] = [
    ["--watch", options.watch],
    ["--gaps", options.gaps],
    ["--all-overlaps", options.allOverlaps],
    ["--verbose", options.verbose],
    ["--max-warnings", options.maxWarnings],
    ["--write-baseline", options.writeBaseline],
    [
      "--format",
      targets.some(({ format, output }) => format !== "pretty" || output !== null) ? true : undefined,
    ],
  ];
  const other = others.find(([, value]) => value !== undefined);
  if (other !== undefined)
    throw new UsageError(`${other[0]} cannot be combined with --diff, which only shows fixes`);
}
