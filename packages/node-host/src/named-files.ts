import { basename, dirname, isAbsolute, join, normalize, resolve, sep } from "node:path";
import { matchesGlob, PROJECT_FILE } from "@responses/dsl/editor";
import { FileError } from "./file-error.js";
import { DISK, type FileSource, type WhatIsThere } from "./file-source.js";
import { IncludeBounds, LEADS_OUT } from "./include-bounds.js";
import { withSlashes } from "./paths.js";
import type { ProjectFiles } from "./project-files.js";

/** The mapping files that names stand for. */
export interface NamedFiles {
  /** Each once, in the order of the names and then of their paths. */
  readonly paths: readonly string[];
  /** For each of them the path without symbolic links. */
  readonly realPaths: ReadonlyMap<string, string>;
  /** For each of them the folder that its name gives: below it the file has its place in a tree of outputs. */
  readonly bases: ReadonlyMap<string, string>;
  /** The folders that were looked through. */
  readonly folders: readonly string[];
  /** What is named and is not there, or not yet. */
  readonly missing: readonly string[];
  /** The topmost folders and the files that the project file leaves out of the folders that were looked through. */
  readonly ignored: readonly string[];
  /** What could not be found or read. */
  readonly problems: readonly FileError[];
}

/**
 * Finds the mapping files that names stand for: a file by its path, whatever that is; a folder with all its `.responses`
 * files; a glob. In folders, `node_modules`, `.git` and what the project file ignores are left out, and symbolic links to
 * folders are not followed; those to files no further than the project's folders, unless a name is the link itself. What is wrong with one name keeps none of the others from being looked for.
 *
 * @param folder where relative paths start, absolute: of the command, the current one
 * @param source where the files come from
 */
export async function findNamedFiles(
  names: readonly string[],
  folder: string,
  projects: ProjectFiles,
  source: FileSource = DISK,
): Promise<NamedFiles> {
  const search = new Search(folder, projects, source);
  for (const name of names) await search.take(name);
  return search.result();
}

class Search {
  readonly #folder: string;
  readonly #projects: ProjectFiles;
  readonly #source: FileSource;
  readonly #bounds: IncludeBounds;
  /** The files' paths, by their real paths. */
  readonly #paths = new Map<string, string>();
  readonly #realPaths = new Map<string, string>();
  readonly #bases = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #missing: string[] = [];
  readonly #ignored = new Set<string>();
  /** The names that gave nothing. */
  readonly #empty: string[] = [];
  readonly #problems: FileError[] = [];

  constructor(folder: string, projects: ProjectFiles, source: FileSource) {
    this.#folder = folder;
    this.#projects = projects;
    this.#source = source;
    this.#bounds = new IncludeBounds(folder);
  }

  result(): NamedFiles {
    // Where nothing at all is found, that is told as such.
    const hasNone = this.#paths.size === 0;
    const empty = hasNone ? [] : this.#empty;
    const ignored = [...this.#ignored];
    const allIgnored =
      hasNone && this.#problems.length === 0 && ignored.length > 0
        ? [new FileError({ kind: "all-ignored", path: PROJECT_FILE, ignored })]
        : [];
    return {
      paths: [...this.#paths.values()],
      realPaths: this.#realPaths,
      bases: this.#bases,
      folders: [...this.#folders],
      missing: this.#missing,
      ignored,
      problems: [
        ...this.#problems,
        ...allIgnored,
        ...empty.map((path) => new FileError({ kind: "gives-nothing", path })),
      ],
    };
  }

  async take(name: string): Promise<void> {
    try {
      if (!(await this.#take(name))) this.#empty.push(name);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#problems.push(error);
    }
  }

  /** Whether it gives anything. */
  async #take(name: string): Promise<boolean> {
    const path = normalize(name);
    const there = this.#whatIsAt(path);
    if (there.kind === "folder") return await this.#walk(path, () => true);
    if (there.kind === "file") {
      this.#add(path, dirname(path), this.#realPathOf(path));
      return true;
    }
    if (isGlob(name)) return await this.#takeGlob(withSlashes(path));
    this.#missing.push(path);
    if (there.kind === "unknown") throw cannotRead(path, there.reason);
    throw new FileError({ kind: "nothing-there", path: name });
  }

  /** Looks only below the folder that stands before the glob's first special part. */
  async #takeGlob(glob: string): Promise<boolean> {
    const parts = glob.split("/");
    const fixed = parts.slice(0, parts.findIndex(isGlob));
    const base = fixed.length === 0 ? "." : `${fixed.join("/")}/`;
    const there = this.#whatIsAt(base);
    if (there.kind === "folder") return await this.#walk(normalize(base), (path) => matchesGlob(glob, path));
    this.#missing.push(normalize(base));
    if (there.kind === "unknown") throw cannotRead(base, there.reason);
    return false;
  }

  /** Whether there is anything, or something that may be. */
  async #walk(base: string, isWanted: (path: string) => boolean): Promise<boolean> {
    const before = this.#problems.length;
    const found = new Map<string, "file" | "link">();
    const enters = (path: string): boolean => !this.#ignores(join(base, path));
    for await (const step of this.#source.walk(resolve(this.#folder, base), enters)) {
      const path = join(base, step.path);
      switch (step.kind) {
        case "folder":
          this.#folders.add(path);
          break;
        case "unlistable-folder":
          this.#problems.push(new FileError({ kind: "cannot-list-folder", path, reason: step.reason }));
          break;
        case "file":
        case "link": {
          if (!isWanted(withSlashes(path)) || this.#ignores(path)) break;
          if (step.kind === "file" || this.#leadsToFile(path)) found.set(path, step.kind);
        }
      }
    }
    const folders = new Map<string, string>();
    for (const path of [...found.keys()].sort()) {
      if (found.get(path) === "link") {
        this.#add(path, base, this.#realPathOf(path));
        continue;
      }
      // Thousands of files are in few folders, and asking the system takes longer than anything else here.
      const end = path.lastIndexOf(sep) + 1;
      const own = path.slice(0, end);
      const folder = folders.get(own) ?? join(this.#realPathOf(own), sep);
      folders.set(own, folder);
      this.#add(path, base, `${folder}${path.slice(end)}`);
    }
    return found.size > 0 || this.#problems.length > before;
  }

  #ignores(path: string): boolean {
    if (!this.#projects.ignores(path)) return false;
    this.#ignored.add(withSlashes(path));
    return true;
  }

  #realPathOf(path: string): string {
    return this.#source.realPathOf(resolve(this.#folder, path));
  }

  /** A link that leads nowhere or out of the project is told of here; one that can't be followed is told when it is read. */
  #leadsToFile(path: string): boolean {
    const { kind } = this.#whatIsAt(path);
    if (kind === "missing" && !isLock(path))
      this.#problems.push(new FileError({ kind: "leads-nowhere", path }));
    if (kind !== "file") return kind === "unknown";
    const leadsOut = this.#source.isDisk && this.#bounds.leadsOut(path);
    if (leadsOut) this.#problems.push(cannotRead(withSlashes(path), LEADS_OUT));
    return !leadsOut;
  }

  #add(path: string, base: string, real: string): void {
    if (this.#paths.has(real)) return;
    const shown = withSlashes(path);
    this.#paths.set(real, shown);
    this.#realPaths.set(shown, real);
    this.#bases.set(shown, base);
  }

  #whatIsAt(path: string): WhatIsThere {
    // Unlike resolving, joining keeps a slash at the end, which asks for a folder.
    return this.#source.whatIsAt(isAbsolute(path) ? path : join(this.#folder, path));
  }
}

function cannotRead(path: string, reason: string): FileError {
  return new FileError({ kind: "cannot-read", path, reason });
}

/** Emacs makes such a link beside a file that is edited, and it leads nowhere. */
function isLock(path: string): boolean {
  return basename(path).startsWith(".#");
}

/** Whether a name stands for files that match it. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}
