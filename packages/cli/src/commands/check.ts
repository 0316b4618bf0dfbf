import { type Command, InvalidArgumentError, Option } from "commander";
import { concludeCheck } from "../report/conclusion.js";
import { printConclusion } from "../report/conclusion-line.js";
import { checkAsJson } from "../report/json.js";
import { checkAsText } from "../report/pretty.js";
import { runCheck } from "../runs/check-run.js";
import { gatherInputs, refuseStandardInput, stdinFilenameOption, watchedPaths } from "../runs/inputs.js";
import { runAndWatch, type WatchedPaths } from "../runs/watch.js";
import { printLine, styleFor, widthOf } from "../terminal.js";

interface Options {
  readonly fix?: boolean;
  readonly maxWarnings?: number;
  readonly watch?: boolean;
  readonly format: "pretty" | "json";
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

const HELP = `
Examples:
  responses check                           all mapping files here and below
  responses check buyers 'more/**/*.responses'
  responses check --fix acme.responses      make the fixes that are certain
  responses check --max-warnings 0          fail on warnings, too
  cat acme.responses | responses check - --stdin-filename buyers/acme.responses

--format json prints one object:
  { "summary": { "files", "errors", "warnings", "hints", "fixed" },
    "findings": [{ "file", "line", "column", "endLine", "endColumn", "name", "severity", "message",
                   "related": [{ "file", "line", "column", "endLine", "endColumn", "message" }],
                   "witness": { "status", "body" } or null,
                   "fixes": [{ "title", "kind": "automatic" or "suggested",
                               "edits": [{ "line", "column", "endLine", "endColumn", "newText" }] }] }] }
Lines and columns count from 1, columns in UTF-16 code units; an end is behind the last character.

Exit codes: 0 fine; 1 an error, or more warnings than allowed; 2 wrong use, or nothing to check.`;

export function register(program: Command): void {
  program
    .command("check")
    .summary("say what is wrong or doubtful in mapping files")
    .description("Says what is wrong or doubtful in mapping files, where, why, and how to mend it.")
    .argument("[paths...]", "files, folders or globs; - for standard input (default: the current folder)")
    .option("--fix", "make the automatic fixes: they keep the meaning, or mend what could not be run")
    .addOption(new Option("--max-warnings <n>", "fail if there are more warnings").argParser(wholeNumber))
    .option("--watch", "check again whenever a file changes")
    .addOption(new Option("--format <format>", "how to print").choices(["pretty", "json"]).default("pretty"))
    .option("--allow-empty", "succeed even if there is no file to check")
    .addOption(stdinFilenameOption())
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      if (options.fix === true) refuseStandardInput(paths, "--fix");
      const run = (): Promise<WatchedPaths> => checkOnce(paths, options);
      await (options.watch === true ? runAndWatch(run) : run());
    });
}

async function checkOnce(paths: readonly string[], options: Options): Promise<WatchedPaths> {
  const inputs = await gatherInputs(paths, options.stdinFilename);
  const report = runCheck(inputs, options.fix === true);
  if (options.format === "json") printLine(checkAsJson(report));
  else {
    const page = { style: styleFor(process.stdout), width: widthOf(process.stdout) };
    const lines = checkAsText(report, page);
    if (lines.length > 0) printLine(lines.join("\n"));
  }
  printConclusion(
    concludeCheck(report, options),
    report.problems,
    options.format === "json" ? "data" : "text",
  );
  return watchedPaths(inputs);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number, for example 0.");
  return Number(text);
}
