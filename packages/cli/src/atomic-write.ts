import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { reasonOf, UsageError } from "./exit-codes.js";
import { realPathOf } from "./mapping-files.js";

/**
 * Writes a file as a whole or not at all: readers see the old content or the new. A file that is there keeps its mode; a
 * symbolic link stays one. Throws a UsageError if it can't be written, and leaves nothing behind.
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const target = realPathOf(resolve(path));
  const temporary = join(dirname(target), `.${randomBytes(6).toString("hex")}.responses-tmp`);
  try {
    const mode = modeOf(target);
    // Renaming would replace a file that its owner has made read-only.
    if (mode !== null) accessSync(target, constants.W_OK);
    writeFileSync(temporary, content, { flag: "wx" });
    if (mode !== null) chmodSync(temporary, mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

/**
 * Writes a file below a folder, as a whole or not at all, and makes the folders that are missing. Throws a UsageError for
 * a path that leaves the folder, be it by `..` or through a symbolic link, and if it can't be written.
 */
export function writeInside(folder: string, path: string, content: string | Uint8Array): void {
  const target = resolve(folder, path);
  if (!isInside(resolve(folder), target)) throw new UsageError(`${path} would be written outside ${folder}`);
  makeFolder(folder);
  const root = realPathOf(resolve(folder));
  // Of the folders that are not there yet none can be a link: the nearest one that is there decides.
  if (!isInside(root, nearestRealPath(dirname(target))) || !isInside(root, realPathOf(target))) {
    throw new UsageError(`${path} would be written outside ${folder}, through a symbolic link`);
  }
  makeFolder(dirname(target));
  writeAtomically(target, content);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error && error.code === "EEXIST"
        ? "a file is in its place"
        : reasonOf(error);
    throw new UsageError(`cannot make the folder ${path}: ${reason}`);
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
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

function modeOf(path: string): number | null {
  try {
    return statSync(path).mode & 0o7777;
  } catch {
    return null;
  }
}
