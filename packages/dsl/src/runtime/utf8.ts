import { textOfUnits, UNITS_AT_ONCE } from "./code-unit-text.js";

const REPLACEMENT_CHARACTER = 0xfffd;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * The text of UTF-8 bytes, as "UTF-8 decode" of the WHATWG Encoding Standard has it: one leading byte order mark is
 * dropped, and each maximal subpart of an ill-formed sequence becomes one U+FFFD. Linear; never throws.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return decodeUtf8Range(bytes, marked ? 3 : 0, bytes.length);
}

/** The text of UTF-8 bytes that are no text of their own ("UTF-8 decode without BOM"): a byte order mark is kept. */
export function decodeUtf8Run(bytes: Uint8Array): string {
  return decodeUtf8Range(bytes, 0, bytes.length);
}

/** As `decodeUtf8Run`, for the bytes from `start` to `end`, both within the length. A sequence that goes beyond is read whole. */
export function decodeUtf8Range(bytes: Uint8Array, start: number, end: number): string {
  const units: number[] = [];
  let text = "";
  let filled = 0;
  let index = start;
  while (index < end) {
    if (filled >= UNITS_AT_ONCE) {
      text += textOfUnits(units, filled);
      filled = 0;
    }
    const lead = bytes[index] ?? 0;
    index += 1;
    if (lead < 0x80) {
      units[filled++] = lead;
      continue;
    }
    let missing = continuationBytes(lead);
    // Overlong forms, surrogates and what is above U+10FFFF already end at the second byte.
    let lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let codePoint = missing === 0 ? REPLACEMENT_CHARACTER : lead & (0x3f >> missing);
    while (missing > 0) {
      const next = bytes[index] ?? 0;
      if (next < lowest || next > highest) {
        codePoint = REPLACEMENT_CHARACTER;
        break;
      }
      codePoint = (codePoint << 6) | (next & 0x3f);
      lowest = 0x80;
      highest = 0xbf;
      index += 1;
      missing -= 1;
    }
    if (codePoint > 0xffff) {
      units[filled++] = 0xd7c0 + (codePoint >> 10);
      units[filled++] = 0xdc00 + (codePoint & 0x3ff);
    } else {
      units[filled++] = codePoint;
    }
  }
  return text + textOfUnits(units, filled);
}

/**
 * The text that the same text as UTF-8 bytes decodes to: one leading byte order mark is dropped, each lone surrogate
 * becomes U+FFFD. A text in which there is nothing to do is handed back as it is. Linear.
 */
export function normaliseText(text: string): string {
  return replaceLoneSurrogates(dropMark(text));
}

/** The text without the byte order mark that it begins with, if it does. */
export function dropMark(text: string): string {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

/** The text with U+FFFD for each lone surrogate; the text itself if it has none. Linear. */
export function replaceLoneSurrogates(text: string): string {
  if (!/[\uD800-\uDFFF]/.test(text)) return text;
  let normalised = "";
  let copied = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    if ((text.codePointAt(index) ?? unit) > 0xffff) {
      index += 1;
      continue;
    }
    normalised += text.slice(copied, index) + String.fromCharCode(REPLACEMENT_CHARACTER);
    copied = index + 1;
  }
  return copied === 0 ? text : normalised + text.slice(copied);
}

/** How many bytes must follow a lead byte; 0 for a byte that begins nothing. */
function continuationBytes(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}
