import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Response } from "@responses/dsl";
import { reasonOf, UsageError } from "./exit-codes.js";
import { readDecompressedAnswer } from "./files/decompressed-answer.js";
import { safe } from "./terminal.js";

/** The bytes of a response and what messages call the place that they come from. */
export interface ReadInput {
  readonly name: string;
  readonly bytes: Buffer;
}

const LARGEST_INPUT = 256 * 1024 * 1024;
const READ_AT_ONCE = 1024 * 1024;

/** Reads a file, or standard input if it is `-`, as bytes. Throws a UsageError if it can't be read or is too large. */
export async function readInput(path: string): Promise<ReadInput> {
  const chunks: Buffer[] = [];
  let length = 0;
  const take = (chunk: Buffer): void => {
    length += chunk.length;
    if (length > LARGEST_INPUT) throw new UsageError(`${name} is larger than 256 MB`);
    chunks.push(chunk);
  };
  const name = inputName(path);
  try {
    for await (const chunk of path === "-" ? standardInput() : chunksOf(path)) take(chunk);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${name}: ${reasonOf(error)}`);
  }
  return { name, bytes: Buffer.concat(chunks) };
}

/** Standard input as a stream of bytes. Throws where it is a folder, which Node would take for an empty file. */
export function standardInput(): AsyncIterable<Buffer> {
  if (fstatSync(process.stdin.fd).isDirectory()) throw new Error("it is a folder");
  return process.stdin;
}

/** What messages call an input. */
export function inputName(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** The response in the output of `curl -i`. Throws a UsageError that says where it is no such output. */
export function readHttpInput({ name, bytes }: ReadInput): Response {
  const reading = readDecompressedAnswer(bytes);
  if (reading.kind === "answer") return { status: reading.status, body: reading.body };
  const place = reading.line === null ? name : `${name}, line ${reading.line}`;
  throw new UsageError(`cannot read ${safe(place)} as curl -i prints an answer: ${reading.reason}`);
}

function* chunksOf(path: string): Generator<Buffer> {
  const descriptor = openSync(path, "r");
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(READ_AT_ONCE);
      const read = readSync(descriptor, chunk);
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}
