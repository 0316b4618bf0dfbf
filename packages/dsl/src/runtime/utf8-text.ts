import { decodeUtf8Range } from "./utf8.js";
import { type Utf8Decoder, utf8Decoder } from "./wasm-instance.js";

/** From this length on the host's decoder is faster than a loop over bytes; up to half as many more both take as long. */
const SHORTEST_FOR_DECODER = 40;

/** The host's decoder, once it has been asked for; null where there is none. */
let hostDecoder: Utf8Decoder | null | undefined;

/** The text of the bytes from `start` to `end`, as `decodeUtf8Range` has it, by the fastest way. */
export function readUtf8Text(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length >= SHORTEST_FOR_DECODER) {
    if (hostDecoder === undefined) hostDecoder = utf8Decoder();
    try {
      if (hostDecoder !== null)
        return hostDecoder.decode(length === bytes.length ? bytes : bytes.subarray(start, end));
    } catch {
      // Shared memory, which the host's does not read.
    }
  }
  return decodeUtf8Range(bytes, start, end);
}

/** The same of bytes that are known to be ASCII. */
export function readAsciiText(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length >= SHORTEST_FOR_DECODER) return readUtf8Text(bytes, start, end);
  if (length === 0) return "";
  const middle = bytes[start + (length >> 1)] ?? 0;
  const slot =
    (length + 7 * (bytes[start] ?? 0) + 3 * (bytes[end - 1] ?? 0) + 31 * middle) & (READ_LATELY - 1);
  const known = readLately[slot];
  if (known !== undefined && known.length === length && isTextAt(known, bytes, start)) return known;
  let text = "";
  for (let at = start; at < end; at += 16) text += sixteenCharacters(bytes, at);
  text = text.slice(0, length);
  readLately[slot] = text;
  return text;
}

/** What fields hold comes again and again: to compare it is less work than to make another string. */
const READ_LATELY = 256;
const readLately = new Array<string | undefined>(READ_LATELY);

/** Whether so many bytes are the characters of the text, which are ASCII. */
function isTextAt(text: string, bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (text.charCodeAt(index) !== bytes[start + index]) return false;
  return true;
}

/** Several times as fast as a loop over the bytes. */
function sixteenCharacters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(
    bytes[at] ?? 0,
    bytes[at + 1] ?? 0,
    bytes[at + 2] ?? 0,
    bytes[at + 3] ?? 0,
    bytes[at + 4] ?? 0,
    bytes[at + 5] ?? 0,
    bytes[at + 6] ?? 0,
    bytes[at + 7] ?? 0,
    bytes[at + 8] ?? 0,
    bytes[at + 9] ?? 0,
    bytes[at + 10] ?? 0,
    bytes[at + 11] ?? 0,
    bytes[at + 12] ?? 0,
    bytes[at + 13] ?? 0,
    bytes[at + 14] ?? 0,
    bytes[at + 15] ?? 0,
  );
}
