/** What a path picks, without its place. */
export interface PickedPart {
  /** As in `Picked`. */
  readonly text: string | null;
  /** As in `Picked`. */
  readonly blank: boolean;
  /** Whether the text is known to have ASCII characters alone, so that the engine's `toLowerCase` folds it. */
  readonly isAscii: boolean;
}

/** What a pass has found in a body. Texts are made when they are asked for: bytes must still be what they were. */
export interface BodyReading {
  /** What the path of that number picks; null if it has to be read by itself, from the beginning. */
  parts(path: number): readonly PickedPart[] | null;
}

/**
 * Reads all paths in one pass over a body: a string, or the same text as UTF-8 bytes (one leading byte order mark is dropped,
 * what is malformed becomes U+FFFD). Gives null for a body that it does not read: what is rare, what is very long, and any body
 * where the host has no WebAssembly is left to those who read one path. Never throws. Time is linear in the body's length.
 */
export type BodyPass = (body: string | Uint8Array) => BodyReading | null;

/** The reading of a body that is not what the paths ask for. */
export const NOTHING_PICKED: BodyReading = { parts: () => [] };
