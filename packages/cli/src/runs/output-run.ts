import { dirname, join, relative, resolve } from "node:path";
import { type Mapping, type PlacedRefusal, runExamples } from "@responses/dsl";
import { groupBy } from "@responses/dsl/editor";
import {
  changesOf,
  makeFolder,
  makePlaceInside,
  type Output,
  realPathOf,
  refuseToReplace,
  type StaleOutput,
  staleOutputs,
  withSlashes,
  writeTogether,
} from "@responses/node-host";
import { isProblem, UsageError } from "../terminal/usage-error.js";
import type { Inputs } from "./inputs.js";
import { eachMapping, type Hindrances } from "./linked-mappings.js";

/** Where the outputs go, and whether they are only looked at. */
export interface OutputOptions {
  /** Null for the folder of each input. */
  readonly outDir: string | null;
  /** Writes nothing, and tells which outputs are not what they should be. */
  readonly check: boolean;
  /** Replaces what was written by hand, too, and writes what a symbolic link in an output's place leads to; both are refused otherwise. */
  readonly force: boolean;
}

/** The files that a mapping is turned into. */
export type Outputs =
  | { readonly kind: "outputs"; readonly outputs: readonly Output[] }
  | { readonly kind: "refused"; readonly refusals: readonly PlacedRefusal[] };

/** Files that belong together, and what became of them. */
export interface PlacedOutputs {
  readonly outputs: readonly string[];
  /** Whether anything was written: outputs that are right already are left alone. */
  readonly written: boolean;
  /** Of a run that only looks, the outputs that are missing or hold something else. */
  readonly stale: readonly StaleOutput[];
}

/** A mapping file that was turned into others. */
export interface OutputFile extends PlacedOutputs {
  readonly path: string;
  readonly rules: number;
  readonly examples: number;
  readonly failedExamples: number;
}

export interface OutputReport extends Hindrances {
  readonly files: readonly OutputFile[];
  /** What is of all files together: what they share, and what is made of them, such as an index. */
  readonly ofAll: readonly PlacedOutputs[];
  /** Outputs that nobody needs any more. */
  readonly leftovers: readonly Leftover[];
  /** Whether they were removed, and not only found. */
  readonly areLeftoversRemoved: boolean;
  readonly check: boolean;
}

/** An output whose mapping is gone, or is left out by the project file, or a runtime that no module imports. */
export interface Leftover {
  readonly path: string;
  readonly of: "mapping" | "ignored-mapping" | "runtime";
}

/** What is done with mapping files. */
export interface Work {
  /** As it goes on: `compiling`. */
  readonly doing: string;
  /** As what could not be done: `compile`. */
  readonly undone: string;
  /** Whether a file that holds this, and has this path, comes of it, so that it may be replaced. */
  readonly isGenerated: (content: string, path: string) => boolean;
}

/**
 * Turns all mapping files of a run into other files. Nothing is written for one that is refused; the others are not held up by it.
 *
 * @param turn what a mapping file is turned into, given the path, without its folder's own, that an output repeats: the outputs' paths
 *   begin with that
 * @param shared what the outputs of all files need: it is there before the first of them, and not written without one
 */
export function runOutputs(
  inputs: Inputs,
  work: Work,
  options: OutputOptions,
  turn: (target: string, mapping: Mapping, path: string) => Outputs,
  shared: readonly Output[] = [],
): OutputReport {
  const { found } = inputs;
  const { outDir, check } = options;
  const { doing, undone } = work;
  const files: OutputFile[] = [];
  let placedShared: PlacedOutputs | null = null;
  const clashes = clashesOf(inputs, undone, outDir);
  const hindrances = eachMapping(inputs, doing, (path, mapping) => {
    const clash = clashes.get(path);
    if (clash !== undefined) throw clash;
    const base = found.bases.get(path) ?? dirname(path);
    const turned = turn(join(outDir ?? base, relative(base, path)), mapping, path);
    if (turned.kind === "refused") return turned.refusals;
    if (shared.length > 0) placedShared ??= place(shared, work, options);
    const placed = place(turned.outputs, work, options);
    const results = runExamples(mapping);
    files.push({
      path,
      ...placed,
      rules: mapping.rules.length,
      examples: results.length,
      failedExamples: results.filter(({ difference }) => difference !== null).length,
    });
    return [];
  });
  const ofAll = placedShared === null ? [] : [placedShared];
  return { files, ofAll, leftovers: [], areLeftoversRemoved: false, check, ...hindrances };
}

/**
 * Adds to a run what is made of all its files together. It is no reason to fail otherwise if it can't be written, and is not
 * written where a file's own output has its place.
 *
 * @param outputs their paths are directly in `outDir`
 */
export function withOutputOfAll(
  report: OutputReport,
  outputs: readonly Output[],
  work: Work,
  options: OutputOptions,
): OutputReport {
  const paths = outputs.map(({ path }) => withSlashes(path));
  const own = report.files.find((file) => file.outputs.some((path) => paths.includes(path)));
  try {
    if (own !== undefined)
      throw new UsageError(`cannot write ${paths.join(" and ")}: it is what ${own.path} is written to`);
    return { ...report, ofAll: [...report.ofAll, place(outputs, work, options)] };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { ...report, problems: [...report.problems, error] };
  }
}

/** Writes outputs, or looks at what is in their places. */
function place(outputs: readonly Output[], work: Work, options: OutputOptions): PlacedOutputs {
  const stale = options.check ? staleOutputs(outputs) : [];
  const written = !options.check && write(outputs, work, options);
  return {
    outputs: outputs.map(({ path }) => withSlashes(path)),
    written,
    stale: stale.map(({ path, how }) => ({ path: withSlashes(path), how })),
  };
}

function write(outputs: readonly Output[], { isGenerated }: Work, { outDir, force }: OutputOptions): boolean {
  const changes = changesOf(outputs);
  if (!force) refuseToReplace(changes, isGenerated, true);
  for (const { path } of outputs) {
    if (outDir === null) makeFolder(dirname(path));
    else makePlaceInside(outDir, relative(outDir, path));
  }
  return writeTogether(changes);
}

/** For each file whose output would be another's, too, what to say. */
function clashesOf(
  { found }: Inputs,
  undone: string,
  outDir: string | null,
): ReadonlyMap<string, UsageError> {
  const byTarget = groupBy(found.paths, (path) =>
    outDir === null ? realPathOf(resolve(path)) : relative(found.bases.get(path) ?? dirname(path), path),
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
          `cannot ${undone} ${path}: ${other} would be written to the same ${output}.*; give a folder that holds both, or ${undone} them into different ones`,
        ),
      );
    }
  }
  return clashes;
}
