import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { FOLDERS_LEFT_OUT, isGenerated, isRuntimeFileName } from "@responses/dsl/editor";
import { reasonOf, withSlashes } from "@responses/node-host";
import { type Problem, UsageError } from "../terminal/usage-error.js";
import type { Inputs } from "./inputs.js";
import type { Leftover, OutputOptions, OutputReport } from "./output-run.js";

/** What compiled files end in, behind the names of their mappings; JSON has no header by which it would be known for certain. */
const OUTPUT = /^(.+\.responses)\.(?:mjs|cjs|ts|d\.mts|d\.cts)$/;

/**
 * Removes the compiled files, known by their header, whose mapping is gone, in the folders that were gone through, or below `outDir`, and
 * the runtimes there that no module imports; or tells them where a run only looks. A mapping that is there and ignored, refused or not
 * named is not gone.
 */
export function removeLeftovers(
  report: OutputReport,
  { found }: Inputs,
  { outDir, check }: OutputOptions,
): OutputReport {
  const [base = "."] = new Set([...found.bases.values(), ...found.folders]);
  const folders = outDir === null ? found.folders : foldersBelow(outDir);
  const mappingOf = (path: string): string => (outDir === null ? path : join(base, relative(outDir, path)));
  const ofMappings = folders.flatMap((folder) => leftoversIn(folder, mappingOf));
  const leftovers = [
    ...ofMappings.map((path): Leftover => ({ path, of: "mapping" })),
    ...folders
      .flatMap((folder) => unusedRuntimes(folder, ofMappings))
      .map((path): Leftover => ({ path, of: "runtime" })),
  ];
  const problems: Problem[] = [];
  const removed: Leftover[] = [];
  for (const { path, of } of leftovers) {
    try {
      if (!check) rmSync(path);
      removed.push({ path: withSlashes(path), of });
    } catch (error) {
      problems.push(new UsageError(`cannot remove ${withSlashes(path)}: ${reasonOf(error)}`));
    }
  }
  return { ...report, leftovers: removed, problems: [...report.problems, ...problems] };
}

/** @param mappingOf where the mapping of an output is, given the output's path without its ending */
function leftoversIn(folder: string, mappingOf: (path: string) => string): readonly string[] {
  return namesIn(folder).flatMap((name) => {
    const mapping = OUTPUT.exec(name)?.[1];
    if (mapping === undefined || existsSync(mappingOf(join(folder, mapping)))) return [];
    const path = join(folder, name);
    return generatedCode(path) === null ? [] : [path];
  });
}

/**
 * The runtimes in a folder that no module in it or below imports, but for those modules that are left over themselves. Modules are read only
 * where there is a runtime.
 */
function unusedRuntimes(folder: string, leftovers: readonly string[]): readonly string[] {
  const runtimes = namesIn(folder).filter(
    (name) => isRuntimeFileName(name) && generatedCode(join(folder, name)) !== null,
  );
  if (runtimes.length === 0) return [];
  const gone = new Set(leftovers);
  const modules = foldersBelow(folder)
    .flatMap((below) => namesIn(below).map((name) => join(below, name)))
    .filter((path) => OUTPUT.test(path) && !gone.has(path))
    .map((path) => generatedCode(path) ?? "");
  // TypeScript is imported by the name that it has once it is compiled.
  const isImported = (name: string): boolean =>
    modules.some((code) => code.includes(`/${name.replace(/\.ts$/, ".js")}"`));
  return runtimes.filter((name) => !isImported(name)).map((name) => join(folder, name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The folder and all below it, but for those that no mapping is looked for in. */
function foldersBelow(folder: string): readonly string[] {
  const folders = [folder];
  for (const at of folders) {
    for (const name of foldersIn(at)) folders.push(join(at, name));
  }
  return folders;
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) =>
      entry.isDirectory() && !FOLDERS_LEFT_OUT.has(entry.name) ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

/** The content of a file that was compiled from a mapping, or is a runtime; null of any other. */
function generatedCode(path: string): string | null {
  try {
    const content = readFileSync(path, "utf8");
    return isGenerated(content) ? content : null;
  } catch {
    return null;
  }
}
