import type { Command } from "commander";
import { concludeOutputs } from "../report/conclusion.js";
import { outputsAsText } from "../report/outputs-text.js";
import type { Inputs } from "../runs/inputs.js";
import { perform } from "../runs/perform.js";
import { runTypes } from "../runs/types-run.js";
import { pageFor } from "../terminal/page.js";
import { printLine } from "../terminal/print.js";
import { UsageError } from "../terminal/usage-error.js";
import { endRun } from "./end-run.js";
import { type MappingFileOptions, refuseStandardInput, takeMappingFiles } from "./mapping-file-options.js";

interface Options extends MappingFileOptions {
  readonly outDir?: string;
  readonly check?: boolean;
  readonly clean?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
}

const HELP = `
Examples:
  responses types                                  writes acme.d.responses.ts beside acme.responses, and so on
  responses types src --out-dir .responses/types/src    keeps them out of the tree
  responses types --check                          fails if what is committed is stale, or of a mapping that is gone
  responses types src --clean --watch              follows what is renamed and deleted, too

The declarations are for import { match } from "./acme.responses", with the plugins of @responses/build; they know the labels
of each outcome, the captures and the rules. TypeScript needs "allowArbitraryExtensions": true, and for files below
.responses/types also "rootDirs": ["src", ".responses/types/src"]. Editors go from a label in TypeScript to the mapping file
by the map beside them. Commit the files, or leave them to .gitignore (*.d.responses.ts, *.d.responses.ts.map) and run this
before tsc. A file that was not made from a mapping, by its first lines, is never replaced without --force; a symbolic link in
the place of declarations is refused without it.

Exit codes: 0 fine; 1 a file was refused, or with --check a file is stale; 2 wrong use, a file that can't be read or
written, or no file.`;

export function register(program: Command): void {
  const command = program
    .command("types")
    .summary("write TypeScript declarations for imports of mapping files")
    .description("Writes the TypeScript declarations of mapping files that are imported as modules.")
    .option("--out-dir <dir>", "write below this folder instead of beside each file")
    .option("--check", "write nothing; fail if declarations are missing or are not what their mapping gives")
    .option("--clean", "remove declarations of mappings that are gone; without it they are only told")
    .option("--force", "also replace files that were not made from a mapping")
    .option("--watch", "write again whenever a file changes");
  takeMappingFiles(command, "file to write types of")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      refuseStandardInput(paths, "types");
      if (options.outDir === "") throw new UsageError("--out-dir needs the name of a folder");
      await perform(paths, options, (inputs) => typesOnce(inputs, options));
    });
}

function typesOnce(inputs: Inputs, { outDir, allowEmpty, ...options }: Options): void {
  const report = runTypes(inputs, {
    outDir: outDir ?? null,
    check: options.check === true,
    force: options.force === true,
    clean: options.clean === true,
  });
  for (const line of outputsAsText(report, pageFor(process.stdout))) printLine(line);
  const conclusion = concludeOutputs(report, "wrote the types of", allowEmpty);
  endRun({ conclusion, problems: report.problems, output: "text" });
}
