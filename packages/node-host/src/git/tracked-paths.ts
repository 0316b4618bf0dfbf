import { type GitAnswer, misunderstood, runGit } from "./git-process.js";
import type { GitRepository } from "./git-repository.js";

/** What git answers for, by paths from the root of the repository, with `/`. */
export interface Tracked {
  readonly files: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** With the commits that the index has of them. */
  readonly submodules: ReadonlyMap<string, string>;
  /** What git is told to leave off the disk, as a sparse checkout does, whether or not it is there: with what the index has of it. */
  readonly skipped: ReadonlyMap<string, Indexed>;
}

/** What the index has of a path. */
export interface Indexed {
  readonly mode: string;
  /** The name of the blob, or the commit of a submodule. */
  readonly blob: string;
}

export const SUBMODULE = "160000";
export const LINK = "120000";

/** Asks what git tracks in the whole working tree, by paths from its root, wherever in it git is run. */
export const LISTING = ["ls-files", "-z", "--stage", "-v", "--full-name", "--", ":/"];

/** What a repository tracks, which takes one call of git. */
export function trackedOf({ root }: GitRepository): Tracked {
  return trackedIn(runGit(root, LISTING));
}

export function trackedIn({ output }: GitAnswer): Tracked {
  const files = new Set<string>();
  const links = new Set<string>();
  const submodules = new Map<string, string>();
  const skipped = new Map<string, Indexed>();
  // `TAG MODE BLOB STAGE\tPATH`; of files that it is told not to look at, and of conflicts, the tag is another than H.
  for (const entry of `${output}`.split("\0")) {
    const tab = entry.indexOf("\t");
    const path = entry.slice(tab + 1);
    if (entry === "") continue;
    const [tag, mode, blob = ""] = entry.slice(0, tab).split(" ");
    if (tab < 0 || mode?.length !== 6 || blob.length < 40) throw misunderstood("ls-files");
    // A small letter where it is also told to take the file for unchanged.
    if (tag === "S" || tag === "s") skipped.set(path, { mode, blob });
    if (mode === SUBMODULE) submodules.set(path, blob);
    else if (tag === "H") (mode === LINK ? links : files).add(path);
  }
  return { files, links, submodules, skipped };
}
