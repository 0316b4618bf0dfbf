import { type CodePointRanges, isInRanges } from "../runtime/code-point-ranges.js";

/**
 * What nobody sees, or what a terminal obeys: control characters, line ends, marks that turn the direction of text around, all that Unicode
 * 17.0 lets programs show as nothing (Default_Ignorable_Code_Point), format characters of annotations and hieroglyphs, tags, the signs that
 * are blank though they are no white space (in Braille, of Khitan and of a note of music), half a character, and what is no character at all.
 */
const UNSEEN: CodePointRanges = [
  0x0, 0x1f, 0x7f, 0x9f, 0xad, 0xad, 0x34f, 0x34f, 0x61c, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b,
  0x180f, 0x200b, 0x200f, 0x2028, 0x202e, 0x2060, 0x206f, 0x2800, 0x2800, 0x3164, 0x3164, 0xd800, 0xdfff,
  0xfdd0, 0xfdef, 0xfe00, 0xfe0f, 0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff0, 0xfffb, 0x13430, 0x1343f, 0x16fe4,
  0x16fe4, 0x1bca0, 0x1bca3, 0x1d159, 0x1d159, 0x1d173, 0x1d17a, 0xe0000, 0xe0fff,
];

/** Whether nothing can be seen of a character, so that it has to be written as an escape to be noticed. */
export function isUnseen(codePoint: number): boolean {
  // The last two of each plane are no characters.
  if ((codePoint & 0xfffe) === 0xfffe) return true;
  return (codePoint < 0x20 || codePoint > 0x7e) && isInRanges(UNSEEN, codePoint);
}

/** How a sentence names a character that it cannot show: `U+200B`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
