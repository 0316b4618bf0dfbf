import type { Picked } from "./picked.js";
import { findLastText, findText, trimmedRange } from "./text-matching.js";

/** Where a field `between` ends: at the nearest of several texts or at the body's end, or at the last place of one text. */
export type BetweenEnd =
  | {
      readonly kind: "nearest";
      /** Folded texts. */
      readonly closers: readonly string[];
      /** Whether the body's end closes where none of the texts follows. */
      readonly orEnd: boolean;
    }
  | {
      readonly kind: "last";
      /** A folded text. */
      readonly closer: string;
    };

/**
 * What stands between the first occurrence of `open` and the end behind it, without the white space at both ends; nothing
 * where one of them is missing. `foldedBody` is the body folded unit by unit, so that offsets are the same in both; the
 * texts are folded. Time is linear in the body's length.
 */
export function pickBetween(
  foldedBody: string,
  body: string,
  open: string,
  end: BetweenEnd,
): readonly Picked[] {
  const found = findText(foldedBody, open, 0);
  if (found < 0) return [];
  const start = found + open.length;
  const close = betweenEndFrom(foldedBody, start, end);
  return close < 0 ? [] : [partBetween(body, start, close)];
}

/** What stands between the two offsets, without the white space at both ends. */
export function partBetween(body: string, start: number, close: number): Picked {
  const place = trimmedRange(body, start, close);
  const text = body.slice(place.start, place.end);
  return { text, blank: text === "", start: place.start, end: place.end };
}

/** The offset at which the field ends; -1 where nothing closes it. */
function betweenEndFrom(foldedBody: string, start: number, end: BetweenEnd): number {
  if (end.kind === "last") return findLastText(foldedBody, end.closer, start);
  let nearest = -1;
  for (const closer of end.closers) {
    const found = findText(foldedBody, closer, start);
    if (found >= 0 && (nearest < 0 || found < nearest)) nearest = found;
  }
  return nearest < 0 && end.orEnd ? foldedBody.length : nearest;
}
