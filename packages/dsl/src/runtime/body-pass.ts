import type { PickedPart } from "./picked.js";

/** What a pass has found in a body. Texts are made when they are asked for: bytes must still be what they were. */
export interface BodyReading {
  /** Whether it may have found so many parts that they are better looked at one by one, and not kept. */
  readonly isLong: boolean;
  /** Whether it knows what the path of that number picks; if not, that has to be read in another way. */
  reads(path: number): boolean;
  /** What the path of that number picks. */
  parts(path: number): readonly PickedPart[];
  /** The first of those that is accepted; null for none. */
  find<Context>(
    path: number,
    accepts: (part: PickedPart, context: Context) => boolean,
    context: Context,
  ): PickedPart | null;
}

/**
 * Reads all paths in one pass over a body: a string, or the same text as UTF-8 bytes (one leading byte order mark is dropped,
 * what is malformed becomes U+FFFD). Gives null for a body that it does not read: what is rare, what is very long, and any body
 * where the host has no WebAssembly is left to those who read one path. Never throws. Time is linear in the body's length.
 */
export type BodyPass = (body: string | Uint8Array) => BodyReading | null;

/** What a path picks that leads nowhere. */
export const NO_PARTS: readonly PickedPart[] = [];

/** The reading of a body that is not what the paths ask for. */
export const NOTHING_PICKED: BodyReading = {
  isLong: false,
  reads: () => true,
  parts: () => NO_PARTS,
  find: () => null,
};

/** All that the path of that number picks; the reading must be able to find it. */
export function allParts(reading: BodyReading, path: number): readonly PickedPart[] {
  const list: PartList = { parts: null };
  reading.find(path, addPart, list);
  return list.parts === null ? NO_PARTS : list.parts;
}

interface PartList {
  parts: PickedPart[] | null;
}

function addPart(part: PickedPart, list: PartList): boolean {
  // Mostly it is the only one, and an array that begins empty takes room for many.
  if (list.parts === null) list.parts = [part];
  else list.parts.push(part);
  return false;
}

/** How the paths of one format are read of a body. */
export interface BodyPaths {
  /** By their numbers. */
  readonly paths: readonly unknown[];
  /** All in one pass. */
  readonly scan: BodyPass;
  /** The same in JavaScript, of a normalised text: of every body and every path. */
  readonly read: (text: string) => BodyReading;
}

/** How the paths are read. The pass, for which there is `make` if it can follow some of them, is made for the first body. */
export function bodyPaths<Path>(
  make: ((paths: readonly Path[]) => BodyPass) | null,
  readPaths: (text: string, paths: readonly Path[]) => BodyReading,
  paths: readonly Path[],
): BodyPaths {
  let pass: BodyPass | null = null;
  return {
    paths,
    scan(body) {
      if (pass === null) pass = make === null ? () => null : make(paths);
      return pass(body);
    },
    read: (text) => readPaths(text, paths),
  };
}
