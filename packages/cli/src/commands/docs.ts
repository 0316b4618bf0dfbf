import type { Command } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { concludeOutputs } from "../report/conclusion.js";
import { outputsAsText } from "../report/outputs-text.js";
import { runDocs } from "../runs/docs-run.js";
import type { Inputs } from "../runs/inputs.js";
import { perform } from "../runs/perform.js";
import { pageFor } from "../terminal/page.js";
import { printLine } from "../terminal/print.js";
import { UsageError } from "../terminal/usage-error.js";
import { endRun } from "./end-run.js";
import { type MappingFileOptions, refuseStandardInput, takeMappingFiles } from "./mapping-file-options.js";

interface Options extends MappingFileOptions {
  readonly outDir: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
}

const HELP = `
Examples:
  responses docs acme.responses --out-dir pages    writes pages/acme.responses.html
  responses docs buyers --out-dir pages            buyers/eu/acme.responses becomes pages/eu/acme.responses.html,
                                                   and pages/index.html leads to all of them
  responses docs buyers --out-dir pages --watch    writes again whenever a file changes
  responses docs buyers --out-dir pages --check    fails if what is committed is stale

A page says for people who do not read the language what each rule means and in which order rules are tried, shows the
examples with their verdicts, the reasons of rejections, the captures and what the checks find. Comments above statements
are part of it. It is one file that loads nothing, to be sent to a buyer, read on a phone or printed. Pages that are right
already are left alone; a file that is no such page, by its last lines, is never replaced without --force, and a symbolic link
in a page's place is refused without it. A file with errors that refuse it is reported and gets no page; failing examples are shown as such.

Exit codes: 0 fine; 1 a file was refused, or with --check a page is stale; 2 wrong use, a file that can't be read or
written, or no file.`;

export function register(program: Command): void {
  const command = program
    .command("docs")
    .summary("write a page about each mapping, for people to read and agree on")
    .description("Writes an HTML page about each mapping file, for people who have to agree on what it says.")
    .requiredOption("--out-dir <dir>", "write below this folder")
    .option("--check", "write nothing; fail if a page is missing or is not what its mapping gives")
    .option("--force", "also replace files that were not made from a mapping")
    .option("--watch", "write again whenever a file changes");
  takeMappingFiles(command, "file to write a page of")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      if (options.outDir === "") throw new UsageError("--out-dir needs the name of a folder");
      if (paths.includes(STANDARD_INPUT) && options.stdinFilename === undefined) {
        throw new UsageError("the page of standard input needs a name: --stdin-filename acme.responses");
      }
      await perform(paths, options, (inputs) => docsOnce(inputs, options));
    });
}

function docsOnce(inputs: Inputs, { outDir, check, force, allowEmpty }: Options): void {
  const report = runDocs(inputs, { outDir, check: check === true, force: force === true });
  for (const line of outputsAsText(report, pageFor(process.stdout))) printLine(line);
  const conclusion = concludeOutputs(report, "wrote the pages of", allowEmpty);
  endRun({ conclusion, problems: report.problems, output: "text" });
}
