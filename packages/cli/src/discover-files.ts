import { type Dirent, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";
import { matchesGlob } from "@responses/dsl";
import { reasonOf, UsageError } from "./exit-codes.js";
import { type MappingFiles, realPathOf, withSlashes } from "./mapping-files.js";
import { readInput } from "./match-input.js";
import type { ProjectConfigs } from "./project-config.js";
import { safe } from "./terminal.js";

/** What the arguments of a command stand for. */
export interface Discovered {
  /** The mapping files, each once, in the order of the arguments and then of their paths. */
  readonly paths: readonly string[];
  /** For each of them the folder that its argument names: below it the file has its place in a tree of outputs. */
  readonly bases: ReadonlyMap<string, string>;
  /** The folders that were looked through. */
  readonly folders: readonly string[];
  /** What arguments name and is not there, or not yet. */
  readonly missing: readonly string[];
  /** What could not be found or read. */
  readonly problems: readonly UsageError[];
}

export interface DiscoverOptions {
  readonly configs: ProjectConfigs;
  /** Where the text of standard input goes if the argument is `-`. */
  readonly files: MappingFiles;
  /** What standard input is called, and from where its includes and its project file are looked for. */
  readonly stdinFilename?: string | undefined;
}

const MAPPING_ENDING = ".responses";
const SKIPPED_FOLDERS = new Set(["node_modules", ".git"]);
const STANDARD_INPUT = "-";

/**
 * Finds the mapping files that arguments name: a file by its name, whatever that is; a folder with all its `.responses`
 * files; a glob; `-` for standard input; the current folder if there is no argument. In folders, `node_modules`, `.git`
 * and what the project file ignores are left out, and symbolic links to folders are not followed.
 */
export async function discoverFiles(args: readonly string[], options: DiscoverOptions): Promise<Discovered> {
  if (args.includes(STANDARD_INPUT)) return readStandardInput(args, options);
  if (options.stdinFilename !== undefined)
    throw new UsageError("--stdin-filename is for standard input: give - as the path");
  const search = new Search(options.configs);
  for (const arg of args.length === 0 ? ["."] : args) search.take(arg);
  return search.result();
}

async function readStandardInput(
  args: readonly string[],
  { files, stdinFilename }: DiscoverOptions,
): Promise<Discovered> {
  if (args.length > 1)
    throw new UsageError("- stands for standard input and cannot be combined with other paths");
  const path = stdinFilename ?? "<stdin>";
  files.provide(path, (await readInput(STANDARD_INPUT)).bytes);
  return { paths: [path], bases: new Map([[path, dirname(path)]]), folders: [], missing: [], problems: [] };
}

class Search {
  readonly #configs: ProjectConfigs;
  readonly #paths = new Map<string, string>();
  readonly #bases = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #missing: string[] = [];
  readonly #problems: UsageError[] = [];

  constructor(configs: ProjectConfigs) {
    this.#configs = configs;
  }

  result(): Discovered {
    return {
      paths: [...this.#paths.values()],
      bases: this.#bases,
      folders: [...this.#folders],
      missing: this.#missing,
      problems: this.#problems,
    };
  }

  /** Whatever goes wrong with one argument is no reason to leave the others. */
  take(arg: string): void {
    try {
      this.#take(arg);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#problems.push(error);
    }
  }

  #take(arg: string): void {
    const path = normalize(arg);
    const kind = kindOf(path);
    if (kind === "folder") this.#walk(path, () => true);
    else if (kind === "file") this.#add(path, dirname(path));
    else if (isGlob(arg)) this.#takeGlob(withSlashes(path));
    else {
      this.#missing.push(path);
      throw kind === "missing" ? new UsageError(`there is no file or folder ${safe(arg)}`) : kind;
    }
  }

  /** Looks only below the folder that stands before the glob's first special part. */
  #takeGlob(glob: string): void {
    const parts = glob.split("/");
    const fixed = parts.slice(0, parts.findIndex(isGlob));
    const base = fixed.length === 0 ? "." : `${fixed.join("/")}/`;
    const kind = kindOf(base);
    if (kind === "folder") this.#walk(normalize(base), (path) => matchesGlob(glob, path));
    else this.#missing.push(normalize(base));
    if (kind instanceof UsageError) throw kind;
  }

  #walk(folder: string, isWanted: (path: string) => boolean): void {
    const found: string[] = [];
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      this.#folders.add(next);
      for (const entry of this.#entriesOf(next)) {
        const path = next === "." ? entry.name : join(next, entry.name);
        if (entry.isDirectory()) {
          if (!SKIPPED_FOLDERS.has(entry.name) && !this.#configs.ignores(path)) waiting.push(path);
        } else if (
          entry.name.endsWith(MAPPING_ENDING) &&
          isWanted(withSlashes(path)) &&
          isFile(entry, path)
        ) {
          if (!this.#configs.ignores(path)) found.push(path);
        }
      }
    }
    for (const path of found.sort()) this.#add(path, folder);
  }

  #entriesOf(folder: string): readonly Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.#problems.push(new UsageError(`cannot read the folder ${safe(folder)}: ${reasonOf(error)}`));
      return [];
    }
  }

  #add(path: string, base: string): void {
    const real = realPathOf(resolve(path));
    if (this.#paths.has(real)) return;
    this.#paths.set(real, withSlashes(path));
    this.#bases.set(withSlashes(path), base);
  }
}

function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** A symbolic link counts as the file that it leads to; one that leads nowhere (editors make such locks) is none. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const kind = kindOf(path);
  return kind !== "folder" && kind !== "missing";
}

function kindOf(path: string): "file" | "folder" | "missing" | UsageError {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR") return "missing";
    return new UsageError(`cannot read ${safe(path)}: ${reasonOf(error)}`);
  }
}
