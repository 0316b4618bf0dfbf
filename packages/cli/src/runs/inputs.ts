import { Option } from "commander";
import { type Discovered, discoverFiles } from "../discover-files.js";
import { UsageError } from "../exit-codes.js";
import { MappingFiles } from "../mapping-files.js";
import { ProjectConfigs } from "../project-config.js";
import type { WatchedPaths } from "./watch.js";

/** What one run works on: the mapping files that its arguments name, and what they read. */
export interface Inputs {
  readonly files: MappingFiles;
  readonly configs: ProjectConfigs;
  readonly found: Discovered;
}

/** Finds the files that the arguments of a command name. */
export async function gatherInputs(paths: readonly string[], stdinFilename?: string): Promise<Inputs> {
  const files = new MappingFiles();
  const configs = new ProjectConfigs();
  return { files, configs, found: await discoverFiles(paths, { configs, files, stdinFilename }) };
}

/**
 * Does something for each mapping file; one that can't be read or written is no reason to leave the others. Gives what
 * went wrong, each message once: a project file is wrong for all its mappings.
 */
export function eachPath({ found }: Inputs, work: (path: string) => void): readonly UsageError[] {
  const problems = [...found.problems];
  for (const path of found.paths) {
    try {
      work(path);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error);
    }
  }
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

/** All that a run read or looked for. */
export function watchedPaths({ files, configs, found }: Inputs): WatchedPaths {
  return { files: [...files.realPaths, ...configs.lookedFor, ...found.missing], folders: found.folders };
}

/** For what cannot go together with `--watch` or `--fix`. */
export function refuseStandardInput(paths: readonly string[], option: string): void {
  if (paths.includes("-"))
    throw new UsageError(`${option} needs a file: standard input is read once and cannot be written`);
}

/** The option of every command that takes `-`. */
export function stdinFilenameOption(): Option {
  return new Option(
    "--stdin-filename <path>",
    "with -, what standard input is called and where its includes are",
  );
}
