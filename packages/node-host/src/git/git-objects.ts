import { GitError } from "./git-error.js";
import { runGit } from "./git-process.js";

/** What a repository has of a blob: its bytes, how large it is where that is too much, or nothing. */
export type Blob =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "too-large"; readonly size: number }
  | { readonly kind: "missing" };

/** Bytes that one call of git gives at most. */
const LARGEST_BATCH = 128 * 1024 * 1024;

/** More than the line before a blob and the one behind it take. */
const HEADER_ROOM = 128;

/**
 * Reads blobs by their names, those up to a size; a call of git for their sizes, and one more for about 100 MB of them. Throws a
 * GitError if git fails.
 */
export function readBlobs(folder: string, names: readonly string[], most: number): ReadonlyMap<string, Blob> {
  const blobs = new Map<string, Blob>();
  const wanted: SizedBlob[] = [];
  for (const [name, size] of sizesOf(folder, [...new Set(names)])) {
    if (size === null) blobs.set(name, { kind: "missing" });
    else if (size > most) blobs.set(name, { kind: "too-large", size });
    else wanted.push({ name, size });
  }
  for (const batch of batchesOf(wanted)) {
    for (const [name, bytes] of contentsOf(folder, batch)) blobs.set(name, { kind: "bytes", bytes });
  }
  return blobs;
}

interface SizedBlob {
  readonly name: string;
  readonly size: number;
}

/** Null for what is not there. */
function sizesOf(folder: string, names: readonly string[]): readonly (readonly [string, number | null])[] {
  if (names.length === 0) return [];
  const args = ["cat-file", "--batch-check=%(objecttype) %(objectsize)"];
  const { output } = runGit(folder, args, { input: linesOf(names) });
  const lines = `${output}`.split("\n");
  return names.map((name, index) => {
    const [, size] = /^blob (\d+)$/.exec(lines[index] ?? "") ?? [];
    return [name, size === undefined ? null : Number(size)];
  });
}

function batchesOf(blobs: readonly SizedBlob[]): readonly (readonly SizedBlob[])[] {
  const batches: SizedBlob[][] = [];
  let room = 0;
  for (const blob of blobs) {
    room -= blob.size;
    if (batches.length === 0 || room < 0) {
      batches.push([]);
      room = LARGEST_BATCH - blob.size;
    }
    batches.at(-1)?.push(blob);
  }
  return batches;
}

function contentsOf(folder: string, blobs: readonly SizedBlob[]): readonly (readonly [string, Buffer])[] {
  const most = blobs.reduce((sum, { size }) => sum + size + HEADER_ROOM, HEADER_ROOM);
  const input = linesOf(blobs.map(({ name }) => name));
  const { output } = runGit(folder, ["cat-file", "--batch=%(objectsize)"], { input, most });
  let at = 0;
  return blobs.map(({ name, size }) => {
    const start = output.indexOf("\n", at) + 1;
    if (output.toString("latin1", at, start) !== `${size}\n`) throw changedMeanwhile();
    at = start + size + 1;
    if (at > output.length) throw changedMeanwhile();
    return [name, output.subarray(start, start + size)];
  });
}

function changedMeanwhile(): GitError {
  const reason = "an object is another than a moment ago";
  return new GitError({ kind: "git-failed", command: "cat-file", reason });
}

function linesOf(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join("");
}
