import { type Command, InvalidArgumentError, Option } from "commander";
import { annotatedTest } from "../annotations/annotated-run.js";
import { coverageAnnotations } from "../annotations/coverage-annotations.js";
import { ReportedPaths } from "../formats/reported-paths.js";
import { testAsJunit } from "../formats/test-junit.js";
import { concludeTest } from "../report/conclusion.js";
import { errorLines } from "../report/finding-text.js";
import { testAsJson } from "../report/test-json.js";
import { coverageLines, testAsText } from "../report/test-text.js";
import type { Inputs } from "../runs/inputs.js";
import { perform } from "../runs/perform.js";
import { runTest, type TestReport } from "../runs/test-run.js";
import { type Page, pageFor } from "../terminal/page.js";
import { printErrorLine } from "../terminal/print.js";
import { type BaselineOptions, chosenBaseline, takeBaseline } from "./baseline-options.js";
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
  withReason,
} from "./run-report.js";

interface Options extends MappingFileOptions, NarrowingOptions, RunReportOptions, BaselineOptions {
  readonly coverage?: boolean;
  readonly strictCoverage?: boolean;
  readonly failUnderRules?: number;
  readonly watch?: boolean;
}

const HELP = `
Examples:
  responses test                            the examples of all mapping files here and below
  responses test --coverage acme.responses  and the rules that no example decides, each with an example for it
  responses test --strict-coverage          fail if there is such a rule
  responses test --fail-under-rules 80      fail if examples decide less than 80 % of the rules
  responses test --format junit --output results.xml --format pretty

${CHANGED_HELP}

${FORMATS_HELP}

--format json prints one object:
  { "summary": { "files", "examples", "passed", "failed" },
    "examples": [{ "file", "line", "name", "expected", "actual", "passed",
                   "decidedBy": { "file", "line" } or null }],
    "errors": [those in the files, but for failing examples: what check gives of a finding],
    "problems": [sentences: what could not be read, or that there was nothing to test] }
A verdict is { "outcome", "label", "captures" }; an expected label null accepts any. "actual" is null where
the mapping has errors and could not be run. With --coverage there also is
  "coverage": [{ "file", "rules", "undecided": [{ "line", "example": text or null }],
                 "unreachable": [the lines of rules that no example can decide: check says why] }],
  "uncheckedCaptures": [as the findings of responses check]
"captures", "fieldLabels" and "listMembers" also count, of each file, what examples can leave out though they decide all rules, with
  "unfilled", "ungiven" and "unneeded": [{ "line", "text" }] of those that they do: captures that none fills; labels from a field of which
none has a text; members of a list (of texts or statuses, but not after not) that no example needs, since it has another one, too.
Labels and members are counted of rules that an example decides. --strict-coverage asks for rules alone: what else is left out may well be in
no answer that was ever recorded.
undecided has the rules that no example decides. example can be pasted into the file: the rule decides its response, which is made up
and named so (made-up), and the verdict is the one that it gets; null where no such response is known. What check says of how the system
answers rests on no example of that name.

Exit codes: 0 all passed; 1 an example failed, a file has errors, or --strict-coverage or --fail-under-rules asks for more; 2 wrong use, or no example.`;

export function register(program: Command): void {
  const command = program
    .command("test")
    .summary("run the examples in mapping files")
    .description(
      "Runs the examples in mapping files: recorded responses and the verdicts that they must get.",
    )
    .option(
      "--coverage",
      "name the rules that no example decides, and the captures, labels and members of lists that none needs",
    )
    .option(
      "--strict-coverage",
      "the same, and fail if there is a rule that no example decides; what else is left out is told alone",
    )
    .addOption(
      new Option(
        "--fail-under-rules <percent>",
        "the same as --coverage, and fail if examples decide less of the rules that can decide",
      ).argParser(percentage),
    )
    .option("--watch", "test again whenever a file changes");
  const targetsOf = takeReportOptions(command, REPORT_FORMATS);
  takeMappingFiles(takeBaseline(takeChecksPage(takeNarrowing(command))), "example to run")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      refuseNarrowedStandardInput(paths, options);
      const targets = targetsOf();
      await perform(paths, { ...options, chosenBaseline: chosenBaseline(options) }, (inputs) =>
        testOnce(inputs, options, targets),
      );
    });
}

function testOnce(inputs: Inputs, options: Options, targets: readonly ReportTarget<ReportFormat>[]): void {
  const isStrict = options.strictCoverage === true;
  const { failUnderRules } = options;
  const withCoverage = isStrict || options.coverage === true || failUnderRules !== undefined;
  const coverage = isStrict ? "error" : withCoverage ? "hint" : null;
  const report = runTest(inputs, withCoverage);
  const annotated = annotatedTest(report, coverage);
  const conclusion = concludeTest(report, {
    allowEmpty: options.allowEmpty,
    strictCoverage: isStrict,
    leastCovered: failUnderRules ?? null,
  });
  const lines = (page: Page) => testAsText(report, withCoverage, page);
  const reportIn = (format: ReportFormat): Report => {
    switch (format) {
      case "pretty":
        return { kind: "text", lines };
      case "json":
        return { kind: "data", write: () => testAsJson(report, withCoverage, conclusion) };
      case "junit":
        return {
          kind: "data",
          write: () =>
            testAsJunit(
              report,
              withReason(annotated, conclusion),
              coverage === null ? [] : coverageAnnotations(report, coverage),
              ReportedPaths.fromRepository(process.cwd()),
            ),
        };
      default:
        return reportOfRun(format, annotated, conclusion, options, lines);
    }
  };
  const printed = targets.find(({ output }) => output === null)?.format;
  if (printed === "json" || printed === "junit") printWhatDataLeavesOut(report, printed, withCoverage);
  deliverReports(targets, reportIn, {
    conclusion,
    problems: report.problems,
    inputs: inputs.files.lookedFor,
  });
}

/** Whoever reads data should still learn why the test failed. */
function printWhatDataLeavesOut(report: TestReport, format: "json" | "junit", withCoverage: boolean): void {
  const page = pageFor(process.stderr);
  for (const line of errorLines(report, page)) printErrorLine(line);
  if (format === "junit" && withCoverage)
    for (const line of coverageLines(report, page)) printErrorLine(line);
}

function percentage(text: string): number {
  if (!/^(?:100|\d{1,2})(?:\.\d{1,6})?$/.test(text) || Number(text) > 100)
    throw new InvalidArgumentError("It must be a percentage from 0 to 100, for example 80.");
  return Number(text);
}
