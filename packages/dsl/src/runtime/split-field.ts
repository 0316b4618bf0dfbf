import type { Picked } from "./picked.js";
import { splitPart } from "./text-matching.js";

/**
 * One part of the body, cut at the separator; nothing where there are fewer parts. `foldedBody` is the body folded unit by
 * unit, so that offsets are the same in both. Time is linear in the body's length.
 */
export function pickSplit(
  foldedBody: string,
  body: string,
  foldedSeparator: string,
  part: number,
): readonly Picked[] {
  const place = splitPart(foldedBody, body, foldedSeparator, part);
  if (place === null) return [];
  const text = body.slice(place.start, place.end);
  return [{ text, blank: text === "", start: place.start, end: place.end }];
}
