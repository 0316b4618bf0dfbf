import type { BoundedRead } from "../bounded-read.js";
import { GitError } from "./git-error.js";
import { type Blob, readBlobs } from "./git-objects.js";
import type { GitTree } from "./git-tree.js";

/** What the files of a tree hold. */
export class TreeBlobs {
  readonly #root: string;
  readonly #tree: GitTree;
  /** Those that were read, by their names. */
  readonly #blobs = new Map<string, Blob>();
  #most = 0;

  /** @param root of the repository */
  constructor(root: string, tree: GitTree) {
    this.#root = root;
    this.#tree = tree;
  }

  /**
   * Reads a blob by its name. What runs read is read at once when the first of it is asked for: calls of git cost more than files. Throws a
   * GitError if git fails.
   */
  read(name: string, most: number): BoundedRead {
    if (this.#most < most) {
      this.#most = most;
      this.#take(this.#tree.usualBlobs);
    }
    if (!this.#blobs.has(name)) this.#take([name]);
    const blob = this.#blobs.get(name) ?? { kind: "missing" };
    switch (blob.kind) {
      case "bytes":
        return blob.bytes.length > most
          ? { kind: "too-large", start: blob.bytes.subarray(0, most + 1) }
          : { kind: "bytes", bytes: blob.bytes };
      case "too-large":
        // Nobody looks at more of it than how much it is.
        return { kind: "too-large", start: Buffer.alloc(most + 1) };
      case "missing":
        return { kind: "unreadable", reason: NOT_IN_CLONE };
    }
  }

  #take(names: readonly string[]): void {
    try {
      const blobs = readBlobs(this.#root, names, this.#most);
      for (const [name, blob] of blobs) this.#blobs.set(name, blob);
    } catch (error) {
      // Of what a partial clone leaves out older versions of git say nothing else. One by one it shows which that is.
      if (!(error instanceof GitError) || error.fault.kind !== "not-in-clone") throw error;
    }
  }
}

const NOT_IN_CLONE =
  "this clone does not hold its content: if it is a partial clone, git fetch --refetch --no-filter gets it, else git fsck tells more";
