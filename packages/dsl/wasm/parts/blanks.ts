/** Behind the white space that begins at the address: that of JSON (RFC 8259 §2) and of XML (S, [3]). */
export function blankEnd(from: usize): usize {
  let at = from;
  while (true) {
    const bytes = v128.load(at);
    const blanks = v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(0x20)), i8x16.eq(bytes, i8x16.splat(0x0a))),
      v128.or(i8x16.eq(bytes, i8x16.splat(0x0d)), i8x16.eq(bytes, i8x16.splat(0x09))),
    );
    const others = i8x16.bitmask(blanks) ^ 0xffff;
    if (others !== 0) return at + ctz(others);
    at += 16;
  }
}
