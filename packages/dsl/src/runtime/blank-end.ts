/** Behind the white space that begins at `from`: the same four characters in JSON (RFC 8259 §2) and in XML (S, [3]). */
export function blankEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at;
    at += 1;
  }
}
