import { basename, dirname, join, relative, resolve } from "node:path";
import {
  type CompileFormat,
  type CompileResult,
  compile,
  type Mapping,
  type PlacedRefusal,
  runExamples,
  type SourceText,
} from "@responses/dsl";
import { compiledNames, groupBy, refuses } from "@responses/dsl/editor";
import {
  makeFolder,
  makePlaceInside,
  type Output,
  realPathOf,
  withSlashes,
  writeTogether,
} from "@responses/node-host";
import { CollectedFindings, type ReportedFinding, sourcesOf } from "@responses/reporting";
import { type Problem, UsageError } from "../terminal/usage-error.js";
import { eachPath, type Inputs } from "./inputs.js";

export interface CompileOptions {
  readonly format: CompileFormat;
  /** Where the outputs go; null for the folder of each input. */
  readonly outDir: string | null;
}

/** A mapping file that was compiled. */
export interface CompiledFile {
  readonly path: string;
  readonly outputs: readonly string[];
  /** Whether anything was written: outputs that are right already are left alone. */
  readonly written: boolean;
  readonly rules: number;
  readonly examples: number;
  readonly failedExamples: number;
}

export interface CompileReport {
  readonly files: readonly CompiledFile[];
  /** How many files were refused. */
  readonly refused: number;
  /** Why they were: errors in the mappings. */
  readonly errors: readonly ReportedFinding[];
  /** And what the format has no way to express. */
  readonly refusals: readonly PlacedRefusal[];
  /** What could not be read or written. */
  readonly problems: readonly Problem[];
  readonly sourceOf: (path: string) => SourceText;
}

/** Compiles all mapping files of a run. Nothing is written for one that is refused; the others are not held up by it. */
export function runCompile(inputs: Inputs, options: CompileOptions): CompileReport {
  const { files, projects } = inputs;
  const errors = new CollectedFindings(projects);
  const compiled: CompiledFile[] = [];
  const refusals: PlacedRefusal[] = [];
  let refused = 0;
  const clashes = clashesOf(inputs, options);
  const problems = eachPath(inputs, "compiling", (path) => {
    const clash = clashes.get(path);
    if (clash !== undefined) throw clash;
    const { linked } = files.load(path);
    if (linked.kind === "refused") {
      refused += 1;
      errors.add(linked.findings.filter(({ name }) => refuses(name)));
      return;
    }
    const result = compile(linked.mapping, { format: options.format, source: basename(path) });
    if (result.kind === "refused") {
      refused += 1;
      refusals.push(...result.refusals);
      return;
    }
    compiled.push(writeCompiled(path, linked.mapping, result, inputs, options));
  });
  return {
    files: compiled,
    refused,
    errors: errors.inOrder(),
    refusals,
    problems,
    sourceOf: sourcesOf(files),
  };
}

function writeCompiled(
  path: string,
  mapping: Mapping,
  { code, declarations }: Extract<CompileResult, { kind: "compiled" }>,
  { found }: Inputs,
  { format, outDir }: CompileOptions,
): CompiledFile {
  const results = runExamples(mapping);
  const names = compiledNames(placeInTree(path, found.bases), format);
  const folder = outDir ?? found.bases.get(path) ?? dirname(path);
  const outputs: Output[] = [{ path: join(folder, names.code), content: code }];
  if (declarations !== null && names.declarations !== null)
    outputs.push({ path: join(folder, names.declarations), content: declarations });
  for (const output of outputs) {
    if (outDir === null) makeFolder(dirname(output.path));
    else makePlaceInside(outDir, relative(outDir, output.path));
  }
  return {
    path,
    outputs: outputs.map((output) => withSlashes(output.path)),
    written: writeTogether(outputs),
    rules: mapping.rules.length,
    examples: results.length,
    failedExamples: results.filter(({ difference }) => difference !== null).length,
  };
}

/** The file's path below the folder that the argument named: what a tree of outputs repeats. */
function placeInTree(path: string, bases: ReadonlyMap<string, string>): string {
  return relative(bases.get(path) ?? dirname(path), path);
}

/** For each file whose output would be another's, too, what to say. */
function clashesOf({ found }: Inputs, { outDir }: CompileOptions): ReadonlyMap<string, UsageError> {
  const byTarget = groupBy(found.paths, (path) =>
    outDir === null ? realPathOf(resolve(path)) : placeInTree(path, found.bases),
  );
  const clashes = new Map<string, UsageError>();
  for (const [target, paths] of byTarget) {
    const [first = "", second] = paths;
    if (second === undefined) continue;
    for (const path of paths) {
      const other = path === first ? second : first;
      const output = withSlashes(join(outDir ?? ".", target));
      clashes.set(
        path,
        new UsageError(
          `cannot compile ${path}: ${other} would be written to the same ${output}.*; give a folder that holds both, or compile them into different ones`,
        ),
      );
    }
  }
  return clashes;
}
