import { open } from "node:fs/promises";
import { reasonOf } from "@responses/node-host";
import { UsageError } from "../terminal/usage-error.js";
import { inputName, STANDARD_INPUT, standardInput } from "./standard-input.js";

/** The bytes that an argument stands for, as they come. */
export interface InputStream {
  /** What messages call it. */
  readonly name: string;
  /** In bytes; null where it is not known beforehand. */
  readonly size: number | null;
  /** To be gone through once. Throws a UsageError where it cannot be read any further. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** Larger chunks are no faster; smaller ones are. */
const READ_AT_ONCE = 256 * 1024;

/** Opens a file, or standard input if it is `-`. Throws a UsageError if that can't be done. */
export async function openInputStream(path: string): Promise<InputStream> {
  const name = inputName(path);
  if (path === STANDARD_INPUT) return { name, size: null, chunks: readableChunks(standardInput, name) };
  try {
    const handle = await open(path);
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new Error("it is a folder");
    const size = stats.isFile() ? stats.size : null;
    const read = (): AsyncIterable<Buffer> => handle.createReadStream({ highWaterMark: READ_AT_ONCE });
    return { name, size, chunks: readableChunks(read, name) };
  } catch (error) {
    throw cannotRead(name, error);
  }
}

async function* readableChunks(chunks: () => AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks();
  } catch (error) {
    throw cannotRead(name, error);
  }
}

function cannotRead(name: string, error: unknown): UsageError {
  return new UsageError(`cannot read ${name}: ${reasonOf(error)}`);
}
