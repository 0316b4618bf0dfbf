import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  linkSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { readRegularFileSync } from "./bounded-read.js";
import { codeOf, reasonOf } from "./failure-reason.js";
import { FileError } from "./file-error.js";
import { realPathOf } from "./paths.js";
import { isInPlace, removeTemporary, temporaryPathBeside } from "./temporary-files.js";

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
 * Begins a file that appears as a whole or not at all: readers see the old content or the new. A file that is there keeps its mode and,
 * where the system allows, its owner; a symbolic link stays one. Throws a FileError if it can't be written, as its methods do, and then
 * leaves nothing behind.
 */
export function beginAtomically(path: string): AtomicFile {
  const target = realPathOf(resolve(path));
  const known = statsOf(target);
  // A device or a pipe (/dev/null) stays what it is.
  const isSpecial = known !== null && !known.isFile() && !known.isDirectory();
  const written = isSpecial ? target : temporaryPathBeside(target);
  let descriptor: number | null = null;

  function close(): void {
    const open = descriptor;
    // Also where it fails, there is nothing left to close.
    descriptor = null;
    if (open !== null) closeSync(open);
  }
  function discard(): void {
    try {
      close();
    } catch {
      // Nothing of it is wanted any more.
    }
    if (!isSpecial) removeTemporary(written);
  }
  function orDiscard(step: () => void): void {
    try {
      step();
    } catch (error) {
      discard();
      throw cannotWrite(path, error);
    }
  }

  orDiscard(() => {
    if (known?.isDirectory() === true) throw new Error("it is a folder");
    if (known?.isFIFO() === true) refuseUnreadPipe(target);
    // Renaming would replace a file that its owner has made read-only.
    if (known !== null) accessSync(target, constants.W_OK);
    descriptor = openSync(written, isSpecial ? "w" : "wx");
    if (known !== null && !isSpecial) keepOwner(descriptor, known);
  });
  return {
    write: (content) =>
      orDiscard(() => {
        if (descriptor !== null) writeFileSync(descriptor, content);
      }),
    commit: () =>
      orDiscard(() => {
        close();
        if (isSpecial) return;
        renameSync(written, target);
        isInPlace(written);
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
 * Writes a file anew that was read before, as `beginAtomically` does, unless it holds something else by now: what somebody has saved since
 * then stays. Gives whether it was written; throws a FileError if it can't be.
 */
export function rewriteAtomically(path: string, before: Uint8Array, content: string | Uint8Array): boolean {
  const file = beginAtomically(path);
  file.write(content);
  if (holds(path, before)) {
    file.commit();
    return true;
  }
  file.discard();
  return false;
}

/** What is told where a file that was to be written anew has changed. */
export function changedSinceRead(path: string): FileError {
  const reason = "it has changed since it was read; run the command again";
  return new FileError({ kind: "cannot-write", path, reason });
}

/** Whether the file is as it was; a device or a pipe, which cannot be read twice, counts as that. */
function holds(path: string, before: Uint8Array): boolean {
  try {
    if (!statSync(path).isFile()) return true;
    const read = readRegularFileSync(path, before.length);
    return read.kind === "bytes" && read.bytes.equals(before);
  } catch {
    return false;
  }
}

/**
 * Writes a file that must not be there yet, whole or not at all. Throws a FileError if there is one, also if it appears
 * in the same moment, or if it can't be written.
 */
export function writeNew(path: string, content: string): void {
  const written = temporaryPathBeside(path);
  try {
    writeFileSync(written, content, { flag: "wx" });
    // Unlike renaming, making a second name fails where there is a file of that name.
    linkSync(written, path);
  } catch (error) {
    throw cannotWrite(path, error);
  } finally {
    removeTemporary(written);
  }
}

/** Opening a pipe that nobody reads waits for whoever does. Throws instead. */
function refuseUnreadPipe(path: string): void {
  try {
    closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch (error) {
    throw codeOf(error) === "ENXIO" ? new Error("it is a pipe that nobody reads") : error;
  }
}

/** The mode comes last: giving a file to somebody else takes parts of it away. */
function keepOwner(descriptor: number, { uid, gid, mode }: Stats): void {
  const own = fstatSync(descriptor);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(descriptor, uid, gid);
    } catch {
      // Only an administrator can give a file away; for others it has always become their own.
    }
  }
  fchmodSync(descriptor, mode & 0o7777);
}

function cannotWrite(path: string, error: unknown): FileError {
  // That the file itself is not there yet is no reason.
  const reason = codeOf(error) === "ENOENT" ? "no file can be made there" : reasonOf(error);
  return new FileError({ kind: "cannot-write", path, reason });
}

/** Null where nothing can be learned of it: writing will say why. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
