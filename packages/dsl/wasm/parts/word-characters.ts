import { WORD_RANGE_COUNT, WORD_RANGES } from "./text-tables";

/** Whether these bytes are one character, and a word character. What is no UTF-8 counts as U+FFFD, which is none. */
export function isWordCharacter(tables: usize, start: usize, length: usize): bool {
  const lead = <u32>load<u8>(start);
  let codePoint = lead;
  if (length === 1) {
    if (lead >= 0x80) return false;
  } else {
    if (lead < 0xc2 || lead > 0xf4 || length !== <usize>(lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4)) return false;
    codePoint = lead & (0x7f >> <u32>length);
    for (let index: usize = 1; index < length; index++) {
      const next = <u32>load<u8>(start + index);
      if ((next & 0xc0) !== 0x80) return false;
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    if (codePoint < (length === 3 ? 0x800 : length === 4 ? 0x10000 : 0x80) || codePoint > 0x10ffff)
      return false;
  }
  return isInRanges(tables, codePoint);
}

/** Whether the code point is in one of the ranges, of which first and last ones stand in order. */
function isInRanges(tables: usize, codePoint: u32): bool {
  const ranges = <usize>load<u32>(tables, WORD_RANGES);
  let low: u32 = 0;
  let high = load<u32>(tables, WORD_RANGE_COUNT);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(ranges + ((<usize>middle) << 3), 4) < codePoint) low = middle + 1;
    else high = middle;
  }
  return low < load<u32>(tables, WORD_RANGE_COUNT) && load<u32>(ranges + ((<usize>low) << 3)) <= codePoint;
}
