import { basename, dirname, join, relative } from "node:path";
import { type CompileFormat, compile, type RuntimeModule, runtimeModule } from "@responses/dsl";
import { compiledNames } from "@responses/dsl/editor";
import { type Output, withSlashes } from "@responses/node-host";
import { UsageError } from "../terminal/usage-error.js";
import {
  areTogether,
  compiledIn,
  isCompiled,
  refuseOutputsElsewhere,
  runtimesUnusedIn,
  withItsMapping,
} from "./compiled-outputs.js";
import { indexModule } from "./index-module.js";
import type { Inputs } from "./inputs.js";
import { withLeftovers } from "./leftovers.js";
import {
  type OutputOptions,
  type OutputReport,
  runOutputs,
  type Work,
  withOutputOfAll,
} from "./output-run.js";

export interface CompileOptions extends OutputOptions {
  readonly format: CompileFormat;
  /** Writes a module over all others. */
  readonly index: boolean;
  /** Modules import one runtime at the root of the outputs; for the mappings of one folder, and for modules alone. */
  readonly sharedRuntime: boolean;
  /** Removes what was compiled from mappings that are gone, which is only told otherwise. */
  readonly clean: boolean;
}

const COMPILING: Work = { doing: "compiling", undone: "compile", isGenerated: isCompiled };

/** `responses compile`: writes a module, or JSON, from each mapping file. */
export function runCompile(inputs: Inputs, options: CompileOptions): OutputReport {
  const { format } = options;
  if (options.clean) refuseOutputsThatSayNothing(inputs, options);
  const runtime = options.sharedRuntime && format !== "json" ? runtimeModule(format) : null;
  const root = rootOf(inputs, options);
  const placed = placing(inputs, options);
  const report = runOutputs(
    inputs,
    COMPILING,
    options,
    (target, mapping, path) => {
      const names = compiledNames(target, format);
      const result = compile(mapping, {
        format,
        source: basename(path),
        ...(runtime === null ? {} : { runtime: addressOf(runtime, root, names.code) }),
      });
      if (result.kind === "refused") return result;
      const { code, declarations } = result;
      const outputs: Output[] = [{ path: names.code, content: code }];
      if (declarations !== null && names.declarations !== null)
        outputs.push({ path: names.declarations, content: declarations });
      return { kind: "outputs", outputs: outputs.map((output) => placed(output, path)) };
    },
    runtime === null ? [] : [{ path: join(root, runtime.file), content: runtime.code }],
  );
  // Without a mapping that was refused it would take from a program what it has.
  const isWhole = report.refused === 0 && report.problems.length === 0;
  const indexed =
    options.index && isWhole
      ? withOutputOfAll(report, indexOutputs(inputs, report, options), COMPILING, options)
      : report;
  return withLeftovers(indexed, inputs, options, options.clean, compiledIn, runtimesUnusedIn);
}

/** How an output is told where its mapping is. */
function placing(
  { found }: Inputs,
  { outDir, format }: CompileOptions,
): (output: Output, mapping: string) => Output {
  // JSON has no comments.
  if (outDir === null || format === "json") return (output) => output;
  const near = new Set([...new Set(found.bases.values())].filter((base) => areTogether(outDir, base)));
  return (output, mapping) =>
    near.has(found.bases.get(mapping) ?? dirname(mapping)) ? withItsMapping(output, mapping) : output;
}

function refuseOutputsThatSayNothing({ found }: Inputs, { outDir }: CompileOptions): void {
  if (outDir === null) return;
  for (const base of new Set(found.bases.values())) refuseOutputsElsewhere(outDir, base);
}

/** The folder that holds the outputs of all mappings of a folder. */
function rootOf({ found }: Inputs, { outDir }: CompileOptions): string {
  const [base = "."] = found.bases.values();
  return outDir ?? base;
}

/** How a module names the runtime that is in the root of the outputs. */
function addressOf({ importedAs }: RuntimeModule, root: string, module: string): string {
  const path = withSlashes(relative(dirname(module), join(root, importedAs)));
  return path.startsWith("../") ? path : `./${path}`;
}

/** Throws a UsageError where the mappings are in several folders, so that it has no place of its own. */
function indexOutputs(
  { found }: Inputs,
  { files }: OutputReport,
  { outDir, format }: CompileOptions,
): readonly Output[] {
  const bases = new Set(found.bases.values());
  const [base = "."] = bases;
  if (bases.size > 1) throw new UsageError("--index is for the mappings of one folder: name that folder");
  const folder = outDir ?? base;
  const modules = files.flatMap(({ path, outputs }) => {
    const [code] = outputs;
    if (code === undefined) return [];
    const name = withSlashes(relative(base, path)).replace(/\.responses$/, "");
    return [{ name, file: withSlashes(relative(folder, code)) }];
  });
  const names = compiledNames("index", format);
  const { code, declarations } = indexModule(modules, format);
  return [
    { path: join(folder, names.code), content: code },
    ...(declarations === null || names.declarations === null
      ? []
      : [{ path: join(folder, names.declarations), content: declarations }]),
  ];
}
