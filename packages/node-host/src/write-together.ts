import { rmSync } from "node:fs";
import { dirname } from "node:path";
import {
  type AtomicFile,
  beginAtomically,
  holds,
  isOfChange,
  readBefore,
  rewriteAtomically,
} from "./atomic-write.js";
import { FileError } from "./file-error.js";
import { clearLeftovers } from "./temporary-files.js";

/** A file to be written. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

/** The same with what was read in its place: what somebody has saved there since then stays. */
export interface Change extends Output {
  readonly before: Buffer | null;
}

/** Reads what is in the places of outputs. */
export function changesOf(outputs: readonly Output[]): readonly Change[] {
  return outputs.map((output) => ({ ...output, before: readBefore(output.path) }));
}

/**
 * Writes files that belong together: all of them or none. One that holds its content already is left alone, so that
 * build steps that look at its time see no change. Gives whether anything was written; throws a FileError where a file
 * can't be, or holds something else than was read.
 */
export function writeTogether(all: readonly Change[]): boolean {
  // A run that was killed may have left something where there is nothing to write any more.
  for (const { path } of all) clearLeftovers(dirname(path));
  const changes = all.filter(isStale);
  const begun: AtomicFile[] = [];
  try {
    for (const { path, content, before } of changes) {
      const file = beginAtomically(path, before);
      begun.push(file);
      file.write(content);
    }
  } catch (error) {
    for (const file of begun) file.discard();
    throw error;
  }
  commitAll(begun, changes);
  return changes.length > 0;
}

/** A file that is not what it should be: it is not there, has other line ends, or holds something else. */
export interface StaleOutput {
  readonly path: string;
  readonly how: "missing" | "line-ends" | "content";
}

/** Those of the outputs whose files are not what they should be; nothing is written. */
export function staleOutputs(outputs: readonly Output[]): readonly StaleOutput[] {
  return changesOf(outputs)
    .filter(isStale)
    .map(({ path, content, before }): StaleOutput => {
      if (before === null) return { path, how: "missing" };
      const isSameText = before.toString("utf8").replaceAll("\r\n", "\n") === content;
      return { path, how: isSameText ? "line-ends" : "content" };
    });
}

/** Whether something else is in its place. */
export function isStale({ content, before }: Change): boolean {
  return before === null || !before.equals(Buffer.from(content));
}

/** Puts the files into their places; if one can't be, those before it get back what they held. */
function commitAll(files: readonly AtomicFile[], changes: readonly Change[]): void {
  const committed: Change[] = [];
  try {
    for (const [index, change] of changes.entries()) if (commit(files[index], change)) committed.push(change);
  } catch (error) {
    // Those that are in their places have nothing left to discard.
    for (const file of files) file.discard();
    const left = committed.filter((change) => !putBack(change));
    if (left.length === 0 || !(error instanceof FileError)) throw error;
    const others = left.map(({ path }) => path).join(", ");
    throw withMore(error, `what belongs to it is written already and could not be put back: ${others}`);
  }
}

/** Whether it is this that has put the file into its place: another run may just have written the same. */
function commit(file: AtomicFile | undefined, { path, content }: Change): boolean {
  try {
    file?.commit();
    return true;
  } catch (error) {
    if (isOfChange(error) && holds(path, Buffer.from(content))) return false;
    throw error;
  }
}

/** Whether the file has become again what it was; what somebody else has made of it stays. */
function putBack({ path, content, before }: Change): boolean {
  try {
    if (before !== null) rewriteAtomically(path, Buffer.from(content), before);
    else if (holds(path, Buffer.from(content))) rmSync(path, { force: true });
    return true;
  } catch (error) {
    return isOfChange(error);
  }
}

function withMore(error: FileError, more: string): FileError {
  const { fault } = error;
  return fault.kind === "cannot-write" || fault.kind === "changed-since-read"
    ? new FileError({ ...fault, reason: `${fault.reason}; ${more}` })
    : error;
}
