import { blankEnd } from "./blanks";

/* The pieces that an XML document consists of (XML 1.0, fifth edition). */

/** Behind the characters of names that begin at the address, as far as they are ASCII. */
export function nameEnd(from: usize): usize {
  let at = from;
  while (true) {
    const bytes = v128.load(at);
    const low = v128.and(bytes, i8x16.splat(15));
    const high = v128.and(i16x8.shr_u(bytes, 4), i8x16.splat(15));
    // One bit for the characters of each half of a row of the ASCII table.
    const inRow = i8x16.swizzle(i8x16(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0), high);
    const inColumn = i8x16.swizzle(i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 4, 4, 5, 5, 12), low);
    const others = i8x16.bitmask(i8x16.eq(v128.and(inRow, inColumn), i8x16.splat(0)));
    if (others !== 0) return at + ctz(others);
    at += 16;
  }
}

/** Where the local part of the name begins. */
export function localPart(name: usize, end: usize): usize {
  for (let at = name; at < end; at += 16) {
    const colons = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x3a)));
    if (colons === 0) continue;
    const colon = at + ctz(colons);
    return colon < end ? colon + 1 : name;
  }
  return name;
}

/** Where the two bytes stand one after the other; they do at the latest behind the document. */
export function findPair(from: usize, first: i32, second: i32): usize {
  const firsts = i8x16.splat(<i8>first);
  const seconds = i8x16.splat(<i8>second);
  let at = from;
  while (true) {
    const found = i8x16.bitmask(
      v128.and(i8x16.eq(v128.load(at), firsts), i8x16.eq(v128.load(at, 1), seconds)),
    );
    if (found !== 0) return at + ctz(found);
    at += 16;
  }
}

/** Whether all characters are such as XML allows. */
export function areAllowed(start: usize, end: usize): bool {
  for (let block = start; block < end; block += 16) {
    const bytes = v128.load(block);
    const firstRow = i8x16.swizzle(i8x16(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1), bytes);
    const secondRow = i8x16.eq(v128.and(bytes, i8x16.splat(-16)), i8x16.splat(16));
    const lead = i8x16.eq(bytes, i8x16.splat(-17));
    if (!v128.any_true(v128.or(v128.or(firstRow, secondRow), lead))) continue;
    for (let at = block; at < block + 16 && at < end; at += 1) {
      const byte: u32 = load<u8>(at);
      if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return false;
      // U+FFFE and U+FFFF, and not what breaks off before another byte.
      if (byte === 0xef && load<u8>(at, 1) === 0xbf && (load<u8>(at, 2) | 1) === 0xbf) return false;
    }
  }
  return true;
}

/** Behind the reference that begins with the & at the address; 0 if it is none that XML knows. */
export function referenceEnd(start: usize): usize {
  const word = load<u32>(start, 1);
  if ((word & 0xffffff) === 0x3b746c || (word & 0xffffff) === 0x3b7467) return start + 4;
  if (word === 0x3b706d61) return start + 5;
  if ((word === 0x736f7061 || word === 0x746f7571) && load<u8>(start, 5) === 0x3b) return start + 6;
  if ((word & 0xff) !== 0x23) return 0;
  const hexadecimal = load<u8>(start, 2) === 0x78;
  const radix: u32 = hexadecimal ? 16 : 10;
  const digits = start + (hexadecimal ? 3 : 2);
  let at = digits;
  let code: u32 = 0;
  while (true) {
    const byte: u32 = load<u8>(at);
    let digit = byte - 0x30;
    if (digit > 9) {
      digit = (byte | 0x20) - 0x61;
      if (digit > 5) break;
      digit += 10;
    }
    if (digit >= radix) return 0;
    code = min<u32>(code * radix + digit, 0x110000);
    at += 1;
  }
  if (at === digits || load<u8>(at) !== 0x3b) return 0;
  const allowed =
    code < 0x20
      ? code === 0x09 || code === 0x0a || code === 0x0d
      : code < 0xd800 || (code > 0xdfff && code < 0x110000 && code !== 0xfffe && code !== 0xffff);
  return allowed ? at + 1 : 0;
}

/** Behind the XML declaration; 0 if it is not written as most are. */
export function declarationEnd(start: usize): usize {
  let at = blankEnd(start + 5);
  // version=
  if (load<u32>(at) !== 0x73726576 || load<u32>(at, 4) !== 0x3d6e6f69) return 0;
  let quote: u32 = load<u8>(at, 8);
  if ((quote !== 0x22 && quote !== 0x27) || load<u16>(at, 9) !== 0x2e31) return 0;
  at += 11;
  const digits = at;
  while (<u32>load<u8>(at) - 0x30 < 10) at += 1;
  if (at === digits || load<u8>(at) !== quote) return 0;
  at += 1;
  let next = blankEnd(at);
  // encoding
  if (next > at && load<u32>(next) === 0x6f636e65 && load<u32>(next, 4) === 0x676e6964) {
    quote = load<u8>(next, 9);
    if (load<u8>(next, 8) !== 0x3d || (quote !== 0x22 && quote !== 0x27)) return 0;
    const name = next + 10;
    at = nameEnd(name);
    if ((<u32>load<u8>(name) | 0x20) - 0x61 > 25 || localPart(name, at) !== name) return 0;
    if (load<u8>(at) !== quote) return 0;
    at += 1;
    next = blankEnd(at);
  }
  // standalone=
  if (next > at && load<u32>(next) === 0x6e617473 && load<u32>(next, 4) === 0x6f6c6164) {
    quote = load<u8>(next, 11);
    if ((load<u32>(next, 8) & 0xffffff) !== 0x3d656e || (quote !== 0x22 && quote !== 0x27)) return 0;
    const word = load<u32>(next, 12);
    at = next + 12;
    if ((word & 0xffff) === 0x6f6e) at += 2;
    else if ((word & 0xffffff) === 0x736579) at += 3;
    if (load<u8>(at) !== quote) return 0;
    next = blankEnd(at + 1);
  }
  return load<u16>(next) === 0x3e3f ? next + 2 : 0;
}

/** The < behind the text that begins at the address; 0 after a fault. */
export function textEnd(start: usize): usize {
  let at = start;
  while (true) {
    const bytes = v128.load(at);
    // < and > differ in this bit alone.
    const brackets = i8x16.eq(v128.or(bytes, i8x16.splat(2)), i8x16.splat(0x3e));
    const stops = i8x16.bitmask(v128.or(brackets, i8x16.eq(bytes, i8x16.splat(0x26))));
    if (stops === 0) {
      at += 16;
      continue;
    }
    at += ctz(stops);
    const byte: u32 = load<u8>(at);
    if (byte === 0x3c) return at;
    if (byte === 0x26) {
      at = referenceEnd(at);
      if (at === 0) return 0;
    } else {
      // Before a text stands the > of what ends there, so that both brackets belong to the text.
      if (load<u16>(at - 2) === 0x5d5d) return 0;
      at += 1;
    }
  }
}

/** The quotation mark behind the value that begins at the address; 0 after a fault. */
export function valueEnd(start: usize, quote: u32): usize {
  const quotes = i8x16.splat(<i8>quote);
  let at = start;
  while (true) {
    const bytes = v128.load(at);
    const others = v128.or(i8x16.eq(bytes, i8x16.splat(0x3c)), i8x16.eq(bytes, i8x16.splat(0x26)));
    const stops = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), others));
    if (stops === 0) {
      at += 16;
      continue;
    }
    at += ctz(stops);
    const byte: u32 = load<u8>(at);
    if (byte === quote) return at;
    if (byte === 0x3c) return 0;
    at = referenceEnd(at);
    if (at === 0) return 0;
  }
}
