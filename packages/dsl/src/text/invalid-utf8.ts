/** Where bytes stop being UTF-8. */
export interface InvalidUtf8 {
  /** The first byte that belongs to no character, and its offset in bytes. */
  readonly byte: number;
  readonly byteAt: number;
  /** The UTF-16 offset of the U+FFFD that stands for it in the text; a leading byte order mark counts as a character. */
  readonly at: number;
  /** How many such U+FFFD there are in the text. */
  readonly count: number;
}

/** What is no UTF-8 in bytes; null where all of them are. `text` is what they decode to, a byte order mark kept. Linear. */
export function invalidUtf8In(bytes: Uint8Array, text: string): InvalidUtf8 | null {
  if (!text.includes(REPLACEMENT)) return null;
  let byteAt = 0;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint === 0xfffd && !isReplacementAt(bytes, byteAt)) {
      return { byte: bytes[byteAt] ?? 0, byteAt, at, count: countOf(text) - encodedCount(bytes) };
    }
    byteAt += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    if (codePoint > 0xffff) at += 1;
  }
  return null;
}

const REPLACEMENT = "\ufffd";

function countOf(text: string): number {
  return text.split(REPLACEMENT).length - 1;
}

/** How many U+FFFD the bytes hold themselves: EF begins a character wherever it stands. */
function encodedCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (isReplacementAt(bytes, at)) count += 1;
  return count;
}

function isReplacementAt(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}
