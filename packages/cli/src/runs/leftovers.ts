import { type Dirent, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { FOLDERS_LEFT_OUT, isGenerated } from "@responses/dsl/editor";
import { DISK, isGone, isInside, reasonOf, withSlashes } from "@responses/node-host";
import { type Problem, UsageError } from "../terminal/usage-error.js";
import type { Inputs } from "./inputs.js";
import type { Leftover, OutputOptions, OutputReport } from "./output-run.js";

/** The mapping file that an output was made from. */
export interface OutputOrigin {
  /** The output's path. */
  readonly path: string;
  /** Where the mapping file is, or was: relative to the current folder, or absolute. */
  readonly mapping: string;
}

/**
 * What one kind of output is known by: gives, of the names in a folder, the outputs there and where their mappings are. Files that somebody
 * may have written by hand are none, nor those that do not say where their mapping is and are not beside its place.
 */
export type OutputsIn = (folder: string, names: readonly string[]) => readonly OutputOrigin[];

/** Other files that nobody needs, in folders of outputs, given the outputs that are left over themselves. */
export type UnusedIn = (
  folder: string,
  names: readonly string[],
  leftOver: ReadonlySet<string>,
) => readonly string[];

/**
 * Adds to a run the outputs that nobody needs any more: their mapping is gone from the disk, or the project file leaves it out, or they are
 * for other outputs and none uses them. They are looked for in the folders that were gone through, or below `outDir`, and removed if
 * `clean` says so. A mapping that is there and was refused, or not named, is not gone. Nothing is left over in a run that found no mapping at all,
 * unless that is no problem: mostly the folder is the wrong one, or not there yet.
 */
export function withLeftovers(
  report: OutputReport,
  { found, allowEmpty }: Inputs,
  { outDir, check }: OutputOptions,
  clean: boolean,
  outputsIn: OutputsIn,
  unusedIn: UnusedIn = () => [],
): OutputReport {
  if (found.paths.length === 0 && !allowEmpty) return report;
  const made = new Set(report.files.flatMap(({ outputs }) => outputs.map((path) => resolve(path))));
  const ignored = found.ignored.map((path) => resolve(path));
  const isIgnored = (path: string): boolean => ignored.some((folder) => isInside(folder, resolve(path)));
  const folders =
    outDir === null
      ? found.folders.map((folder) => ({ folder, names: entriesIn(folder).map(({ name }) => name) }))
      : foldersBelow(outDir);
  const ofMappings = folders.flatMap(({ folder, names }) =>
    outputsIn(
      folder,
      names.filter((name) => !made.has(resolve(folder, name))),
    ).flatMap(({ path, mapping }): readonly Leftover[] => {
      if (isGone(mapping)) return [{ path, of: "mapping" }];
      return isIgnored(mapping) ? [{ path, of: "ignored-mapping" }] : [];
    }),
  );
  const leftOver = new Set(ofMappings.map(({ path }) => path));
  const unused = folders.flatMap(({ folder, names }) =>
    unusedIn(folder, names, leftOver).map((path): Leftover => ({ path, of: "runtime" })),
  );
  const leftovers = [...ofMappings, ...unused].map((leftover) => ({
    ...leftover,
    path: withSlashes(leftover.path),
  }));
  if (check || !clean) return { ...report, leftovers };
  return { ...report, ...removed(leftovers, report.problems) };
}

function removed(
  leftovers: readonly Leftover[],
  before: readonly Problem[],
): Pick<OutputReport, "leftovers" | "areLeftoversRemoved" | "problems"> {
  const problems: Problem[] = [];
  const gone: Leftover[] = [];
  for (const leftover of leftovers) {
    try {
      rmSync(leftover.path);
      gone.push(leftover);
    } catch (error) {
      problems.push(new UsageError(`cannot remove ${leftover.path}: ${reasonOf(error)}`));
    }
  }
  return { leftovers: gone, areLeftoversRemoved: true, problems: [...before, ...problems] };
}

/** A folder with the names of all that is in it; none of one that cannot be listed. */
export interface ListedFolder {
  readonly folder: string;
  readonly names: readonly string[];
}

/** The folder and all below it, but for those that no mapping is looked for in. */
export function foldersBelow(folder: string): readonly ListedFolder[] {
  const listed: ListedFolder[] = [];
  const folders = [folder];
  for (const at of folders) {
    const entries = entriesIn(at);
    listed.push({ folder: at, names: entries.map(({ name }) => name) });
    for (const entry of entries)
      if (entry.isDirectory() && !FOLDERS_LEFT_OUT.has(entry.name)) folders.push(join(at, entry.name));
  }
  return listed;
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The content of a file that was made from a mapping, or for such files, by its first lines; null of any other. */
export function generatedCode(path: string): string | null {
  const read = DISK.read(path, MOST_BYTES);
  if (read.kind !== "bytes") return null;
  const content = new TextDecoder().decode(read.bytes);
  return isGenerated(content) ? content : null;
}

/** More than any output has; what is larger was written by somebody else. */
const MOST_BYTES = 256 * 1024 * 1024;
