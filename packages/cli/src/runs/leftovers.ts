import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { isGenerated } from "@responses/dsl/editor";
import { reasonOf, withSlashes } from "@responses/node-host";
import { type Problem, UsageError } from "../terminal/usage-error.js";
import type { Inputs } from "./inputs.js";
import type { OutputOptions, OutputReport } from "./output-run.js";

/** What compiled files end in, behind the names of their mappings; JSON has no header by which it would be known for certain. */
const OUTPUT = /^(.+\.responses)\.(?:mjs|cjs|ts|d\.mts|d\.cts)$/;

/**
 * Removes the compiled files, known by their header, whose mapping is gone, in the folders that were gone through, or below `outDir`, or
 * tells them where a run only looks. A mapping that is there and ignored, refused or not named is not gone.
 */
export function removeLeftovers(
  report: OutputReport,
  { found }: Inputs,
  { outDir, check }: OutputOptions,
): OutputReport {
  const [base = "."] = new Set([...found.bases.values(), ...found.folders]);
  const leftovers =
    outDir === null
      ? found.folders.flatMap((folder) => leftoversIn(folder, (path) => path))
      : outputFolders(outDir).flatMap((folder) =>
          leftoversIn(folder, (path) => join(base, relative(outDir, path))),
        );
  const problems: Problem[] = [];
  const removed: string[] = [];
  for (const path of leftovers) {
    try {
      if (!check) rmSync(path);
      removed.push(withSlashes(path));
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
    return isGeneratedFile(path) ? [path] : [];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The folder and all below it. */
function outputFolders(folder: string): readonly string[] {
  try {
    const below = readdirSync(folder, { recursive: true, withFileTypes: true });
    return [
      folder,
      ...below.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name)),
    ];
  } catch {
    return [];
  }
}

function isGeneratedFile(path: string): boolean {
  try {
    return isGenerated(readFileSync(path, "utf8"));
  } catch {
    return false;
  }
}
