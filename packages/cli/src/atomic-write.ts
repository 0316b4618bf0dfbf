import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { reasonOf, UsageError } from "./exit-codes.js";
import { realPathOf } from "./mapping-files.js";
import { safe } from "./terminal.js";

/** A file that is being written; nobody sees anything of it before `commit`. */
export interface AtomicFile {
  /** Adds to the content. */
  write(content: string | Uint8Array): void;
  /** Puts the file into its place. */
  commit(): void;
  /** Leaves everything as it was. */
  discard(): void;
}

/**
 * Begins a file that appears as a whole or not at all: readers see the old content or the new. A file that is there keeps
 * its mode; a symbolic link stays one. Throws a UsageError if it can't be written, as its methods do, and then leaves
 * nothing behind.
 */
export function beginAtomically(path: string): AtomicFile {
  const target = realPathOf(resolve(path));
  const known = statsOf(target);
  // A device or a pipe (/dev/null) stays what it is.
  const isSpecial = known !== null && !known.isFile() && !known.isDirectory();
  const written = isSpecial
    ? target
    : join(dirname(target), `.${randomBytes(6).toString("hex")}.responses-tmp`);
  let descriptor: number | null = null;

  function close(): void {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  }
  function discard(): void {
    close();
    if (!isSpecial) rmSync(written, { force: true });
  }
  function orDiscard(step: () => void): void {
    try {
      step();
    } catch (error) {
      discard();
      throw new UsageError(`cannot write ${safe(path)}: ${reasonOf(error)}`);
    }
  }

  orDiscard(() => {
    if (known?.isDirectory() === true) throw new Error("it is a folder");
    // Renaming would replace a file that its owner has made read-only.
    if (known !== null) accessSync(target, constants.W_OK);
    descriptor = openSync(written, isSpecial ? "w" : "wx");
    if (known !== null && !isSpecial) fchmodSync(descriptor, known.mode & 0o7777);
  });
  return {
    write: (content) =>
      orDiscard(() => {
        if (descriptor !== null) writeFileSync(descriptor, content);
      }),
    commit: () =>
      orDiscard(() => {
        close();
        if (!isSpecial) renameSync(written, target);
      }),
    discard,
  };
}

/** Writes a file as `beginAtomically` does, at once. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const file = beginAtomically(path);
  file.write(content);
  file.commit();
}

/**
 * Writes a file that must not be there yet, whole or not at all. Throws a UsageError if there is one, also if it appears
 * in the same moment, or if it can't be written.
 */
export function writeNew(path: string, content: string): void {
  const written = join(dirname(path), `.${randomBytes(6).toString("hex")}.responses-tmp`);
  try {
    writeFileSync(written, content, { flag: "wx" });
    // Unlike renaming, making a second name fails where there is a file of that name.
    linkSync(written, path);
  } catch (error) {
    throw new UsageError(`cannot write ${safe(path)}: ${reasonOf(error)}`);
  } finally {
    rmSync(written, { force: true });
  }
}

/**
 * Makes the folders that are missing for a file below a folder, and gives its path. Throws a UsageError for a path that
 * leaves the folder, be it by `..` or through a symbolic link.
 */
export function makePlaceInside(folder: string, path: string): string {
  const target = resolve(folder, path);
  if (!isInside(resolve(folder), target))
    throw new UsageError(`${safe(path)} would be written outside ${safe(folder)}`);
  makeFolder(folder);
  const root = realPathOf(resolve(folder));
  // Of the folders that are not there yet none can be a link: the nearest one that is there decides.
  if (!isInside(root, nearestRealPath(dirname(target))) || !isInside(root, realPathOf(target))) {
    throw new UsageError(`${safe(path)} would be written outside ${safe(folder)}, through a symbolic link`);
  }
  makeFolder(dirname(target));
  return target;
}

/** Makes a folder and those above it; one that is there is fine. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error && error.code === "EEXIST"
        ? "a file is in its place"
        : reasonOf(error);
    throw new UsageError(`cannot make the folder ${safe(path)}: ${reason}`);
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

/** Null where nothing can be learned of it: writing will say why. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
