import { COMPILE_FORMATS, type CompileFormat } from "@responses/dsl";
import { type Command, Option } from "commander";
import { UsageError } from "../exit-codes.js";
import { compileAsText } from "../report/compile-text.js";
import { concludeCompile } from "../report/conclusion.js";
import { printConclusion } from "../report/conclusion-line.js";
import { type CompileReport, runCompile } from "../runs/compile-run.js";
import { gatherInputs, refuseStandardInput, stdinFilenameOption, watchedPaths } from "../runs/inputs.js";
import { runAndWatch, type WatchedPaths } from "../runs/watch.js";
import { printLine, styleFor, widthOf } from "../terminal.js";

interface Options {
  readonly outDir?: string;
  readonly format: CompileFormat;
  readonly watch?: boolean;
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

const HELP = `
Examples:
  responses compile acme.responses                 writes acme.responses.mjs and acme.responses.d.mts beside it
  responses compile buyers --out-dir build         buyers/eu/acme.responses becomes build/eu/acme.responses.mjs
  responses compile --format json acme.responses   writes acme.responses.json

A module imports nothing and exports match(response) and classify(status, body). Below --out-dir a file has
the place that it has below the folder given as path. Outputs that are right already are left alone. A file
with errors that refuse it is reported and not compiled; failing examples and warnings do not stop it.

Exit codes: 0 fine; 1 a file was refused; 2 wrong use, a file that can't be read or written, or no file.`;

export function register(program: Command): void {
  program
    .command("compile")
    .summary("write JavaScript modules that give the verdicts")
    .description("Writes a JavaScript module from each mapping file, with its types, or the mapping as JSON.")
    .argument("[paths...]", "files, folders or globs; - for standard input (default: the current folder)")
    .option("--out-dir <dir>", "write below this folder instead of beside each file")
    .addOption(new Option("--format <format>", "what to write").choices(COMPILE_FORMATS).default("esm"))
    .option("--watch", "compile again whenever a file changes")
    .option("--allow-empty", "succeed even if there is no file to compile")
    .addOption(stdinFilenameOption())
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      if (options.outDir === "") throw new UsageError("--out-dir needs the name of a folder");
      if (paths.includes("-") && options.stdinFilename === undefined) {
        throw new UsageError("what standard input compiles to needs a name: --stdin-filename acme.responses");
      }
      const run = (): Promise<WatchedPaths> => compileOnce(paths, options);
      await (options.watch === true ? runAndWatch(run) : run());
    });
}

async function compileOnce(paths: readonly string[], options: Options): Promise<WatchedPaths> {
  const inputs = await gatherInputs(paths, options.stdinFilename);
  const report: CompileReport = runCompile(inputs, {
    format: options.format,
    outDir: options.outDir ?? null,
  });
  const page = { style: styleFor(process.stdout), width: widthOf(process.stdout) };
  for (const line of compileAsText(report, page)) printLine(line);
  printConclusion(concludeCompile(report, options.allowEmpty), report.problems, "text");
  return watchedPaths(inputs);
}
