import { decodeUtf8Run } from "../runtime/utf8.js";
import { invalidUtf8In } from "./invalid-utf8.js";

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
  const text = decodeUtf8Run(bytes);
  return { text, invalidAt: invalidUtf8In(bytes, text)?.at ?? null, isUtf16: looksLikeUtf16(bytes) };
}

const BYTES_LOOKED_AT = 256;

/** Whether bytes are UTF-16: its byte order mark stands at the start, or every second byte is zero. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, BYTES_LOOKED_AT);
  if (start.length < 4) return false;
  const zerosAt = (remainder: number) => start.every((byte, index) => index % 2 !== remainder || byte === 0);
  const someAt = (remainder: number) => start.some((byte, index) => index % 2 === remainder && byte !== 0);
  return (zerosAt(0) && someAt(1)) || (zerosAt(1) && someAt(0));
}
