import { decodeUtf8 } from "../runtime/utf8.js";

/** The text of a file's bytes, and where it stops being UTF-8. */
export interface DecodedSource {
  /** A leading byte order mark is part of it, so that writing the text back changes nothing else. */
  readonly text: string;
  /** UTF-16 offset of the first character that stands for bytes that are no UTF-8; null where all are. */
  readonly invalidAt: number | null;
  /** Whether the bytes are UTF-16: its byte order mark stands at the start, or every second byte is zero. */
  readonly isUtf16: boolean;
}

/** Decodes a mapping file's bytes. Linear; never throws. */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  const decoded = decodeUtf8(bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = marked ? `\ufeff${decoded}` : decoded;
  return { text, invalidAt: firstInvalid(text, bytes), isUtf16: looksLikeUtf16(bytes) };
}

const BYTES_LOOKED_AT = 256;

function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, BYTES_LOOKED_AT);
  if (start.length < 4) return false;
  const zerosAt = (remainder: number) => start.every((byte, index) => index % 2 !== remainder || byte === 0);
  const someAt = (remainder: number) => start.some((byte, index) => index % 2 === remainder && byte !== 0);
  return (zerosAt(0) && someAt(1)) || (zerosAt(1) && someAt(0));
}

/** A U+FFFD that the bytes do not hold themselves (EF BF BD) stands for invalid ones. */
function firstInvalid(text: string, bytes: Uint8Array): number | null {
  if (!text.includes("\ufffd")) return null;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint === 0xfffd && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd))
      return index;
    at += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    if (codePoint > 0xffff) index++;
  }
  return null;
}
