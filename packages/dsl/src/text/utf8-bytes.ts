/** The bytes of UTF-8 of a text without lone surrogates. */
export function utf8BytesOf(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80) bytes.push(codePoint);
    else if (codePoint < 0x800) bytes.push(0xc0 | (codePoint >> 6), continuation(codePoint));
    else if (codePoint < 0x10000) {
      bytes.push(0xe0 | (codePoint >> 12), continuation(codePoint >> 6), continuation(codePoint));
    } else {
      bytes.push(0xf0 | (codePoint >> 18), continuation(codePoint >> 12));
      bytes.push(continuation(codePoint >> 6), continuation(codePoint));
    }
  }
  return bytes;
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
