import { join, relative, sep } from "node:path";
import type { BoundedRead } from "../bounded-read.js";
import type { WhatIsThere } from "../file-source.js";
import type { WalkStep } from "../mapping-walk.js";
import { isInside, realPathOf } from "../paths.js";
import type { GitRepository, Revision } from "./git-repository.js";
import { GitTree, type TreePlace } from "./git-tree.js";
import { checkedOutSubmodule, type RepositoryFiles, walkBelow } from "./submodules.js";
import { TreeBlobs } from "./tree-blobs.js";

/**
 * The files of a revision, as if they stood in the repository's working tree, symbolic links included, and those of submodules that are
 * checked out and have the commit. Reading the tree throws a GitError where git can't; so do all methods.
 */
export class RevisionFiles implements RepositoryFiles {
  readonly isDisk = false;
  readonly #repository: GitRepository;
  readonly #tree: GitTree;
  readonly #blobs: TreeBlobs;
  readonly submodules: ReadonlyMap<string, string>;
  readonly #insides = new Map<string, RevisionFiles | null>();

  constructor(repository: GitRepository, { commit }: Revision) {
    this.#repository = repository;
    this.#tree = GitTree.of(repository.root, commit);
    this.#blobs = new TreeBlobs(repository.root, this.#tree);
    this.submodules = this.#tree.submodules;
  }

  submoduleAt(path: string): RevisionFiles | null {
    const known = this.#insides.get(path);
    if (known !== undefined) return known;
    const commit = this.submodules.get(path);
    const inside = commit === undefined ? null : checkedOutSubmodule(this.#repository.root, path);
    const revision = inside === null || commit === undefined ? null : inside.find(commit);
    const files = inside === null || revision === null ? null : new RevisionFiles(inside, revision);
    this.#insides.set(path, files);
    return files;
  }

  realPathOf(path: string): string {
    const place = this.#placeOf(path);
    if (place?.kind === "submodule")
      return this.submoduleAt(place.path)?.realPathOf(this.#pathIn(place)) ?? path;
    return place?.kind === "file" || place?.kind === "folder"
      ? join(this.#repository.root, place.path)
      : path;
  }

  read(path: string, most: number): BoundedRead {
    const place = this.#placeOf(path);
    if (place === null) return { kind: "missing", reason: "it is outside the repository" };
    switch (place.kind) {
      case "file":
        return this.#blobs.read(place.blob, most);
      case "folder":
        return { kind: "no-file", reason: "it is a folder" };
      case "missing":
        return { kind: "missing", reason: "there is no such file" };
      case "circle":
        return { kind: "impossible", reason: reasonAgainst(place) };
      case "submodule":
        return (
          this.submoduleAt(place.path)?.read(this.#pathIn(place), most) ?? {
            kind: "unreadable",
            reason: reasonAgainst(place),
          }
        );
      case "outside":
      case "unnameable":
        return { kind: "unreadable", reason: reasonAgainst(place) };
    }
  }

  whatIsAt(path: string): WhatIsThere {
    const place = this.#placeOf(path);
    if (place === null) return { kind: "missing" };
    switch (place.kind) {
      case "file":
        return { kind: asksForFolder(path) ? "missing" : "file" };
      case "folder":
      case "missing":
        return { kind: place.kind };
      case "submodule": {
        const inside = this.#pathIn(place);
        return (
          this.submoduleAt(place.path)?.whatIsAt(asksForFolder(path) ? join(inside, sep) : inside) ?? {
            kind: "unknown",
            reason: reasonAgainst(place),
          }
        );
      }
      case "circle":
      case "outside":
      case "unnameable":
        return { kind: "unknown", reason: reasonAgainst(place) };
    }
  }

  async *walk(folder: string, enters: (path: string) => boolean): AsyncGenerator<WalkStep> {
    const place = this.#placeOf(folder);
    if (place?.kind === "submodule")
      yield* this.submoduleAt(place.path)?.walk(this.#pathIn(place), enters) ?? [];
    if (place?.kind !== "folder") return;
    const base = join(this.#repository.root, place.path);
    for (const { kind, path } of this.#tree.walk(place.path, enters)) {
      if (kind !== "submodule") {
        yield { kind, path };
        continue;
      }
      const inside = this.submoduleAt(place.path === "" ? path : `${place.path}/${path}`);
      if (inside !== null) yield* walkBelow(inside, base, path, enters);
    }
  }

  #pathIn({ path, within }: Extract<TreePlace, { readonly kind: "submodule" }>): string {
    return join(this.#repository.root, path, within);
  }

  /** Null for what is not in the repository. */
  #placeOf(path: string): TreePlace | null {
    const { root } = this.#repository;
    const inside = [path, realPathOf(path)].find((way) => isInside(root, way));
    if (inside === undefined) return null;
    return this.#tree.placeOf(relative(root, inside).split(sep).join("/"));
  }
}

function reasonAgainst(place: Exclude<TreePlace, { readonly kind: "file" | "folder" | "missing" }>): string {
  switch (place.kind) {
    case "circle":
      return "its symbolic links lead in a circle";
    case "outside":
      return "a symbolic link leads out of the repository";
    case "submodule":
      return `${place.path} is a submodule, and this clone does not have the files of that commit`;
    case "unnameable":
      return "its name is not UTF-8";
  }
}

/** Whether a path asks for a folder, by a slash at its end. */
export function asksForFolder(path: string): boolean {
  return path.endsWith("/") || path.endsWith(sep);
}
