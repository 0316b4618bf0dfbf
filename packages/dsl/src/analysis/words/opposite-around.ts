import type { TextRange } from "../../runtime/text-matching.js";
import { findText } from "../../runtime/text-matching.js";
import { oppositesOf } from "./opposite-words.js";

/**
 * The phrase of opposite sense of which a text is a part where it was found: not accepted around accepted. Null where it stands
 * for itself, or has no opposite that is known.
 *
 * @param foldedText the text that was found, and `place` where, in a body with its case folded
 */
export function oppositeAround(foldedText: string, place: TextRange, foldedBody: string): string | null {
  for (const phrase of oppositesOf(foldedText)?.texts ?? []) {
    // Only where the phrase can overlap the place.
    const from = Math.max(0, place.start - phrase.length);
    const near = foldedBody.slice(from, place.end + phrase.length);
    for (let at = findText(near, phrase, 0); at >= 0; at = findText(near, phrase, at + 1)) {
      const start = from + at;
      if (start <= place.start && place.end <= start + phrase.length) return phrase;
    }
  }
  return null;
}
