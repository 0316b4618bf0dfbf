/** So many pieces are put together at a time. */
const MANY_PIECES = 10000;

/**
 * A text that is put together of pieces, of which there can be millions: an engine that adds each to the text keeps several times their
 * size until the text is read, and a list has no room for all.
 */
export class TextPieces {
  joined = "";
  pieces: string[] = [];

  add(piece: string): void {
    this.pieces.push(piece);
    if (this.pieces.length >= MANY_PIECES) this.text();
  }

  /** All that has been added so far. */
  text(): string {
    this.joined += this.pieces.join("");
    this.pieces = [];
    return this.joined;
  }
}

/** So much of a text is looked at a time. */
const REPLACED_AT_ONCE = 4096;

/**
 * The text with `by` in the place of each of the texts; earlier ones go first. Each is a character or CR LF. It is cut and joined, a stretch
 * at a time: for what `replace` finds and puts together engines take thirty times the size of a text that has nothing else.
 */
export function replaceTexts(text: string, replaced: readonly string[], by: string): string {
  if (!replaced.some((each) => text.includes(each))) return text;
  let done = "";
  let start = 0;
  while (start < text.length) {
    let end = start + REPLACED_AT_ONCE;
    if (text.startsWith("\r\n", end - 1)) end += 1;
    let stretch = text.slice(start, end);
    for (const each of replaced) if (stretch.includes(each)) stretch = stretch.split(each).join(by);
    done += stretch;
    start = end;
  }
  return done;
}
