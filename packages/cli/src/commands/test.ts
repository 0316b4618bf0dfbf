import type { Command } from "commander";
import { annotatedTest } from "../annotations/annotated-run.js";
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
  readonly watch?: boolean;
}

const HELP = `
Examples:
  responses test                            the examples of all mapping files here and below
  responses test --coverage acme.responses  and the rules that no example decides
  responses test --format junit --output results.xml --format pretty

${CHANGED_HELP}

${FORMATS_HELP}

--format json prints one object:
  { "summary": { "files", "examples", "passed", "failed" },
    "examples": [{ "file", "line", "name", "expected", "actual", "passed",
                   "decidedBy": { "file", "line" } or null }],
    "problems": [sentences: what could not be read, or that there was nothing to test] }
A verdict is { "outcome", "label", "captures" }; an expected label null accepts any. "actual" is null where
the mapping has errors and could not be run. With --coverage there also is
  "coverage": [{ "file", "rules", "undecided": [the lines of rules that no example decides],
                 "unreachable": [the lines of rules that no example can decide: check says why] }]

Exit codes: 0 all passed; 1 an example failed, or a file has errors; 2 wrong use, or no example.`;

export function register(program: Command): void {
  const command = program
    .command("test")
    .summary("run the examples in mapping files")
    .description(
      "Runs the examples in mapping files: recorded responses and the verdicts that they must get.",
    )
    .option("--coverage", "name the rules that no example decides")
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
  const report = runTest(inputs);
  const withCoverage = options.coverage === true;
  const conclusion = concludeTest(report, options.allowEmpty);
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
              withReason(annotatedTest(report), conclusion),
              ReportedPaths.fromRepository(process.cwd()),
            ),
        };
      default:
        return reportOfRun(format, annotatedTest(report), conclusion, options, lines);
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
