import { visible } from "@responses/dsl/editor";

/*
 * Texts of files and bodies as far as there is room for them, on one line. What takes room is bytes of UTF-8, in which clients
 * and the bound of previews count; no cut is inside a character, and what is not visible is written as an escape.
 */

/** A text as far as it could be shown. */
interface ShownPart {
  readonly shown: string;
  readonly isWhole: boolean;
}

/** The beginning of a text, with what is not visible written as an escape, in at most `bytes`. */
export function startWithin(text: string, bytes: number): ShownPart {
  let shown = "";
  let left = bytes;
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = visible(character);
    left -= byteLength(next);
    if (left < 0) return { shown, isWhole: false };
    shown += next;
    at += character.length;
  }
  return { shown, isWhole: true };
}

/** The end of a text, likewise. */
export function endWithin(text: string, bytes: number): ShownPart {
  let shown = "";
  let left = bytes;
  for (let at = text.length; at > 0; ) {
    const isPair = at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff;
    const character = text.slice(isPair ? at - 2 : at - 1, at);
    const next = visible(character);
    left -= byteLength(next);
    if (left < 0) return { shown, isWhole: false };
    shown = next + shown;
    at -= character.length;
  }
  return { shown, isWhole: true };
}

export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A name or path on one line, cut where it is long. */
export function shortened(text: string, bytes: number): string {
  const { shown, isWhole } = startWithin(text, bytes);
  return isWhole ? shown : `${shown}…`;
}
