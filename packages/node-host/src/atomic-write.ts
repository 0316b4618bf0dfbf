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
import { whileClaimed } from "./claimed-file.js";
import { codeOf, reasonOf } from "./failure-reason.js";
import { FileError } from "./file-error.js";
import { realPathOf, withSlashes } from "./paths.js";
import { isInPlace, removeTemporary, temporaryPathBeside } from "./temporary-files.js";

/** A file that is being written; nobody sees anything of it before `commit`. */
export interface AtomicFile {
  /** Adds to the content. */
  write(content: string | Uint8Array): void;
  /** Puts the file into its place, unless that holds something else than it was to. */
  commit(): void;
  /** Leaves everything as it was. */
  discard(): void;
}

/**
 * Begins a file that appears as a whole or not at all: readers see the old content or the new. A file that is there keeps its mode and,
 * where the system allows, its owner; a symbolic link stays one. Throws a FileError if it can't be written, as its methods do, and then
 * leaves nothing behind.
 *
 * @param before what its place held when it was read: what somebody has saved there since then stays. Left out where that is not asked
 */
export function beginAtomically(path: string, before?: ReadBefore): AtomicFile {
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
        if (before === undefined) renameSync(written, target);
        else
          whileClaimed(target, () => {
            if (!holds(target, before)) throw changedSinceRead(path);
            renameSync(written, target);
          });
        isInPlace(written);
      }),
    discard,
  };
}

/** Writes a file as `beginAtomically` does, at once. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  write(beginAtomically(path), content);
}

/** The same for a file that was read before. Throws a FileError, too, where it holds something else by now, which stays. */
export function rewriteAtomically(path: string, before: ReadBefore, content: string | Uint8Array): void {
  write(beginAtomically(path, before), content);
}

function write(file: AtomicFile, content: string | Uint8Array): void {
  file.write(content);
  file.commit();
}

/** What a file held when it was read; null where there was none. */
export type ReadBefore = Uint8Array | null;

/** Reads what `rewriteAtomically` asks for. Throws a FileError where there is a file that can't be read: nobody knows what would be lost. */
export function readBefore(path: string): Buffer | null {
  const read = readRegularFileSync(path, LARGEST);
  if (read.kind === "unreadable") {
    const reason = `${read.reason}; what is there is not replaced unread: make it readable, or remove it`;
    throw new FileError({ kind: "cannot-read", path: withSlashes(path), reason });
  }
  return read.kind === "bytes" ? read.bytes : null;
}

/** Bytes of a file that is written anew; nobody writes larger ones. */
const LARGEST = 1024 ** 3;

/** Whether the file is as it was. */
export function holds(path: string, before: ReadBefore): boolean {
  const read = readRegularFileSync(path, before?.length ?? 0);
  switch (read.kind) {
    case "bytes":
      return before !== null && read.bytes.equals(before);
    case "too-large":
    case "unreadable":
      return false;
    case "missing":
    case "no-file":
    case "impossible":
      return before === null;
  }
}

function changedSinceRead(path: string): FileError {
  const reason = "it has changed since it was read; run the command again";
  return new FileError({ kind: "changed-since-read", path, reason });
}

/** Whether that was thrown since a file has changed. */
export function isOfChange(error: unknown): boolean {
  return error instanceof FileError && error.fault.kind === "changed-since-read";
}

/** Times that a file is read and written again which somebody else keeps writing. */
const MOST_TRIES = 20;

/** Does again what reads a file and writes it, as often as somebody else writes it in between; the last time it throws that. */
export function untilUnchanged<Result>(rewrite: () => Result): Result {
  for (let tries = 1; ; tries++) {
    try {
      return rewrite();
    } catch (error) {
      if (tries === MOST_TRIES || !isOfChange(error)) throw error;
    }
  }
}

/**
 * Adds to the end of a file to which others may add at the same time: nobody's text is lost or cut by another's. Only where the disk is full, or the
 * process ends in the midst of it, a part may be left. Throws a FileError where it cannot be written.
 *
 * @param between stands before it where there is something already
 */
export function appendTo(path: string, content: string, between: string): void {
  try {
    // Opening a pipe waits for whoever reads it, unless this says not to; Windows knows no such pipes.
    const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NONBLOCK ?? 0);
    const descriptor = openSync(path, flags, 0o666);
    try {
      writeFileSync(descriptor, fstatSync(descriptor).size === 0 ? content : `${between}${content}`);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw cannotWrite(path, error);
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
  if (error instanceof FileError) return error;
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
