/** First and last code points of stretches, one after the other, in ascending order. */
type Stretches = readonly number[];

/** The production NameStartChar of XML 1.0 (fifth edition), [4]. */
const NAME_START: Stretches = [
  0x3a, 0x3a, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f,
  0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00, 0x2fef, 0x3001, 0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd,
  0x10000, 0xeffff,
];

/** What NameChar, [4a], has besides. */
const NAME_REST: Stretches = [0x2d, 0x2e, 0x30, 0x39, 0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040];

function isIn(stretches: Stretches, code: number): boolean {
  for (let index = 0; index < stretches.length; index += 2) {
    if (code < (stretches[index] ?? 0)) return false;
    if (code <= (stretches[index + 1] ?? 0)) return true;
  }
  return false;
}

/** The offset behind the Name [5] that begins at `start`; `start` itself where there is none. */
export function xmlNameEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.codePointAt(at);
    if (code === undefined) return at;
    if (!isIn(NAME_START, code) && (at === start || !isIn(NAME_REST, code))) return at;
    at += code > 0xffff ? 2 : 1;
  }
}

/** The production Char of XML 1.0, [2]. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** The first offset from `from` on of a character that is none of XML's; the text's length if there is none. */
export function firstForbiddenCharacter(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Surrogates are fine: the text has whole pairs only.
    if (unit < 0x20 ? !isXmlCharacter(unit) : unit > 0xfffd) return at;
  }
  return text.length;
}
