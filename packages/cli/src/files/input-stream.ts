import { readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { FileError, reasonOf, whyNoInput } from "@responses/node-host";
import { inputName, STANDARD_INPUT, standardInput } from "./standard-input.js";

/** The bytes that an argument stands for, as they come. */
export interface InputStream {
  /** What messages call it. */
  readonly name: string;
  /** In bytes; null where it is not known beforehand. */
  readonly size: number | null;
  /**
   * To be gone through once; the memory of a chunk can be that of a later one. Throws a FileError where it cannot be read any
   * further.
   */
  readonly chunks: AsyncIterable<Buffer>;
}

/** Larger chunks are no faster; smaller ones are. */
const READ_AT_ONCE = 1024 * 1024;

/** Opens a file, a pipe or a terminal, or standard input if it is `-`. Throws a FileError if that can't be done. */
export async function openInputStream(path: string): Promise<InputStream> {
  const name = inputName(path);
  if (path === STANDARD_INPUT) return { name, size: null, chunks: readableChunks(standardInput, name) };
  try {
    const handle = await open(path);
    const stats = await handle.stat();
    const refused = whyNoInput(stats, handle.fd);
    if (refused !== null) throw new Error(refused);
    if (!stats.isFile()) return { name, size: null, chunks: readableChunks(() => chunksOf(handle), name) };
    return { name, size: stats.size, chunks: readableChunks(() => chunksOfFile(handle), name) };
  } catch (error) {
    throw cannotRead(name, error);
  }
}

/**
 * Reads a file, which is there, where it is asked for: to hand a chunk over from another thread takes longer than to read it, and
 * the system reads ahead.
 */
async function* chunksOfFile(handle: FileHandle): AsyncGenerator<Buffer> {
  const memory = Buffer.allocUnsafeSlow(READ_AT_ONCE);
  try {
    for (;;) {
      const bytes = readSync(handle.fd, memory, 0, memory.length, null);
      if (bytes === 0) return;
      yield memory.subarray(0, bytes);
      // Signals, and what other threads say, come in between.
      await setImmediate();
    }
  } finally {
    await handle.close();
  }
}

/** Reads on while a chunk is worked at. Two pieces of memory for all chunks: one for each would be more work than reading. */
async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  const readInto = (memory: Buffer): Promise<Buffer> => {
    const reading = handle.read(memory, 0, memory.length, null);
    const chunk = reading.then(({ bytesRead }) => memory.subarray(0, bytesRead));
    // Whoever takes no more chunks does not ask what became of the next.
    chunk.catch(() => {});
    return chunk;
  };
  let [free, other] = [Buffer.allocUnsafeSlow(READ_AT_ONCE), Buffer.allocUnsafeSlow(READ_AT_ONCE)];
  let next = readInto(free);
  try {
    for (;;) {
      const chunk = await next;
      if (chunk.length === 0) return;
      [free, other] = [other, free];
      next = readInto(free);
      yield chunk;
    }
  } finally {
    await next.catch(() => {});
    await handle.close();
  }
}

async function* readableChunks(chunks: () => AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks();
  } catch (error) {
    throw cannotRead(name, error);
  }
}

function cannotRead(path: string, error: unknown): FileError {
  return new FileError({ kind: "cannot-read", path, reason: reasonOf(error) });
}
