const OFFSET_BASIS = { high: 0xcbf29ce4, low: 0x84222325 } as const;

/** The prime is 2^40 and this. */
const PRIME_REST = 0x1b3;

const TWO_TO_32 = 0x1_0000_0000;

/**
 * The FNV-1a hash of 64 bits (Fowler, Noll, Vo) of a text's UTF-16 code units, the low byte of each first, as 16 hexadecimal digits. It tells
 * texts apart and keeps no secret; it is worked out without the platform, so that it is the same everywhere.
 */
export function fnvHash(text: string): string {
  let { high, low }: { high: number; low: number } = OFFSET_BASIS;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    for (const byte of [unit & 0xff, unit >>> 8]) {
      low = (low ^ byte) >>> 0;
      const product = low * PRIME_REST;
      // Times 2^40 is the low half, eight digits further up.
      high = (high * PRIME_REST + Math.floor(product / TWO_TO_32) + low * 0x100) % TWO_TO_32;
      low = product % TWO_TO_32;
    }
  }
  return digitsOf(high) + digitsOf(low);
}

function digitsOf(half: number): string {
  return half.toString(16).padStart(8, "0");
}
