import { counted } from "@responses/dsl/editor";
import type { Command } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { concludeFormat } from "../report/conclusion.js";
import { unifiedDiff } from "../report/unified-diff.js";
import { type FormatTarget, runFormat, type UnreadText } from "../runs/format-run.js";
import { perform } from "../runs/perform.js";
import { printDiff, printErrorLine, printLine } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { endRun } from "./end-run.js";
import { type MappingFileOptions, takeMappingFiles } from "./mapping-file-options.js";

interface Options extends MappingFileOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
}

const HELP = `
Examples:
  responses fmt                           all mapping files here and below
  responses fmt --check                   only say which would change; for a pull request
  responses fmt --diff                    show how they would change, as a unified diff that git apply takes
  cat acme.responses | responses fmt -    from standard input to standard output

Only the layout changes: what a file means, its comments and its texts stay. A statement that cannot be read
stays as it is, and then the exit code is 1. Neighbours are lined up where that takes few blanks (24 in a capture, 32
in a rule, 40 in an example); one that would need more stays out of it.

Exit codes: 0 fine; 1 a statement cannot be read, or with --check or --diff a file would change; 2 wrong use, a file that can't be read or written, or no file.`;

/** What is said of a file whose layout is not the one that all have. */
const CHANGED: Readonly<Record<FormatTarget, string>> = {
  files: "formatted",
  output: "formatted",
  nowhere: "would change",
};

export function register(program: Command): void {
  const command = program
    .command("fmt")
    .summary("lay out mapping files in the standard format")
    .description("Lays out mapping files: one space between words, with rules and labels lined up.")
    .option("--check", "change nothing; name the files that would change")
    .option("--diff", "change nothing; show what would change as a unified diff");
  takeMappingFiles(command, "file to format")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      const showsDiff = options.diff === true;
      const target =
        options.check === true || showsDiff ? "nowhere" : paths.includes(STANDARD_INPUT) ? "output" : "files";
      await perform(paths, options, (inputs) => {
        const report = runFormat(inputs, target);
        if (showsDiff)
          printDiff(
            report.changed.flatMap(({ path, before, after }) => unifiedDiff(path, before, after)),
            "fmt without --diff",
          );
        else if (report.output !== null) process.stdout.write(report.output);
        else for (const { path } of report.changed) printLine(`${CHANGED[target]} ${safe(path)}`);
        const output = target === "output" || showsDiff ? "data" : "text";
        const print = output === "data" ? printErrorLine : printLine;
        for (const unread of report.unread) for (const line of unreadLines(unread)) print(line);
        const conclusion = concludeFormat(report, target, options.allowEmpty);
        endRun({ conclusion, problems: report.problems, output });
      });
    });
}

function unreadLines({ path, statements, outside }: UnreadText): readonly string[] {
  const shown = safe(path);
  switch (outside) {
    case "all":
      return [`cannot read ${shown} as a mapping file: no statement begins in it`];
    case "before-first":
      return [
        `cannot read what comes before the first statement of ${shown}`,
        ...statementLines(statements, shown),
      ];
    case "nothing":
      return statementLines(statements, shown);
  }
}

function statementLines(statements: number, shown: string): readonly string[] {
  return statements === 0 ? [] : [`cannot read ${counted(statements, "statement")} of ${shown}`];
}
