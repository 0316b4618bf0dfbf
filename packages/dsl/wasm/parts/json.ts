// What a text of JSON (RFC 8259) is made of. Every text has a byte behind it that is no character of JSON.

import { blankEnd as longBlankEnd } from "./blanks";

/** Whether a string that was passed since `clearEscaped` has an escape. */
export let escaped: bool = false;

export function clearEscaped(): void {
  escaped = false;
}

/** Which of 16 bytes can end a run inside a string: quotes, control characters, backslashes. */
export function stringStopsOf(bytes: v128): i32 {
  // The quote is 0x22, so that with this bit turned it and the control characters are the lowest values.
  const turned = v128.xor(bytes, i8x16.splat(2));
  return i8x16.bitmask(v128.or(i8x16.le_u(turned, i8x16.splat(0x20)), i8x16.eq(bytes, i8x16.splat(0x5c))));
}

/** The closing quote of the string whose characters begin at the address; 0 after a fault. */
export function stringEnd(at: usize): usize {
  const stops = stringStopsOf(v128.load(at));
  if (stops === 0) return longStringEnd(at + 16);
  const end = at + ctz(stops);
  return load<u8>(end) === 0x22 ? end : longStringEnd(end);
}

function longStringEnd(from: usize): usize {
  let at = from;
  while (true) {
    const stops = stringStopsOf(v128.load(at));
    if (stops === 0) {
      at += 16;
      continue;
    }
    at += ctz(stops);
    const byte = load<u8>(at);
    if (byte === 0x22) return at;
    if (byte !== 0x5c) return 0;
    const letter: u32 = load<u8>(at, 1);
    if (letter === 0x75) {
      if (!(isHexadecimal(at + 2) && isHexadecimal(at + 3) && isHexadecimal(at + 4) && isHexadecimal(at + 5)))
        return 0;
      at += 6;
    } else {
      // One bit for each of \ b f n r t.
      const known = letter - 0x5c < 25 && (0x1440441 >> (letter - 0x5c)) & 1;
      if (!known && letter !== 0x22 && letter !== 0x2f) return 0;
      at += 2;
    }
    escaped = true;
  }
}

export function isHexadecimal(at: usize): bool {
  const byte: u32 = load<u8>(at);
  return byte - 0x30 < 10 || (byte | 0x20) - 0x61 < 6;
}

/** Behind the white space that begins at the address. */
export function blankEnd(at: usize): usize {
  if (load<u8>(at) > 0x20) return at;
  return load<u8>(at) === 0x20 && load<u8>(at, 1) > 0x20 ? at + 1 : longBlankEnd(at);
}

function digitsEnd(from: usize): usize {
  let at = from;
  while (<u32>load<u8>(at) - 0x30 < 10) at += 1;
  return at;
}

/** Behind the number that begins at the address; 0 after a fault. */
export function numberEnd(start: usize): usize {
  let at = start;
  let byte: u32 = load<u8>(at);
  if (byte === 0x2d) {
    at += 1;
    byte = load<u8>(at);
  }
  if (byte - 0x31 < 9) at = digitsEnd(at + 1);
  else if (byte === 0x30) at += 1;
  else return 0;
  byte = load<u8>(at);
  if (byte === 0x2e) {
    const fraction = at + 1;
    at = digitsEnd(fraction);
    if (at === fraction) return 0;
    byte = load<u8>(at);
  }
  if ((byte | 0x20) === 0x65) {
    byte = load<u8>(at, 1);
    const exponent = at + (byte === 0x2b || byte === 0x2d ? 2 : 1);
    at = digitsEnd(exponent);
    if (at === exponent) return 0;
  }
  return at;
}

export function isAscii(start: usize, end: usize): bool {
  for (let at = start; at < end; at += 16) {
    let high = i8x16.bitmask(v128.load(at));
    if (end - at < 16) high &= (1 << (<i32>(end - at))) - 1;
    if (high !== 0) return false;
  }
  return true;
}
