import { fstatSync } from "node:fs";

/** The argument that stands for standard input. */
export const STANDARD_INPUT = "-";

/** Standard input as a stream of bytes. Throws where it is a folder, which Node would take for an empty file. */
export function standardInput(): AsyncIterable<Buffer> {
  if (fstatSync(process.stdin.fd).isDirectory()) throw new Error("it is a folder");
  return process.stdin;
}

/** What messages call an input. */
export function inputName(path: string): string {
  return path === STANDARD_INPUT ? "standard input" : path;
}
