// Writes what a string of JSON means: its characters in UTF-8, with escapes read, 16 bytes at once.

import { isHexadecimal } from "./json";

/** For each set of 8 bytes, one bit for each that is left out, where those stand that stay: 8 bytes. */
const PACKINGS: usize = 0x400;

/** Every other bit, from the second on. */
const ODD: u32 = 0xaaaaaaaa;

/* Of the string that was read last. */
export let written: usize = 0;
export let hasEscape: bool = false;
export let hasOthers: bool = false;
/** Whether an escape stands for U+FFFD. */
export let hasLost: bool = false;

let hasPackings: bool = false;

function makePackings(): void {
  hasPackings = true;
  for (let left: u32 = 0; left < 256; left++) {
    let to = PACKINGS + ((<usize>left) << 3);
    for (let place: u32 = 0; place < 8; place++) {
      if (((left >> place) & 1) !== 0) continue;
      store<u8>(to, <u8>place);
      to += 1;
    }
  }
}

/**
 * The closing quote of the string whose characters begin at the address; 0 after a fault. They are written from `to` on: surrogates
 * without their other half become U+FFFD. They are never more bytes than those read; up to 16 bytes behind them are written over.
 */
export function readString(from: usize, to: usize): usize {
  if (!hasPackings) makePackings();
  let at = from;
  let out = to;
  let others: v128 = i64x2.splat(0);
  let escapes: u32 = 0;
  /** Whether the first byte follows the backslash of an escape. */
  let carried: u32 = 0;
  hasLost = false;
  hasOthers = false;
  while (true) {
    let bytes = v128.load(at);
    const backslashes: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x5c)));
    const quotes: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x22)));
    const controls: u32 = i8x16.bitmask(i8x16.lt_u(bytes, i8x16.splat(0x20)));
    if ((backslashes | quotes | controls | carried) === 0) {
      v128.store(out, bytes);
      others = v128.or(others, bytes);
      at += 16;
      out += 16;
      continue;
    }
    // Of backslashes side by side every other one begins an escape: the carries of a subtraction pass through them.
    const possible = backslashes & ~carried;
    const codes = (((possible << 1) | ODD) - possible) ^ ODD;
    const letters = (codes ^ (backslashes | carried)) & 0xffff;
    let begins = codes & backslashes;
    // An escape cannot end with a control character either.
    const ends = (quotes & ~letters) | controls;
    let unusual: u32 = 0;
    const meaning = letters & ~(backslashes | quotes);
    if (meaning !== 0) {
      const slashes: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x2f)));
      const named = meaning & ~slashes;
      // What the letters f, n, r and t stand for, and 0 for all other bytes.
      const meant = i8x16.swizzle(
        i8x16(12, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 13, 0, 9, 0),
        i8x16.sub(bytes, i8x16.splat(0x66)),
      );
      unusual = named & <u32>i8x16.bitmask(i8x16.eq(meant, i64x2.splat(0)));
      // The bits as bytes.
      const spread = i8x16.swizzle(
        i32x4.splat(named & ~unusual),
        i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1),
      );
      const bits = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
      bytes = v128.bitselect(meant, bytes, i8x16.eq(v128.and(spread, bits), bits));
    }
    const halts = ends | unusual;
    let taken: u32 = 16;
    if (halts === 0) {
      others = v128.or(others, bytes);
    } else {
      taken = ctz(halts);
      const mask: u32 = (1 << taken) - 1;
      begins &= mask;
      if ((i8x16.bitmask(bytes) & mask) !== 0) hasOthers = true;
    }
    escapes |= begins;
    const low = begins & 0xff;
    v128.store(out, i8x16.swizzle(bytes, v128.load64_zero(PACKINGS + ((<usize>low) << 3))));
    const upper = v128.load64_zero(PACKINGS + ((<usize>(begins >> 8)) << 3));
    v128.store(out + 8 - popcnt(low), i8x16.swizzle(bytes, i8x16.add(upper, i8x16.splat(8))));
    out += taken - popcnt(begins);
    at += taken;
    if (halts === 0) {
      carried = begins >> 15;
      continue;
    }
    carried = 0;
    if (((ends >> taken) & 1) !== 0) break;
    // Its backslash can be the last byte of those before.
    escapes = 1;
    const letter: u32 = load<u8>(at);
    if (letter === 0x75) {
      if (!isUnit(at + 1)) return 0;
      let character = unitAt(at + 1);
      at += 5;
      if (character >= 0xd800 && character < 0xe000) {
        const isFirst = character < 0xdc00 && load<u16>(at) === 0x755c && isUnit(at + 2);
        const second: u32 = isFirst ? unitAt(at + 2) : 0;
        if (second >= 0xdc00 && second < 0xe000) {
          character = 0x10000 + ((character - 0xd800) << 10) + (second - 0xdc00);
          at += 6;
        } else {
          character = 0xfffd;
        }
      } else if (character === 0xfffd) {
        hasLost = true;
      }
      out = writeCharacter(out, character);
    } else {
      if (letter !== 0x62) return 0;
      store<u8>(out, 8);
      out += 1;
      at += 1;
    }
  }
  if (load<u8>(at) !== 0x22) return 0;
  hasEscape = escapes !== 0;
  if (i8x16.bitmask(others) !== 0) hasOthers = true;
  written = out - to;
  return at;
}

/** Whether four hexadecimal digits stand at the address. */
function isUnit(at: usize): bool {
  return isHexadecimal(at) && isHexadecimal(at + 1) && isHexadecimal(at + 2) && isHexadecimal(at + 3);
}

function hexadecimalAt(at: usize): u32 {
  const byte: u32 = load<u8>(at);
  return byte < 0x3a ? byte - 0x30 : (byte | 0x20) - 0x57;
}

function unitAt(at: usize): u32 {
  return (
    (hexadecimalAt(at) << 12) |
    (hexadecimalAt(at + 1) << 8) |
    (hexadecimalAt(at + 2) << 4) |
    hexadecimalAt(at + 3)
  );
}

/** Behind the character, which is written at the address. */
function writeCharacter(at: usize, character: u32): usize {
  if (character < 0x80) {
    store<u8>(at, <u8>character);
    return at + 1;
  }
  if (character < 0x800) {
    store<u8>(at, <u8>(0xc0 | (character >> 6)));
    store<u8>(at, <u8>(0x80 | (character & 0x3f)), 1);
    return at + 2;
  }
  if (character < 0x10000) {
    store<u8>(at, <u8>(0xe0 | (character >> 12)));
    store<u8>(at, <u8>(0x80 | ((character >> 6) & 0x3f)), 1);
    store<u8>(at, <u8>(0x80 | (character & 0x3f)), 2);
    return at + 3;
  }
  store<u8>(at, <u8>(0xf0 | (character >> 18)));
  store<u8>(at, <u8>(0x80 | ((character >> 12) & 0x3f)), 1);
  store<u8>(at, <u8>(0x80 | ((character >> 6) & 0x3f)), 2);
  store<u8>(at, <u8>(0x80 | (character & 0x3f)), 3);
  return at + 4;
}
