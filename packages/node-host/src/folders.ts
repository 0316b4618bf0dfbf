import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { codeOf, reasonOf } from "./failure-reason.js";
import { FileError } from "./file-error.js";
import { isInside, realPathOf } from "./paths.js";

/** Makes a folder and those above it; one that is there is fine. Throws a FileError if it can't be made. */
export function makeFolder(path: string): void {
  try {
    makeWithThoseAbove(resolve(path));
  } catch (error) {
    const reason = REASONS[codeOf(error)] ?? reasonOf(error);
    throw new FileError({ kind: "cannot-make-folder", path, reason });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: "a file is in its place",
  ENOTDIR: "a file is in its place",
  ENOENT: "no folder can be made there",
};

/** Not what `mkdirSync` does with `recursive`: below a folder in which none can be made, as /proc, that never comes back. */
function makeWithThoseAbove(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeWithThoseAbove(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
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
