import type { CompileFormat } from "@responses/dsl";
import { COMPILE_FORMATS } from "@responses/dsl/editor";
import { DISK, isGlob } from "@responses/node-host";
import { type Command, Option } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { concludeOutputs, concludePlan } from "../report/conclusion.js";
import { errorLines } from "../report/finding-text.js";
import { outputsAsText } from "../report/outputs-text.js";
import { planAsJson } from "../report/plan-json.js";
import { planAsText } from "../report/plan-text.js";
import { runCompile } from "../runs/compile-run.js";
import type { Inputs } from "../runs/inputs.js";
import { perform } from "../runs/perform.js";
import { runPlan } from "../runs/plan-run.js";
import { pageFor } from "../terminal/page.js";
import { printData, printErrorLine, printLine } from "../terminal/print.js";
import { UsageError } from "../terminal/usage-error.js";
import { endRun } from "./end-run.js";
import { type MappingFileOptions, refuseStandardInput, takeMappingFiles } from "./mapping-file-options.js";

interface Options extends MappingFileOptions {
  readonly outDir?: string;
  readonly format: CompileFormat;
  readonly watch?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly index?: boolean;
  readonly clean?: boolean;
  readonly sharedRuntime?: boolean;
  readonly plan?: boolean;
  readonly verbose?: boolean;
}

const HELP = `
Examples:
  responses compile acme.responses                 writes acme.responses.mjs and acme.responses.d.mts beside it
  responses compile buyers --out-dir generated     buyers/eu/acme.responses becomes generated/eu/acme.responses.mjs
  responses compile --format json acme.responses   writes acme.responses.json
  responses compile --format ts src                writes src/acme.responses.ts, for import { match } from "./acme.responses.js"
  responses compile buyers --index --clean         buyers/index.mjs has all by name; what is left of mappings that are gone goes
  responses compile buyers --shared-runtime        modules import one buyers/responses-runtime-….mjs, and are small
  responses compile --check buyers                 fails if what is committed beside the mappings is stale, or left over
  responses compile --plan acme.responses          tells how the module will decide, and writes nothing

A module exports match(response) and classify(status, body). It imports nothing and carries what it needs, or, with
--shared-runtime, imports one runtime beside all modules of the folder, which is the same whatever mappings are there.
A runtime of another version has another name, and is removed by --clean once no module imports it. Below --out-dir a file has
the place that it has below the folder given as path. Outputs that are right already are left alone. A file that
was not made from a mapping, by its first lines, is never replaced without --force, nor removed by --clean; a symbolic link
in an output's place is refused without it.
A mapping that the project file leaves out counts as gone. An output that is not beside its mapping says in its third
line where that is, and is asked for there. Where a folder holds no mapping at all, nothing is removed without --allow-empty.
The index exports mappings: of eu/acme.responses, mappings["eu/acme"].match(response). A file
with errors that refuse it is reported and not compiled; failing examples and warnings do not stop it.

--plan tells the steps in which a response is judged: for each the rules that it can find and why, which texts
are looked for and how, when the step is left out, and which fields are read together. Long lists are cut, unless
--verbose is given. With --format json it is data: { "files": [{ "path", "rules",
  "steps": [{ "kind": "status" | "body" | "field" | "trying", "first", "field", "statuses", "texts",
              "rules": [{ "number", "file", "line", "statement", "isTried" }] }],
  "fields": [{ "kind", "fields", "usesWebAssembly" }] }] }

Exit codes: 0 fine; 1 a file was refused, or with --check an output is stale; 2 wrong use, a file that can't be read or written, or no file.`;

export function register(program: Command): void {
  const command = program
    .command("compile")
    .summary("write JavaScript modules that give the verdicts")
    .description("Writes a JavaScript module from each mapping file, with its types, or the mapping as JSON.")
    .option("--out-dir <dir>", "write below this folder instead of beside each file")
    .addOption(new Option("--format <format>", "what to write").choices(COMPILE_FORMATS).default("esm"))
    .option("--check", "write nothing; fail if an output is missing or is not what its mapping gives")
    .option("--index", "also write index.*, a module with those of all mappings by name")
    .option(
      "--shared-runtime",
      "let the modules of a folder import one runtime instead of each carrying its own",
    )
    .option("--clean", "remove what was compiled from mappings that are gone; without it they are only told")
    .option("--force", "also replace files that were not made from a mapping")
    .option("--plan", "explain how the module will decide, and write nothing")
    .option("--verbose", "with --plan, show long lists in full")
    .option("--watch", "compile again whenever a file changes");
  takeMappingFiles(command, "file to compile")
    .addHelpText("after", HELP)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.watch === true) refuseStandardInput(paths, "--watch");
      if (options.outDir === "") throw new UsageError("--out-dir needs the name of a folder");
      if (paths.includes(STANDARD_INPUT) && options.stdinFilename === undefined) {
        throw new UsageError("standard input needs a name for its output: --stdin-filename acme.responses");
      }
      const { plan, verbose, outDir, check } = options;
      if (plan === true && outDir !== undefined) {
        throw new UsageError("--out-dir cannot be combined with --plan, which writes nothing");
      }
      if (plan === true && check === true) {
        throw new UsageError("--check cannot be combined with --plan, which writes nothing");
      }
      refuseWholeFolder(paths, options);
      if (verbose === true && plan !== true) throw new UsageError("--verbose is for --plan");
      const once = plan === true ? planOnce : compileOnce;
      await perform(paths, options, (inputs) => once(inputs, options));
    });
}

/** What is of a whole folder has no place with single files, or with an output that writes nothing of the kind. */
function refuseWholeFolder(paths: readonly string[], options: Options): void {
  const { index, clean, sharedRuntime, format, plan, outDir } = options;
  for (const [option, isGiven] of [
    ["--index", index],
    ["--shared-runtime", sharedRuntime],
    ["--clean", clean],
  ] as const) {
    if (isGiven !== true) continue;
    if (plan === true) throw new UsageError(`${option} cannot be combined with --plan, which writes nothing`);
    const needsOne = option !== "--clean" || outDir !== undefined;
    const [path = "."] = paths;
    // That it is not there is told as of every path.
    if (paths.length === 1 && !isGlob(path) && DISK.whatIsAt(path).kind === "missing") return;
    if (needsOne && (paths.length > 1 || DISK.whatIsAt(path).kind !== "folder"))
      throw new UsageError(`${option} is for all mappings of a folder: name that folder, and nothing else`);
  }
  if (index === true && format === "json")
    throw new UsageError("--index is for modules: JSON has no way to name other files");
  if (sharedRuntime === true && format === "json")
    throw new UsageError("--shared-runtime is for modules: JSON carries no runtime");
}

function compileOnce(inputs: Inputs, { format, outDir, allowEmpty, ...options }: Options): void {
  const report = runCompile(inputs, {
    format,
    outDir: outDir ?? null,
    check: options.check === true,
    force: options.force === true,
    index: options.index === true,
    sharedRuntime: options.sharedRuntime === true,
    clean: options.clean === true,
  });
  for (const line of outputsAsText(report, pageFor(process.stdout))) printLine(line);
  endRun({
    conclusion: concludeOutputs(report, "compiled", allowEmpty),
    problems: report.problems,
    output: "text",
  });
}

function planOnce(inputs: Inputs, { format, verbose, allowEmpty }: Options): void {
  const report = runPlan(inputs);
  const conclusion = concludePlan(report, allowEmpty);
  const { problems } = report;
  if (format === "json") {
    for (const line of errorLines(report, pageFor(process.stderr))) printErrorLine(line);
    printData(planAsJson(report));
    endRun({ conclusion, problems, output: "data" });
    return;
  }
  const page = pageFor(process.stdout);
  for (const line of errorLines(report, page)) printLine(line);
  for (const file of report.files) {
    for (const line of planAsText(file, verbose === true, page.style)) printLine(line);
  }
  endRun({ conclusion, problems, output: "text" });
}
