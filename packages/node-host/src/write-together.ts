import { rmSync } from "node:fs";
import { type AtomicFile, beginAtomically, writeAtomically } from "./atomic-write.js";
import { readRegularFileSync } from "./bounded-read.js";
import { FileError } from "./file-error.js";

/** Bytes of a file that is compared with what is to be written; nobody writes larger ones. */
const LARGEST_OUTPUT = 1024 ** 3;

/** A file to be written. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes files that belong together: all of them or none. One that holds its content already is left alone, so that
 * build steps that look at its time see no change. Gives whether anything was written; throws a FileError where a file
 * can't be.
 */
export function writeTogether(outputs: readonly Output[]): boolean {
  const changes = changesOf(outputs);
  const begun: AtomicFile[] = [];
  try {
    for (const { path, content } of changes) {
      const file = beginAtomically(path);
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
  return changesOf(outputs).map(({ path, content, before }): StaleOutput => {
    if (before === null) return { path, how: "missing" };
    const isSameText = before.toString("utf8").replaceAll("\r\n", "\n") === content;
    return { path, how: isSameText ? "line-ends" : "content" };
  });
}

function changesOf(outputs: readonly Output[]): readonly Change[] {
  return outputs
    .map((output) => ({ ...output, before: contentOf(output.path) }))
    .filter(({ content, before }) => before === null || !before.equals(Buffer.from(content)));
}

type Change = Output & { readonly before: Buffer | null };

/** Puts the files into their places; if one can't be, those before it get back what they held. */
function commitAll(files: readonly AtomicFile[], changes: readonly Change[]): void {
  let committed = 0;
  try {
    for (const file of files) {
      file.commit();
      committed += 1;
    }
  } catch (error) {
    for (const file of files.slice(committed)) file.discard();
    const left = changes.slice(0, committed).filter((change) => !putBack(change));
    if (left.length === 0 || !(error instanceof FileError)) throw error;
    const others = left.map(({ path }) => path).join(", ");
    throw withMore(error, `what belongs to it is written already and could not be put back: ${others}`);
  }
}

/** Whether the file has become again what it was. */
function putBack({ path, before }: Change): boolean {
  try {
    if (before === null) rmSync(path, { force: true });
    else writeAtomically(path, before);
    return true;
  } catch {
    return false;
  }
}

function withMore(error: FileError, more: string): FileError {
  const { fault } = error;
  return fault.kind === "cannot-write"
    ? new FileError({ ...fault, reason: `${fault.reason}; ${more}` })
    : error;
}

/** Null where there is no such file, or it can't be read: then writing shows what is wrong. */
function contentOf(path: string): Buffer | null {
  const read = readRegularFileSync(path, LARGEST_OUTPUT);
  return read.kind === "bytes" ? read.bytes : null;
}
