import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { devNull } from "node:os";
import { isatty } from "node:tty";
import { codeOf, reasonOf } from "./failure-reason.js";

/** What came of reading a file of which no more than a given number of bytes is taken. */
export type BoundedRead =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  /** It is larger: `start` holds one byte more than was to be taken. */
  | { readonly kind: "too-large"; readonly start: Buffer }
  | ReadFailure;

/** Why nothing was read; `reason` says it in plain words. */
export interface ReadFailure {
  /**
   * `missing`: there is nothing of that name. `no-file`: what has that name is no file, as a folder, or a symbolic link that leads
   * nowhere. `impossible`: no file is ever found by it, since its links lead in a circle, it is too long or holds a NUL.
   * `unreadable`: there is a file, or nobody may say whether.
   */
  readonly kind: "missing" | "no-file" | "impossible" | "unreadable";
  readonly reason: string;
}

/** Reads a file, a pipe or a terminal, and the null device as empty; any other device is no file. Never throws. */
export function readBounded(path: string, most: number): BoundedRead {
  return readOpened(path, "r", most, (stats, descriptor) => {
    const reason = whyNoInput(stats, descriptor);
    return reason === null ? null : { kind: "no-file", reason };
  });
}

/**
 * Why nothing is read from what is open: it is a folder, which Node would take for an empty file, or a device that may never end. People
 * give pipes, terminals and the null device on purpose.
 */
export function whyNoInput(stats: Stats, descriptor: number): string | null {
  if (stats.isDirectory()) return A_FOLDER;
  if (!stats.isCharacterDevice() || isatty(descriptor)) return null;
  return stats.rdev === statSync(devNull, { throwIfNoEntry: false })?.rdev ? null : A_DEVICE;
}

const A_FOLDER = "it is a folder";
const A_DEVICE = "it is a device and no file";

/**
 * Reads a regular file. Anything else of that name is no file: a device may never end, and a pipe never begin. Never throws.
 */
export function readRegularFileSync(path: string, most: number): BoundedRead {
  return readOpened(path, WITHOUT_WAITING, most, whyNotRegular);
}

function readOpened(
  path: string,
  flags: string | number,
  most: number,
  refusal: (stats: Stats, descriptor: number) => ReadFailure | null,
): BoundedRead {
  try {
    const descriptor = openSync(path, flags);
    try {
      const stats = fstatSync(descriptor);
      const refused = refusal(stats, descriptor);
      if (refused !== null) return refused;
      const bytes = new BoundedBytes(most, stats.size);
      while (!bytes.isTooMuch) {
        const length = readSync(descriptor, bytes.room());
        if (length === 0) break;
        bytes.take(length);
      }
      return bytes.result();
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return failed(error, path);
  }
}

/** Opening a pipe waits for somebody who writes into it, unless this says not to; Windows knows no such pipes. */
export const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Asked of what is open already, since what has the name may be another thing a moment later. */
function whyNotRegular(stats: Stats): ReadFailure | null {
  if (stats.isFile()) return null;
  const reason = stats.isDirectory()
    ? A_FOLDER
    : stats.isFIFO()
      ? "it is a pipe and no file; write what comes out of it into a file first"
      : A_DEVICE;
  return { kind: "no-file", reason };
}

/**
 * Reads a regular file without holding up what else is done. Anything else of that name is no file, as for `readRegularFileSync`. Never
 * throws.
 */
export async function readRegularFile(path: string, most: number): Promise<BoundedRead> {
  try {
    const handle = await open(path, WITHOUT_WAITING);
    try {
      const stats = await handle.stat();
      const refused = whyNotRegular(stats);
      if (refused !== null) return refused;
      const bytes = new BoundedBytes(most, stats.size);
      while (!bytes.isTooMuch) {
        const { bytesRead } = await handle.read(bytes.room());
        if (bytesRead === 0) break;
        bytes.take(bytesRead);
      }
      return bytes.result();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(error, path);
  }
}

/** Reads the stream that `open` gives, no further than tells that it is too large. Never throws, whatever `open` does. */
export async function readStream(open: () => AsyncIterable<Buffer>, most: number): Promise<BoundedRead> {
  const bytes = new BoundedBytes(most, 0);
  try {
    for await (const chunk of open()) {
      bytes.add(chunk);
      if (bytes.isTooMuch) break;
    }
    return bytes.result();
  } catch (error) {
    return failed(error, null);
  }
}

/** @param path null for a stream */
function failed(error: unknown, path: string | null): ReadFailure {
  const kind = failureKind(codeOf(error));
  return kind === "missing" && path !== null && isLink(path)
    ? { kind: "no-file", reason: "its symbolic link leads nowhere" }
    : { kind, reason: reasonOf(error) };
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

function failureKind(code: string): ReadFailure["kind"] {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "missing";
    case "EISDIR":
    case "ENXIO":
      return "no-file";
    case "ELOOP":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return "impossible";
    default:
      return "unreadable";
  }
}

/** For a file that does not tell its size, as those of the system. */
const FIRST_ROOM = 64 * 1024;

/** For the rest of a file that is larger than it said. */
const LATER_ROOM = 1024 * 1024;

/** Bytes as they come, up to one more than the most. */
class BoundedBytes {
  readonly #most: number;
  readonly #size: number;
  readonly #chunks: Buffer[] = [];
  #length = 0;
  #room = Buffer.alloc(0);

  /** @param size how many will come, as far as is known; 0 where nothing is */
  constructor(most: number, size: number) {
    this.#most = most;
    this.#size = size;
  }

  get isTooMuch(): boolean {
    return this.#length > this.#most;
  }

  /** A place to read the next bytes into; they count once `take` is told how many came. */
  room(): Buffer {
    if (this.#room.length > 0) return this.#room;
    const first = this.#size === 0 ? FIRST_ROOM : this.#size;
    // One more, since only a further byte, or none, tells whether that was all.
    const wanted = this.#length === 0 ? first + 1 : LATER_ROOM;
    this.#room = Buffer.allocUnsafe(Math.min(this.#most + 1 - this.#length, wanted));
    return this.#room;
  }

  take(length: number): void {
    this.add(this.#room.subarray(0, length));
    this.#room = this.#room.subarray(length);
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  result(): BoundedRead {
    return this.isTooMuch
      ? { kind: "too-large", start: Buffer.concat(this.#chunks, this.#most + 1) }
      : { kind: "bytes", bytes: Buffer.concat(this.#chunks, this.#length) };
  }
}
