import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { BoundedRead } from "../bounded-read.js";
import { DISK, isVacant, type WhatIsThere } from "../file-source.js";
import { type WalkStep, walkMappingFiles } from "../mapping-walk.js";
import { isInside, withSlashes } from "../paths.js";
import type { GitRepository } from "./git-repository.js";
import { asksForFolder } from "./revision-files.js";
import { SkippedFiles, type SkippedPlace } from "./skipped-files.js";
import { checkedOutSubmodule, type RepositoryFiles, walkBelow } from "./submodules.js";
import { type Tracked, trackedOf } from "./tracked-paths.js";

/**
 * The files of the working tree as they are on the disk, to be held against a revision: what is only in the index counts for
 * nothing, but for what git is told to leave off the disk, as a sparse checkout does; and walks leave out what a revision does not hold either: files that git ignores, and repositories in the
 * repository that are no submodules of it.
 */
export function workingTreeOf(repository: GitRepository): RepositoryFiles {
  return new WorkingTree(repository);
}

class WorkingTree implements RepositoryFiles {
  readonly isDisk = true;
  readonly #repository: GitRepository;
  readonly #insides = new Map<string, WorkingTree | null>();
  #known: Index | null = null;

  constructor(repository: GitRepository) {
    this.#repository = repository;
  }

  /** With the commits that the index has: where one is not checked out, nothing else tells which it is. */
  get submodules(): ReadonlyMap<string, string> {
    return this.#index.submodules;
  }

  get #index(): Index {
    this.#known ??= indexOf(this.#repository.root, trackedOf(this.#repository));
    return this.#known;
  }

  realPathOf(path: string): string {
    return this.#offDisk(path)?.place.path ?? DISK.realPathOf(path);
  }

  read(path: string, most: number): BoundedRead {
    const read = DISK.read(path, most);
    if (read.kind !== "missing" && read.kind !== "no-file") return read;
    const found = this.#offDisk(path);
    switch (found?.place.kind) {
      case undefined:
        return read;
      case "file":
        return found.skipped.read(found.place.blob, most);
      case "folder":
        return { kind: "no-file", reason: "it is a folder" };
      case "on-disk":
        return DISK.read(found.place.path, most);
    }
  }

  whatIsAt(path: string): WhatIsThere {
    const there = DISK.whatIsAt(path);
    if (there.kind !== "missing") return there;
    const place = this.#offDisk(path)?.place;
    switch (place?.kind) {
      case undefined:
        return there;
      case "file":
        return { kind: asksForFolder(path) ? "missing" : "file" };
      case "folder":
        return { kind: "folder" };
      case "on-disk":
        return DISK.whatIsAt(place.path);
    }
  }

  /** What git has of a path in place of the disk, here or in a submodule. */
  #offDisk(path: string): OffDisk | null {
    const { root } = this.#repository;
    const around = isInside(root, path) ? this.#submoduleAround(withSlashes(relative(root, path))) : null;
    const inside = around === null ? null : this.#workingTreeAt(around);
    if (inside !== null) return inside.#offDisk(path);
    const { skipped } = this.#index;
    const place = skipped?.placeOf(path) ?? null;
    return skipped === null || place === null ? null : { skipped, place };
  }

  submoduleAt(path: string): RepositoryFiles | null {
    return this.#workingTreeAt(path);
  }

  #workingTreeAt(path: string): WorkingTree | null {
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
    const base = this.realPathOf(folder);
    const { root } = this.#repository;
    const fromRoot = (path: string): string => withSlashes(relative(root, join(base, path)));
    const start = isInside(root, base) ? fromRoot("") : null;
    // Git does not answer for what is in a submodule.
    const around = start === null ? null : this.#submoduleAround(start);
    if (around !== null) {
      yield* this.submoduleAt(around)?.walk(base, enters) ?? [];
      return;
    }
    const { skipped } = this.#index;
    const submodules: string[] = [];
    const isOwn = (path: string): boolean => {
      if (!enters(path)) return false;
      if (!this.submodules.has(fromRoot(path))) return !existsSync(join(base, path, ".git"));
      submodules.push(path);
      return false;
    };
    const steps: WalkStep[] = [];
    // A folder of which only git knows cannot be listed.
    const isOffDisk = skipped !== null && isVacant(base);
    if (!isOffDisk) for await (const step of walkMappingFiles(base, isOwn)) steps.push(step);
    const files = steps.filter(({ kind }) => kind === "file" || kind === "link").map(({ path }) => path);
    const ignored = start === null ? new Set<string>() : this.#repository.ignored(files.map(fromRoot));
    for (const step of steps) if (!ignored.has(fromRoot(step.path))) yield step;
    if (start !== null) yield* skipped?.walk(start, enters) ?? [];
    for (const path of submodules) {
      const inside = this.submoduleAt(fromRoot(path));
      if (inside !== null) yield* walkBelow(inside, base, path, enters);
    }
  }
}

/** What the index has that the disk alone does not tell. */
interface Index {
  readonly submodules: ReadonlyMap<string, string>;
  /** Null where git is told to leave nothing off the disk. */
  readonly skipped: SkippedFiles | null;
}

function indexOf(root: string, { submodules, skipped }: Tracked): Index {
  const isThere = (path: string): boolean => skipped.has(path) || existsSync(join(root, path));
  return {
    submodules: new Map([...submodules].filter(([path]) => isThere(path))),
    skipped: skipped.size === 0 ? null : new SkippedFiles(root, skipped),
  };
}

/** What is not on the disk and counts as there, and by what. */
interface OffDisk {
  readonly skipped: SkippedFiles;
  readonly place: SkippedPlace;
}
