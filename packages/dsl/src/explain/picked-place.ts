import type { PickedText } from "../matching/subject.js";
import type { TextRange } from "../runtime/text-matching.js";

/** Where in the body a place in a picked part's text is; the whole part where escapes or references shift the offsets. */
export function placeInBody(picked: PickedText, place: TextRange, body: string): TextRange {
  const text = picked.text ?? "";
  const offset = body.slice(picked.start, picked.end).indexOf(text);
  if (offset === -1) return placeOf(picked);
  return { start: picked.start + offset + place.start, end: picked.start + offset + place.end };
}

/** The whole part. */
export function placeOf({ start, end }: PickedText): TextRange {
  return { start, end };
}
