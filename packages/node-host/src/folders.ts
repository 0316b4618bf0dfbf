import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { codeOf, reasonOf } from "./failure-reason.js";
import { FileError } from "./file-error.js";
import { isInside, realPathOf } from "./paths.js";

/** Makes a folder and those above it; one that is there is fine. Throws a FileError if it can't be made. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const reason = codeOf(error) === "EEXIST" ? "a file is in its place" : reasonOf(error);
    throw new FileError({ kind: "cannot-make-folder", path, reason });
  }
}

/**
 * Makes the folders that are missing for a file below a folder, and gives its path. Throws a FileError for a path that leaves
 * the folder, be it by `..` or through a symbolic link.
 */
export function makePlaceInside(folder: string, path: string): string {
  const target = resolve(folder, path);
  if (!isInside(resolve(folder), target))
    throw new FileError({ kind: "outside-folder", path, folder, byLink: false });
  makeFolder(folder);
  const root = realPathOf(resolve(folder));
  // Of the folders that are not there yet none can be a link: the nearest one that is there decides.
  if (!isInside(root, nearestRealPath(dirname(target))) || !isInside(root, realPathOf(target)))
    throw new FileError({ kind: "outside-folder", path, folder, byLink: true });
  makeFolder(dirname(target));
  return target;
}

function nearestRealPath(path: string): string {
  try {
    statSync(path);
    return realPathOf(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : nearestRealPath(above);
  }
}
