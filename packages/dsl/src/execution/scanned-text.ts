import { addAll, largestOf } from "../incremental/long-lists.js";
import { utf8BytesOf } from "../text/utf8-bytes.js";

/** A text as the scanner in WebAssembly compares and finds it. */
export interface ScannedText {
  /** Bytes of UTF-8; a letter outside ASCII with case variants is 0xFF, their number, and each with its length before it. */
  readonly code: readonly number[];
  /** Bytes that an occurrence has at most. */
  readonly longest: number;
  /**
   * Its longest stretch in which all occurrences have their letters at the same places; null where all occurrences are the very
   * same bytes but for the case of ASCII.
   */
  readonly stretch: ScannedStretch | null;
}

/** Neighbouring letters, each with its case variants in UTF-8, of which all have the same number of bytes. */
export interface ScannedStretch {
  readonly letters: readonly ScannedLetter[];
  readonly length: number;
  /** How many bytes can stand before it. */
  readonly starts: readonly number[];
}

/** A letter's case variants in UTF-8, the folded one first. */
type ScannedLetter = readonly (readonly number[])[];

/** In the code of a text: alternatives follow. No byte of UTF-8 is this one. */
const ALTERNATIVES = 0xff;

/** The folded text as the scanner has it. `variants` are the other cases of letters outside ASCII. */
export function scannedText(text: string, variants: ReadonlyMap<string, readonly string[]>): ScannedText {
  if (variants.size === 0 || !Array.from(text).some((character) => variants.has(character))) {
    const code = utf8BytesOf(text);
    return { code, longest: code.length, stretch: null };
  }
  return textWithVariants(text, variants);
}

function textWithVariants(text: string, variants: ReadonlyMap<string, readonly string[]>): ScannedText {
  const code: number[] = [];
  let lengths: readonly number[] = [0];
  let letters: ScannedLetter[] = [];
  let current: ScannedStretch = { letters, length: 0, starts: lengths };
  let stretch = current;
  for (const character of text) {
    const letter = [character, ...(variants.get(character) ?? [])].map(utf8BytesOf);
    const [first = [], ...others] = letter;
    if (others.length === 0) addAll(code, first);
    else addAll(code, [ALTERNATIVES, letter.length, ...letter.flatMap((bytes) => [bytes.length, ...bytes])]);
    lengths = [...new Set(lengths.flatMap((length) => letter.map((bytes) => length + bytes.length)))];
    if (others.every(({ length }) => length === first.length)) {
      letters.push(letter);
      current = { ...current, length: current.length + first.length };
    } else {
      letters = [];
      current = { letters, length: 0, starts: lengths };
    }
    if (current.length > stretch.length) stretch = current;
  }
  return { code, longest: largestOf(lengths), stretch };
}

/** A byte that every occurrence has at a place of the stretch. */
export interface FixedByte {
  readonly at: number;
  readonly byte: number;
}

export function fixedBytes({ code, stretch }: ScannedText): readonly FixedByte[] {
  if (stretch === null) return code.map((byte, at) => ({ at, byte }));
  const fixed: FixedByte[] = [];
  let start = 0;
  for (const [first = [], ...others] of stretch.letters) {
    first.forEach((byte, index) => {
      if (others.every((other) => other[index] === byte)) fixed.push({ at: start + index, byte });
    });
    start += first.length;
  }
  return fixed;
}

/** How many ways to write the bytes of a window are kept apart at most. */
const MOST_WINDOWS = 16;

/**
 * The four bytes that stand at an offset of the stretch, in every case, as numbers with the first byte lowest; null if they
 * are too many.
 */
export function windowsAt({ letters }: ScannedStretch, offset: number): readonly number[] | null {
  let values: readonly number[] = [0];
  let start = 0;
  for (const letter of letters) {
    const length = letter[0]?.length ?? 0;
    if (start >= offset + 4) break;
    if (start + length > offset) {
      const parts = letter.map((bytes) => partOfWindow(bytes, start - offset));
      values = [...new Set(values.flatMap((value) => parts.map((part) => (value | part) >>> 0)))];
      if (values.length > MOST_WINDOWS) return null;
    }
    start += length;
  }
  return values;
}

/** The bytes that begin at `at`, which can be negative, as far as they stand in the window. */
function partOfWindow(bytes: readonly number[], at: number): number {
  let part = 0;
  bytes.forEach((byte, index) => {
    const place = at + index;
    if (place >= 0 && place < 4) part |= byte << (8 * place);
  });
  return part;
}
