import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { DISK } from "../file-source.js";
import { type WalkStep, walkMappingFiles } from "../mapping-walk.js";
import { isInside, realPathOf } from "../paths.js";
import { trackedSubmodules } from "./changed-paths.js";
import type { GitRepository } from "./git-repository.js";
import { checkedOutSubmodule, type RepositoryFiles, walkBelow } from "./submodules.js";

/**
 * The files of the working tree as they are on the disk, to be held against a revision: what is only in the index counts for
 * nothing, and walks leave out what a revision does not hold either: files that git ignores, and repositories in the
 * repository that are no submodules of it.
 */
export function workingTreeOf(repository: GitRepository): RepositoryFiles {
  return new WorkingTree(repository);
}

class WorkingTree implements RepositoryFiles {
  readonly isDisk = true;
  readonly realPathOf = DISK.realPathOf;
  readonly read = DISK.read;
  readonly whatIsAt = DISK.whatIsAt;
  readonly #repository: GitRepository;
  readonly #insides = new Map<string, RepositoryFiles | null>();
  #submodules: ReadonlyMap<string, string> | null = null;

  constructor(repository: GitRepository) {
    this.#repository = repository;
  }

  /** With the commits that the index has: where one is not checked out, nothing else tells which it is. */
  get submodules(): ReadonlyMap<string, string> {
    const { root } = this.#repository;
    this.#submodules ??= new Map(
      [...trackedSubmodules(this.#repository)].filter(([path]) => existsSync(join(root, path))),
    );
    return this.#submodules;
  }

  submoduleAt(path: string): RepositoryFiles | null {
    const known = this.#insides.get(path);
    if (known !== undefined) return known;
    const inside = checkedOutSubmodule(this.#repository.root, path);
    const files = inside === null ? null : new WorkingTree(inside);
    this.#insides.set(path, files);
    return files;
  }

  /** The submodule that a path from the root is of, or in. */
  #submoduleAround(path: string): string | null {
    for (const one of this.submodules.keys()) if (`${path}/`.startsWith(`${one}/`)) return one;
    return null;
  }

  async *walk(folder: string, enters: (path: string) => boolean): AsyncGenerator<WalkStep> {
    // Git refuses paths that lead through links.
    const base = realPathOf(folder);
    const { root } = this.#repository;
    const fromRoot = (path: string): string => relative(root, join(base, path)).split(sep).join("/");
    const start = isInside(root, base) ? fromRoot("") : null;
    // Git does not answer for what is in a submodule.
    const around = start === null ? null : this.#submoduleAround(start);
    if (around !== null) {
      yield* this.submoduleAt(around)?.walk(base, enters) ?? [];
      return;
    }
    const submodules: string[] = [];
    const isOwn = (path: string): boolean => {
      if (!enters(path)) return false;
      if (!this.submodules.has(fromRoot(path))) return !existsSync(join(base, path, ".git"));
      submodules.push(path);
      return false;
    };
    const steps: WalkStep[] = [];
    for await (const step of walkMappingFiles(base, isOwn)) steps.push(step);
    const files = steps.filter(({ kind }) => kind === "file" || kind === "link").map(({ path }) => path);
    const ignored = start === null ? new Set<string>() : this.#repository.ignored(files.map(fromRoot));
    for (const step of steps) if (!ignored.has(fromRoot(step.path))) yield step;
    for (const path of submodules) {
      const inside = this.submoduleAt(fromRoot(path));
      if (inside !== null) yield* walkBelow(inside, base, path, enters);
    }
  }
}
