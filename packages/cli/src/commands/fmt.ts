import type { Command } from "commander";
import { concludeFormat } from "../report/conclusion.js";
import { printConclusion } from "../report/conclusion-line.js";
import { type FormatTarget, runFormat } from "../runs/format-run.js";
import { gatherInputs, stdinFilenameOption } from "../runs/inputs.js";
import { printLine, safe } from "../terminal.js";

interface Options {
  readonly check?: boolean;
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

const HELP = `
Examples:
  responses fmt                           all mapping files here and below
  responses fmt --check                   only say which would change; for a pull request
  cat acme.responses | responses fmt -    from standard input to standard output

Only the layout changes: what a file means, its comments and its texts stay. A statement that cannot be read
stays as it is.

Exit codes: 0 fine; 1 with --check, a file would change; 2 wrong use, a file that can't be read or written, or no file.`;

/** What is said of a file whose layout is not the one that all have. */
const CHANGED: Readonly<Record<FormatTarget, string>> = {
  files: "formatted",
  output: "formatted",
  nowhere: "would change",
};

export function register(program: Command): void {
  program
    .command("fmt")
    .summary("write mapping files the way all are written")
    .description("Lays out mapping files: one space between words, rules and labels below one another.")
    .argument("[paths...]", "files, folders or globs; - for standard input (default: the current folder)")
    .option("--check", "change nothing; name the files that would change")
    .option("--allow-empty", "succeed even if there is no file to format")
    .addOption(stdinFilenameOption())
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      const inputs = await gatherInputs(paths, options.stdinFilename);
      const target = options.check === true ? "nowhere" : paths.includes("-") ? "output" : "files";
      const report = runFormat(inputs, target);
      if (report.output !== null) process.stdout.write(report.output);
      else for (const path of report.changed) printLine(`${CHANGED[target]} ${safe(path)}`);
      const conclusion = concludeFormat(report, target, options.allowEmpty);
      printConclusion(conclusion, report.problems, target === "output" ? "data" : "text");
    });
}
