import { fstatSync } from "node:fs";
import { whyNoInput } from "@responses/node-host";

/** The argument that stands for standard input. */
export const STANDARD_INPUT = "-";

/** What a mapping is called that comes by standard input, and for which no name is given. */
export const NAMELESS_INPUT = "<stdin>";

/** Standard input as a stream of bytes. Throws where nothing is read from what it is. */
export function standardInput(): AsyncIterable<Buffer> {
  const refused = whyNoInput(fstatSync(process.stdin.fd), process.stdin.fd);
  if (refused !== null) throw new Error(refused);
  return process.stdin;
}

/**
 * Whether somebody may have meant standard input to be read: it is a pipe, or a file that is not empty. Nothing is read to find out:
 * what stands there may be for the next command of a loop, and a pipe can stay silent for ever.
 */
export function mayHoldInput(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket() || (input.isFile() && input.size > 0);
  } catch {
    return false;
  }
}

/** What messages call an input. */
export function inputName(path: string): string {
  return path === STANDARD_INPUT ? "standard input" : path;
}
