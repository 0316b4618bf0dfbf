import { hexadecimalValue } from "./hexadecimal.js";
import type { Picked } from "./picked.js";
import { trimmedRange } from "./text-matching.js";
import { replaceTexts, TextPieces } from "./text-pieces.js";
import { decodeUtf8Run } from "./utf8.js";

/**
 * The values of all pieces of a form (`application/x-www-form-urlencoded`, WHATWG URL Standard §5.1) whose name is `name`, in
 * the body's order, without the white space at their ends. Any body can be read so. The body has been normalised: no lone
 * surrogates. Time is linear in the body's length.
 */
export function pickForm(body: string, name: string): readonly Picked[] {
  const picked: Picked[] = [];
  for (const piece of formPieces(body)) {
    const written = body.slice(piece.start, piece.nameEnd);
    if (decodeFormText(written) === name) picked.push(formValue(body, piece));
  }
  return picked;
}

/** A piece of a form: where it begins, where its name and its value end, and where the value begins. */
export interface FormPiece {
  readonly start: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly end: number;
}

/**
 * The pieces of a form, white space at the body's ends left aside: cut at every `&` and `&amp;`, empty ones left out. A form
 * can hold `&amp;` only if somebody escaped its separators.
 */
export function* formPieces(body: string): IterableIterator<FormPiece> {
  const { start, end } = trimmedRange(body, 0, body.length);
  let from = start;
  while (from < end) {
    const ampersand = body.indexOf("&", from);
    const to = ampersand < 0 ? end : ampersand;
    if (to > from) {
      const equals = body.slice(from, to).indexOf("=");
      const nameEnd = equals < 0 ? to : from + equals;
      yield { start: from, nameEnd, valueStart: Math.min(nameEnd + 1, to), end: to };
    }
    from = to + (body.startsWith("&amp;", to) ? 5 : 1);
  }
}

/** The value of a piece, decoded and without the white space at its ends. */
export function formValue(body: string, { valueStart, end }: FormPiece): Picked {
  const decoded = decodeFormText(body.slice(valueStart, end));
  const range = trimmedRange(decoded, 0, decoded.length);
  const text = decoded.slice(range.start, range.end);
  return { text, blank: text === "", ...trimmedRange(body, valueStart, end) };
}

/** `+` is a space, `%XX` a byte of UTF-8; a `%` without two hexadecimal digits stays. */
export function decodeFormText(written: string): string {
  const spaced = spacesForPluses(written);
  let at = spaced.indexOf("%");
  if (at < 0) return spaced;
  const decoded = new TextPieces();
  let copied = 0;
  while (at >= 0) {
    const end = formBytesEnd(spaced, at);
    if (end > at) {
      decoded.add(spaced.slice(copied, at));
      decoded.add(decodeFormBytes(spaced, at, end));
      copied = end;
    }
    at = spaced.indexOf("%", Math.max(end, at + 1));
  }
  decoded.add(spaced.slice(copied));
  return decoded.text();
}

/** Up to this length adding to a text takes half as long as to cut and join it. */
const SHORT_FORM_TEXT = 500;
const PLUSES = ["+"];

/** `+` is a space. Faster than `replace`. */
export function spacesForPluses(written: string): string {
  if (written.length > SHORT_FORM_TEXT) return replaceTexts(written, PLUSES, " ");
  let at = written.indexOf("+");
  if (at < 0) return written;
  let spaced = "";
  let copied = 0;
  while (at >= 0) {
    spaced += `${written.slice(copied, at)} `;
    copied = at + 1;
    at = written.indexOf("+", copied);
  }
  return spaced + written.slice(copied);
}

/** The offset behind the escaped bytes that begin there; the offset itself where there are none. */
function formBytesEnd(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === 0x25 && formByteAt(text, end) >= 0) end += 3;
  return end;
}

/** Bytes beside one another. A character behind them begins a sequence of its own, so each run is decoded by itself. */
function decodeFormBytes(text: string, start: number, end: number): string {
  if (end - start === 3) {
    const byte = formByteAt(text, start);
    return String.fromCharCode(byte < 0x80 ? byte : 0xfffd);
  }
  const bytes = new Uint8Array((end - start) / 3);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = formByteAt(text, start + index * 3);
  return decodeUtf8Run(bytes);
}

/** The byte that `%XX` at the offset stands for; negative where no two hexadecimal digits follow. */
function formByteAt(text: string, at: number): number {
  const high = hexadecimalValue(text.charCodeAt(at + 1));
  const low = hexadecimalValue(text.charCodeAt(at + 2));
  return high > 15 || low > 15 ? -1 : high * 16 + low;
}
