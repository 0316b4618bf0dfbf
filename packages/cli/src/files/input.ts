import { FileError, readBounded, readStream } from "@responses/node-host";
import { inputName, STANDARD_INPUT, standardInput } from "./standard-input.js";

/** The bytes that an argument stands for, and what messages call the place that they come from. */
export interface Input {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Larger ones are more than fits into memory together with what is made of them. */
const LARGEST_INPUT = 256 * 1024 * 1024;

/** Reads a file, or standard input if it is `-`, as bytes. Throws a FileError if it can't be read or is too large. */
export async function readInput(path: string): Promise<Input> {
  const name = inputName(path);
  const read =
    path === STANDARD_INPUT
      ? await readStream(standardInput, LARGEST_INPUT)
      : readBounded(path, LARGEST_INPUT);
  switch (read.kind) {
    case "bytes":
      return { name, bytes: read.bytes };
    case "too-large":
      throw new FileError({ kind: "cannot-read", path: name, reason: "it is larger than 256 MB" });
    case "missing":
    case "no-file":
    case "impossible":
    case "unreadable":
      throw new FileError({ kind: "cannot-read", path: name, reason: read.reason });
  }
}
