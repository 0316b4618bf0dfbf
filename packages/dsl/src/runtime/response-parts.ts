import { decodeUtf8, dropMark, normaliseText } from "./utf8.js";
import { type Utf8Decoder, utf8Decoder } from "./wasm-instance.js";

/** Stands for "no status": it is in no range. */
export const NO_STATUS = -1;

/** The status, or `NO_STATUS` for anything but an integer from 0 on: no range holds a negative one either. */
export function statusOf(status: unknown): number {
  return typeof status === "number" && Number.isInteger(status) && status >= 0 ? status : NO_STATUS;
}

/** The text of a body that was given in any form. Anything but a string and bytes counts as an empty body. Never throws. */
export function bodyTextOf(body: unknown): string {
  return textOfRawBody(rawBodyOf(body));
}

/** A body as it was given, as a string or as UTF-8 bytes (a `Uint8Array`, any other view, or an `ArrayBuffer`). Never throws. */
export function rawBodyOf(body: unknown): string | Uint8Array {
  if (typeof body === "string") return body;
  try {
    // Works for views of other realms too, where `instanceof` does not.
    if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
    if (Object.prototype.toString.call(body) === "[object ArrayBuffer]")
      return new Uint8Array(body as ArrayBuffer);
  } catch {
    // Its memory is gone (a transferred buffer), or it only pretends to be bytes.
  }
  return "";
}

/** The body as normalised text. */
export function textOfRawBody(body: string | Uint8Array): string {
  return typeof body === "string" ? normaliseText(body) : textOfBytes(body);
}

/** Bytes from which on the host's decoder is faster. */
const LONG_FOR_DECODING = 60;

/** The host's decoder, once it has been asked for; null where there is none. */
let hostDecoder: Utf8Decoder | null | undefined;

function textOfBytes(bytes: Uint8Array): string {
  if (bytes.length >= LONG_FOR_DECODING) {
    try {
      if (hostDecoder === undefined) hostDecoder = utf8Decoder();
      if (hostDecoder !== null) return dropMark(hostDecoder.decode(bytes));
    } catch {
      // Shared memory, which the host's does not read, or a text that is longer than the engine can have.
    }
  }
  return decodeUtf8(bytes);
}

/** The status and body of something that should be a response. Never throws, even where reading a property does. */
export function partsOf(response: unknown): { readonly status: unknown; readonly body: unknown } {
  try {
    const { status, body } = response as { readonly status: unknown; readonly body: unknown };
    return { status, body };
  } catch {
    return { status: undefined, body: undefined };
  }
}
