import { lstatSync, statSync } from "node:fs";
import { type BoundedRead, readRegularFileSync } from "./bounded-read.js";
import { codeOf, reasonOf } from "./failure-reason.js";
import { type WalkStep, walkMappingFiles } from "./mapping-walk.js";
import { realPathOf } from "./paths.js";

/** What a path leads to. `unknown`: nobody may say, or nothing of it can be read here; the reason is a clause. */
export type WhatIsThere =
  | { readonly kind: "file" | "folder" | "missing" }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * Where mapping files and project files come from: the disk, or a revision of a repository. All paths are absolute. What reads
 * mappings takes one, so that a mapping is linked by the same code wherever it stands.
 */
export interface FileSource {
  /** Whether files are read from the disk as it is: there, those of others can be reached, too. */
  readonly isDisk: boolean;
  /** The path without symbolic links, as equal for equal files; of a file that is not there some path of it. */
  realPathOf(path: string): string;
  /** Reads no more than a number of bytes, and one more of a larger file. Pipes and devices are no files. Never throws. */
  read(path: string, most: number): BoundedRead;
  /** A slash at the end asks for a folder. */
  whatIsAt(path: string): WhatIsThere;
  /** Walks through a folder for mapping files, as `walkMappingFiles` does. */
  walk(folder: string, enters: (path: string) => boolean): AsyncIterable<WalkStep>;
}

/** The files of the machine as they are now. */
export const DISK: FileSource = {
  isDisk: true,
  realPathOf,
  read: readRegularFileSync,
  whatIsAt: (path) => {
    try {
      return { kind: statSync(path).isDirectory() ? "folder" : "file" };
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
      return { kind: "unknown", reason: reasonOf(error) };
    }
  },
  walk: walkMappingFiles,
};

/** Whether a file of the disk is gone for certain: nothing is there, or a folder of its name. */
export function isGone(path: string): boolean {
  const { kind } = DISK.whatIsAt(path);
  return kind === "missing" || kind === "folder";
}

/** Whether the disk has nothing of that name, not even a link that leads nowhere. What nobody may look at may be there. */
export function isVacant(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}
