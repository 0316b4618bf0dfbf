import type { Picked } from "./picked.js";
import { trimmedRange } from "./text-matching.js";
import { decodeUtf8Run } from "./utf8.js";

/**
 * The values of all pieces of a form (`application/x-www-form-urlencoded`, WHATWG URL Standard §5.1) whose name is `name`, in
 * the body's order, without the white space at their ends. The body is cut at every `&` and `&amp;`; a form can hold the
 * latter only if somebody escaped its separators. Any body can be read so. The body has been normalised: no lone surrogates.
 * Time is linear in the body's length.
 */
export function pickForm(body: string, name: string): readonly Picked[] {
  const picked: Picked[] = [];
  const { start, end } = trimmedRange(body, 0, body.length);
  let from = start;
  while (from < end) {
    const ampersand = body.indexOf("&", from);
    const to = ampersand < 0 || ampersand > end ? end : ampersand;
    if (to > from) pickFormPiece(body, from, to, name, picked);
    from = to + (body.startsWith("&amp;", to) ? 5 : 1);
  }
  return picked;
}

/** Adds the value of the piece, if the piece has the name. */
function pickFormPiece(body: string, from: number, to: number, name: string, picked: Picked[]): void {
  const piece = body.slice(from, to);
  const equals = piece.indexOf("=");
  const nameLength = equals < 0 ? piece.length : equals;
  if (decodeFormText(piece.slice(0, nameLength)) !== name) return;
  const valueStart = equals < 0 ? to : from + equals + 1;
  const decoded = decodeFormText(body.slice(valueStart, to));
  const range = trimmedRange(decoded, 0, decoded.length);
  const text = decoded.slice(range.start, range.end);
  picked.push({ text, blank: text === "", ...trimmedRange(body, valueStart, to) });
}

/** `+` is a space, `%XX` a byte of UTF-8; a `%` without two hexadecimal digits stays. */
function decodeFormText(written: string): string {
  const spaced = written.includes("+") ? written.replace(/\+/g, " ") : written;
  return spaced.includes("%") ? spaced.replace(FORM_BYTES, decodeFormBytes) : spaced;
}

/** Bytes beside one another. A character between two runs begins a sequence of its own, so each run is decoded by itself. */
const FORM_BYTES = /(?:%[0-9A-Fa-f]{2})+/g;

function decodeFormBytes(written: string): string {
  const bytes = new Uint8Array(written.length / 3);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(written.slice(index * 3 + 1, index * 3 + 3), 16);
  }
  return decodeUtf8Run(bytes);
}
