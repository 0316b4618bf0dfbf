/** What the bytes 80 to 9F are in windows-1252, by the index of the Encoding Standard; five of them are control characters. */
const UPPER_CONTROLS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/**
 * A text in windows-1252 as the Encoding Standard decodes it, whatever decoded it: some versions of Node read it as ISO-8859-1,
 * whose characters from U+0080 to U+009F stand for those of windows-1252 alone. Linear.
 */
export function windows1252Text(decoded: string): string {
  return decoded.replace(/[\u0080-\u009f]/g, (control) => characterOf(control.charCodeAt(0)));
}

/** The character that a byte from 80 on is in windows-1252. */
export function characterOf(byte: number): string {
  return byte < 0xa0 ? UPPER_CONTROLS.charAt(byte - 0x80) : String.fromCharCode(byte);
}
