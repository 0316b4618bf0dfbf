import { type Command, Option } from "commander";
import { concludeTest } from "../report/conclusion.js";
import { printConclusion } from "../report/conclusion-line.js";
import { testAsJson } from "../report/json.js";
import { testAsJunit } from "../report/junit.js";
import { coverageLines, errorLines, testAsText } from "../report/pretty.js";
import { gatherInputs, refuseStandardInput, stdinFilenameOption, watchedPaths } from "../runs/inputs.js";
import { runTest, type TestReport } from "../runs/test-run.js";
import { runAndWatch, type WatchedPaths } from "../runs/watch.js";
import { printErrorLine, printLine, styleFor, widthOf } from "../terminal.js";

interface Options {
  readonly coverage?: boolean;
  readonly watch?: boolean;
  readonly format: "pretty" | "json" | "junit";
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
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
  program
    .command("test")
    .summary("run the examples in mapping files")
    .description(
      "Runs the examples in mapping files: recorded responses and the verdicts that they must get.",
    )
    .argument("[paths...]", "files, folders or globs; - for standard input (default: the current folder)")
    .option("--coverage", "name the rules that no example decides")
    .option("--watch", "test again whenever a file changes")
    .addOption(
      new Option("--format <format>", "how to print").choices(["pretty", "json", "junit"]).default("pretty"),
    )
    .option("--allow-empty", "succeed even if there is no example to run")
    .addOption(stdinFilenameOption())
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      const run = (): Promise<WatchedPaths> => testOnce(paths, options);
      await (options.watch === true ? runAndWatch(run) : run());
    });
}

async function testOnce(paths: readonly string[], options: Options): Promise<WatchedPaths> {
  const inputs = await gatherInputs(paths, options.stdinFilename);
  const report = runTest(inputs);
  print(report, options);
  printConclusion(
    concludeTest(report, options.allowEmpty),
    report.problems,
    options.format === "pretty" ? "text" : "data",
  );
  return watchedPaths(inputs);
}

function print(report: TestReport, { format, coverage }: Options): void {
  const withCoverage = coverage === true;
  if (format === "pretty") {
    const page = { style: styleFor(process.stdout), width: widthOf(process.stdout) };
    printLine(testAsText(report, withCoverage, page).join("\n"));
    return;
  }
  // The data has no room for errors beside the examples; whoever reads it should still learn why the test failed.
  const page = { style: styleFor(process.stderr), width: widthOf(process.stderr) };
  for (const line of errorLines(report, page)) printErrorLine(line);
  if (format === "json") printLine(testAsJson(report, withCoverage));
  else {
    printLine(testAsJunit(report));
    if (withCoverage) for (const line of coverageLines(report, page)) printErrorLine(line);
  }
}
