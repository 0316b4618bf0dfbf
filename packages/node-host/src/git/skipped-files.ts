import { join, relative, sep } from "node:path";
import type { BoundedRead } from "../bounded-read.js";
import { DISK, isVacant } from "../file-source.js";
import type { WalkStep } from "../mapping-walk.js";
import { isInside } from "../paths.js";
import { wayTo } from "../way-to.js";
import { entryOf, GitTree } from "./git-tree.js";
import { SUBMODULE, type Tracked } from "./tracked-paths.js";
import { TreeBlobs } from "./tree-blobs.js";

/** What a path leads to of which the disk has nothing; paths are absolute. */
export type SkippedPlace =
  | { readonly kind: "file"; readonly path: string; readonly blob: string }
  | { readonly kind: "folder"; readonly path: string }
  /** A link that is not on the disk leads to something that is. */
  | { readonly kind: "on-disk"; readonly path: string };

/**
 * The files of a working tree that git is told to leave off the disk, as a sparse checkout does, and that are not there: git takes them for
 * what the index has of them. Methods throw a GitError where git fails.
 */
export class SkippedFiles {
  readonly #root: string;
  readonly #tree: GitTree;
  readonly #blobs: TreeBlobs;

  constructor(root: string, skipped: Tracked["skipped"]) {
    this.#root = root;
    this.#tree = new GitTree(
      root,
      new Map(
        [...skipped].flatMap(([path, { mode, blob }]) =>
          mode === SUBMODULE ? [] : [[path, entryOf(mode, blob)]],
        ),
      ),
    );
    this.#blobs = new TreeBlobs(root, this.#tree);
  }

  /** Where a path leads, through links of the disk and of the index; null where the disk has it, or nothing has. */
  placeOf(path: string): SkippedPlace | null {
    if (DISK.whatIsAt(path).kind !== "missing") return null;
    const end = wayTo(path).at(-1) ?? path;
    if (!isInside(this.#root, end)) return null;
    const place = this.#tree.placeOf(relative(this.#root, end).split(sep).join("/"));
    switch (place.kind) {
      case "file":
      case "folder":
        return { ...place, path: join(this.#root, place.path) };
      case "missing": {
        const there = join(this.#root, place.path);
        return DISK.whatIsAt(there).kind === "missing" ? null : { kind: "on-disk", path: there };
      }
      case "outside":
      case "circle":
      case "submodule":
      case "unnameable":
        return null;
    }
  }

  read(blob: string, most: number): BoundedRead {
    return this.#blobs.read(blob, most);
  }

  /** Walks through a folder for what the disk does not have of it, by its path from the root. */
  *walk(folder: string, enters: (path: string) => boolean): Generator<WalkStep> {
    for (const { kind, path } of this.#tree.walk(folder, enters))
      if (kind !== "submodule" && isVacant(join(this.#root, folder, path))) yield { kind, path };
  }
}
