import { decodeUtf8 } from "../runtime/utf8.js";

/** The text of a file's bytes, and where it stops being UTF-8. */
export interface DecodedSource {
  /** A leading byte order mark is part of it, so that writing the text back changes nothing else. */
  readonly text: string;
  /** UTF-16 offset of the first character that stands for bytes that are no UTF-8; null where all are. */
  readonly invalidAt: number | null;
}

/** Decodes a mapping file's bytes. Linear; never throws. */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  const decoded = decodeUtf8(bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = marked ? `\ufeff${decoded}` : decoded;
  return { text, invalidAt: firstInvalid(text, bytes) };
}

/** A U+FFFD that the bytes do not hold themselves (EF BF BD) stands for invalid ones. */
function firstInvalid(text: string, bytes: Uint8Array): number | null {
  if (!text.includes("\ufffd")) return null;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint === 0xfffd && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) return index;
    at += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    if (codePoint > 0xffff) index++;
  }
  return null;
}
