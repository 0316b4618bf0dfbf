import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import { textOfRawBody } from "../../src/runtime/response-parts.js";
import { decodeUtf8, normaliseText } from "../../src/runtime/utf8.js";

const reference = new TextDecoder("utf-8");

function expectSame(bytes: Uint8Array): void {
  const decoded = decodeUtf8(bytes);
  const expected = reference.decode(bytes);
  expect(textOfRawBody(bytes) === expected).toBe(true);
  if (decoded !== expected) expect([...bytes, decoded]).toEqual([...bytes, expected]);
}

/** Bytes on both sides of every border that the decoder knows. */
const BORDER_BYTES = [
  0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbb, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
  0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
];

describe("decodeUtf8 gives what TextDecoder gives", () => {
  test("for all sequences of up to two bytes", () => {
    expectSame(new Uint8Array(0));
    for (let first = 0; first < 256; first += 1) {
      expectSame(Uint8Array.of(first));
      for (let second = 0; second < 256; second += 1) expectSame(Uint8Array.of(first, second));
    }
  });

  test("for all sequences of three and four bytes at the borders", () => {
    for (const a of BORDER_BYTES) {
      for (const b of BORDER_BYTES) {
        for (const c of BORDER_BYTES) {
          expectSame(Uint8Array.of(a, b, c));
          for (const d of BORDER_BYTES) expectSame(Uint8Array.of(a, b, c, d));
        }
      }
    }
  });

  test("for every code point", () => {
    const encoder = new TextEncoder();
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
      const text = String.fromCodePoint(codePoint);
      const decoded = decodeUtf8(encoder.encode(`x${text}`));
      if (decoded !== `x${text}`) expect(decoded).toBe(`x${text}`);
    }
  });

  test("for random bytes, at any place of a chunk", () => {
    const bytes = fc.array(fc.oneof(fc.constantFrom(...BORDER_BYTES), fc.nat({ max: 255 })), {
      maxLength: 40,
    });
    const padding = fc.oneof(fc.constant(0), fc.integer({ min: 1015, max: 1030 }));
    fc.assert(
      fc.property(bytes, padding, (tail, length) => {
        expectSame(Uint8Array.from([...Array<number>(length).fill(0x61), ...tail, 0x62]));
        expectSame(Uint8Array.from([...Array<number>(length).fill(0x61), ...tail]));
      }),
      randomRuns(3000),
    );
  });

  test("for byte order marks", () => {
    const mark = [0xef, 0xbb, 0xbf];
    for (const bytes of [mark, [...mark, ...mark], [...mark, 0x61], [0x61, ...mark], [0xef, 0xbb], [0xef]]) {
      expectSame(Uint8Array.from(bytes));
    }
    expect(decodeUtf8(Uint8Array.from([...mark, ...mark]))).toBe("\uFEFF");
  });

  test("for a part of a larger buffer", () => {
    expect(decodeUtf8(Uint8Array.from([0xc3, 0xa9, 0x61, 0xc3]).subarray(2, 3))).toBe("a");
  });

  test("for ten megabytes", () => {
    const bytes = new Uint8Array(10_000_000).fill(0x61);
    expect(decodeUtf8(bytes) === "a".repeat(bytes.length)).toBe(true);
  });
});

describe("normaliseText", () => {
  test("gives what the text's bytes decode to", () => {
    const unit = fc.constantFrom("a", "é", "\u{1F600}", "\ud83d", "\ude00", "\uFEFF", "\uFFFD");
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join("");
        const bytes = new TextEncoder().encode(text);
        expect(normaliseText(text)).toBe(reference.decode(bytes));
        expect(normaliseText(text)).toBe(decodeUtf8(bytes));
      }),
      randomRuns(3000),
    );
  });

  test.each([
    ["", ""],
    ["\uFEFF", ""],
    ["\uFEFF\uFEFFa", "\uFEFFa"],
    ["a\uFEFF", "a\uFEFF"],
    ["\ud800", "\uFFFD"],
    ["\uFEFF\udc00x", "\uFFFDx"],
    ["\ud800😀\udc00", "\uFFFD😀\uFFFD"],
  ])("%j becomes %j", (text, normalised) => {
    expect(normaliseText(text)).toBe(normalised);
  });

  test("replaces a million units that are all wrong", () => {
    expect(normaliseText("\udc00".repeat(1_000_000)) === "\uFFFD".repeat(1_000_000)).toBe(true);
  });
});
