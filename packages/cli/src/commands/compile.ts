import type { CompileFormat } from "@responses/dsl";
import { COMPILE_FORMATS } from "@responses/dsl/editor";
import { type Command, Option } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { compileAsText } from "../report/compile-text.js";
import { concludeCompile } from "../report/conclusion.js";
import { runCompile } from "../runs/compile-run.js";
import type { Inputs } from "../runs/inputs.js";
import { perform } from "../runs/perform.js";
import { pageFor } from "../terminal/page.js";
import { printLine } from "../terminal/print.js";
import { UsageError } from "../terminal/usage-error.js";
import { endRun } from "./end-run.js";
import { type MappingFileOptions, refuseStandardInput, takeMappingFiles } from "./mapping-file-options.js";

interface Options extends MappingFileOptions {
  readonly outDir?: string;
  readonly format: CompileFormat;
  readonly watch?: boolean;
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
  const command = program
    .command("compile")
    .summary("write JavaScript modules that give the verdicts")
    .description("Writes a JavaScript module from each mapping file, with its types, or the mapping as JSON.")
    .option("--out-dir <dir>", "write below this folder instead of beside each file")
    .addOption(new Option("--format <format>", "what to write").choices(COMPILE_FORMATS).default("esm"))
    .option("--watch", "compile again whenever a file changes");
  takeMappingFiles(command, "file to compile")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      if (options.outDir === "") throw new UsageError("--out-dir needs the name of a folder");
      if (paths.includes(STANDARD_INPUT) && options.stdinFilename === undefined) {
        throw new UsageError("what standard input compiles to needs a name: --stdin-filename acme.responses");
      }
      await perform(paths, options, (inputs) => compileOnce(inputs, options));
    });
}

function compileOnce(inputs: Inputs, { format, outDir, allowEmpty }: Options): void {
  const report = runCompile(inputs, { format, outDir: outDir ?? null });
  for (const line of compileAsText(report, pageFor(process.stdout))) printLine(line);
  endRun({ conclusion: concludeCompile(report, allowEmpty), problems: report.problems, output: "text" });
}
