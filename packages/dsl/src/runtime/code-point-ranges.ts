/** Ranges of code points, ascending and with gaps between them: first and last (included) of each, one after the other. */
export type CodePointRanges = readonly number[];

/** Reads ranges written as numbers in base 36 with spaces between: for each the gap before it and its length less one. */
export function decodeRanges(encoded: string): CodePointRanges {
  const ranges: number[] = [];
  let next = 0;
  encoded.split(" ").forEach((word, index) => {
    const number = Number.parseInt(word, 36);
    next += number;
    ranges.push(next);
    // Even words are gaps and lead to a range's first code point, odd ones to its last.
    if (index % 2 === 1) next += 1;
  });
  return ranges;
}

/** Whether the code point is in one of the ranges. */
export function isInRanges(ranges: CodePointRanges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[2 * middle] ?? 0)) high = middle;
    else if (codePoint > (ranges[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/**
 * Whether the code point extends a word: it is a letter, mark, number or connector punctuation (`ranges` holds these) and
 * no variation selector. -1, which stands for no neighbour, does not.
 */
export function extendsWord(ranges: CodePointRanges, codePoint: number): boolean {
  if (codePoint >= 0xfe00 && codePoint <= 0xfe0f) return false;
  if (codePoint >= 0xe0100 && codePoint <= 0xe01ef) return false;
  return isInRanges(ranges, codePoint);
}
