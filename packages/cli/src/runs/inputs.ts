import { dirname } from "node:path";
import {
  type ChosenBaseline,
  DISK,
  FileError,
  findNamedFiles,
  MappingFiles,
  type NamedFiles,
  ProjectFiles,
  type Revision,
} from "@responses/node-host";
import { readInput } from "../files/input.js";
import { refuseResponse } from "../files/response-file.js";
import { NAMELESS_INPUT, STANDARD_INPUT } from "../files/standard-input.js";
import { Progress } from "../terminal/progress.js";
import { isProblem, type Problem, UsageError } from "../terminal/usage-error.js";
import { leftOutTogether } from "./left-out-files.js";
import type { WatchedPaths } from "./watched-states.js";

/** What one run works on: the mapping files that its arguments name, and what they read. */
export interface Inputs {
  readonly files: MappingFiles;
  readonly projects: ProjectFiles;
  readonly found: NamedFiles;
  /** Whether it is no problem that there is nothing to work at: no file, or nothing in one. */
  readonly allowEmpty: boolean;
  /** What they were narrowed to; null where all that is named counts. */
  readonly narrowing: Narrowing | null;
}

/** What a run was narrowed to: the mapping files that changed since a revision, or that stand on something that did. */
export interface Narrowing {
  readonly since: Revision;
  /** How many mapping files are named. */
  readonly among: number;
  /** Mapping files that are gone since, of the current folder and below. */
  readonly deleted: readonly string[];
}

export interface GatherOptions {
  readonly stdinFilename?: string | undefined;
  /** Whether it is no problem that an argument names no mapping file, or one in which nothing stands. */
  readonly allowEmpty?: boolean | undefined;
  readonly chosenBaseline?: ChosenBaseline | undefined;
}

/**
 * Finds the files that the arguments of a command name; without one, those in the current folder and below. `-` stands for
 * standard input, which is called `stdinFilename`: its includes and its project file are looked for from there.
 */
export async function gatherInputs(
  args: readonly string[],
  { stdinFilename, allowEmpty = false, chosenBaseline }: GatherOptions,
): Promise<Inputs> {
  const folder = process.cwd();
  const files = new MappingFiles(folder);
  const projects = new ProjectFiles(folder, DISK, chosenBaseline);
  if (args.includes(STANDARD_INPUT)) {
    if (args.length > 1)
      throw new UsageError("- stands for standard input and cannot be combined with other paths");
    return {
      files,
      projects,
      allowEmpty,
      narrowing: null,
      found: await provideStandardInput(files, stdinFilename ?? NAMELESS_INPUT),
    };
  }
  if (stdinFilename !== undefined)
    throw new UsageError("--stdin-filename is for standard input: give - as the path");
  const found = await findNamedFiles(args.length === 0 ? ["."] : args, folder, projects);
  files.know(found);
  return {
    files,
    projects,
    found: allowEmpty ? withoutEmptyNames(found) : found,
    allowEmpty,
    narrowing: null,
  };
}

/** The same where it is no problem that one of several names gives no mapping file. */
export function withoutEmptyNames(found: NamedFiles): NamedFiles {
  const isEmptyName = ({ fault }: FileError): boolean =>
    fault.kind === "gives-nothing" || fault.kind === "all-ignored";
  return { ...found, problems: found.problems.filter((problem) => !isEmptyName(problem)) };
}

async function provideStandardInput(files: MappingFiles, path: string): Promise<NamedFiles> {
  files.provide(path, (await readInput(STANDARD_INPUT)).bytes);
  return {
    paths: [path],
    realPaths: new Map(),
    bases: new Map([[path, dirname(path)]]),
    folders: [],
    missing: [],
    ignored: [],
    problems: [],
  };
}

/**
 * Does something for each mapping file, and tells how far it is; `verb` says what is done. A file that can't be read or
 * written, or holds a response, is no reason to leave the others. Gives what went wrong, with what could not be found, each message once: a project
 * file is wrong for all its mappings.
 */
export function eachPath(
  { files, found, allowEmpty }: Inputs,
  verb: string,
  work: (path: string) => void,
): readonly Problem[] {
  const problems: Problem[] = [...found.problems];
  const progress = new Progress(verb, found.paths.length);
  for (const path of found.paths) {
    progress.step(path);
    try {
      refuseResponse(path);
      if (!allowEmpty) refuseBlank(path, files);
      work(path);
    } catch (error) {
      if (!isProblem(error)) throw error;
      problems.push(error);
    }
  }
  progress.end();
  return leftOutTogether(distinctProblems(problems));
}

/**
 * Throws a FileError for a mapping file in which nothing stands, as one that a full disk or a broken pipe left behind, and for one that
 * can't be read.
 */
export function refuseBlank(path: string, files: MappingFiles): void {
  files.read(path);
  if (files.contentOf(path).some((byte) => byte > SPACE)) return;
  throw new FileError({ kind: "blank", path });
}

/** Blanks and line ends are no greater. */
const SPACE = 0x20;

/** Each message once. */
export function distinctProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

/** All that a run read or looked for. */
export function watchedPaths({ files, projects, found }: Inputs): WatchedPaths {
  return {
    files: [...files.lookedFor, ...projects.lookedFor, ...found.missing],
    folders: found.folders,
    lacksNamed: found.problems.some(({ fault }) => fault.kind === "nothing-there"),
  };
}
