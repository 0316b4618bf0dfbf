import { type Command, Option } from "commander";
import { concludeTest } from "../report/conclusion.js";
import { errorLines } from "../report/finding-text.js";
import { testAsJson } from "../report/test-json.js";
import { testAsJunit } from "../report/test-junit.js";
import { coverageLines, testAsText } from "../report/test-text.js";
import type { Inputs } from "../runs/inputs.js";
import { perform } from "../runs/perform.js";
import { runTest, type TestReport } from "../runs/test-run.js";
import { pageFor } from "../terminal/page.js";
import { printErrorLine, printLine } from "../terminal/print.js";
import { endRun } from "./end-run.js";
import { type MappingFileOptions, refuseStandardInput, takeMappingFiles } from "./mapping-file-options.js";

interface Options extends MappingFileOptions {
  readonly coverage?: boolean;
  readonly watch?: boolean;
  readonly format: "pretty" | "json" | "junit";
}

const HELP = `
Examples:
  responses test                            the examples of all mapping files here and below
  responses test --coverage acme.responses  and the rules that no example decides
  responses test --format junit > results.xml

--format json prints one object:
  { "summary": { "files", "examples", "passed", "failed" },
    "examples": [{ "file", "line", "name", "expected", "actual", "passed",
                   "decidedBy": { "file", "line" } or null }] }
A verdict is { "outcome", "label", "captures" }; an expected label null accepts any. "actual" is null where
the mapping has errors and could not be run. With --coverage there also is
  "coverage": [{ "file", "rules", "undecided": [the lines of rules that no example decides] }]

Exit codes: 0 all passed; 1 an example failed, or a file has errors; 2 wrong use, or no example.`;

export function register(program: Command): void {
  const command = program
    .command("test")
    .summary("run the examples in mapping files")
    .description(
      "Runs the examples in mapping files: recorded responses and the verdicts that they must get.",
    )
    .option("--coverage", "name the rules that no example decides")
    .option("--watch", "test again whenever a file changes")
    .addOption(
      new Option("--format <format>", "how to print").choices(["pretty", "json", "junit"]).default("pretty"),
    );
  takeMappingFiles(command, "example to run")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      await perform(paths, options, (inputs) => testOnce(inputs, options));
    });
}

function testOnce(inputs: Inputs, { format, coverage, allowEmpty }: Options): void {
  const report = runTest(inputs);
  const withCoverage = coverage === true;
  if (format === "pretty") printLine(testAsText(report, withCoverage, pageFor(process.stdout)).join("\n"));
  else printAsData(report, format, withCoverage);
  const output = format === "pretty" ? "text" : "data";
  endRun({ conclusion: concludeTest(report, allowEmpty), problems: report.problems, output });
}

function printAsData(report: TestReport, format: "json" | "junit", withCoverage: boolean): void {
  // The data has no room for errors beside the examples; whoever reads it should still learn why the test failed.
  const page = pageFor(process.stderr);
  for (const line of errorLines(report, page)) printErrorLine(line);
  if (format === "json") printLine(testAsJson(report, withCoverage));
  else {
    printLine(testAsJunit(report));
    if (withCoverage) for (const line of coverageLines(report, page)) printErrorLine(line);
  }
}
