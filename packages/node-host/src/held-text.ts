import { closeSync, openSync, readSync } from "node:fs";
import { WITHOUT_WAITING } from "./bounded-read.js";

/** Bytes that are looked at; a larger file counts as holding the text. Shared, since thousands of buffers would be garbage. */
const ROOM = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * Whether a file may hold a text of ASCII letters: false only where it was read to its end without being seen. Far quicker than reading
 * what is to be kept.
 */
export function mayHold(path: string, text: string): boolean {
  try {
    const descriptor = openSync(path, WITHOUT_WAITING);
    try {
      let length = 0;
      while (length < ROOM.length) {
        const more = readSync(descriptor, ROOM, length, ROOM.length - length, null);
        if (more === 0) return ROOM.subarray(0, length).includes(text);
        length += more;
      }
      return true;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Why it can't be read is told by whoever reads it.
    return true;
  }
}
