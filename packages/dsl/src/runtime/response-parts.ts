import { dropMark, normaliseText } from "./utf8.js";
import { readUtf8Text } from "./utf8-text.js";

/** Stands for "no status": it is in no range. */
export const NO_STATUS = -1;

/** The status, or `NO_STATUS` for anything but an integer from 0 on: no range holds a negative one either. */
export function statusOf(status: unknown): number {
  return typeof status === "number" && Number.isInteger(status) && status >= 0 ? status : NO_STATUS;
}

/**
 * How many bytes a body may have: as many as V8 allows UTF-16 units in a text (2^29 - 24), of which they may make as many. Some ways to
 * search bytes make no text of them, but which way is taken must not decide about the verdict.
 */
export const MOST_BODY_BYTES = 0x1fffffe8;

/** The text of a body that was given in any form, as `rawBodyOf` takes it. */
export function bodyTextOf(body: unknown): string {
  return textOfRawBody(rawBodyOf(body));
}

/**
 * A body as it was given, as a string or as UTF-8 bytes (a `Uint8Array`, any other view, or an `ArrayBuffer`). Anything else counts as
 * an empty body, and so do more than `MOST_BODY_BYTES`. Never throws.
 */
export function rawBodyOf(body: unknown): string | Uint8Array {
  if (typeof body === "string") return body;
  try {
    const bytes = bytesOf(body);
    if (bytes !== null && bytes.length <= MOST_BODY_BYTES) return bytes;
  } catch {
    // Its memory is gone (a transferred buffer), or it only pretends to be bytes.
  }
  return "";
}

function bytesOf(body: unknown): Uint8Array | null {
  // Works for views of other realms too, where `instanceof` does not.
  const isView = ArrayBuffer.isView(body);
  // Most are plain ones, of which another view is only more work. `subarray` asks for the constructor.
  const has = Object.prototype.hasOwnProperty;
  if (
    isView &&
    Object.getPrototypeOf(body) === Uint8Array.prototype &&
    !(has.call(body, "length") || has.call(body, "subarray") || has.call(body, "constructor")) &&
    (body as Uint8Array).length > 0
  )
    return body as Uint8Array;
  if (!isView && Object.prototype.toString.call(body) !== "[object ArrayBuffer]") return null;
  // It takes memory alone; an array of bytes would take anything else for a list, which may never end.
  const view = isView
    ? new DataView(body.buffer, body.byteOffset, body.byteLength)
    : new DataView(body as ArrayBuffer);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** The body as normalised text. */
export function textOfRawBody(body: string | Uint8Array): string {
  return typeof body === "string" ? normaliseText(body) : dropMark(readUtf8Text(body, 0, body.length));
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
