import { deflateSync, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { withFewColours } from "../scripts/palette-png.mjs";

/** A picture of two rows of pixels in red, green and blue; the second row is filtered by the first. */
function picture(rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  const [first = [], second = []] = rows;
  const up = second.map((value, index) => (value - (first[index] ?? 0)) & 0xff);
  const data = deflateSync(Buffer.from([0, ...first, 2, ...up]));
  return Buffer.concat([
    Buffer.alloc(8),
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

function partOf(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 0, "latin1");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

const BLACK = [0, 0, 0];
const GREY = [3, 3, 3];
const GREEN = [0, 255, 0];

test("a picture keeps the colours that differ most, and the others become the nearest of them", () => {
  const small = withFewColours(
    picture([
      [...BLACK, ...BLACK, ...GREY],
      [...GREY, ...BLACK, ...GREEN],
    ]),
    2,
  );
  expect([...partOf(small, "PLTE")]).toEqual([...BLACK, ...GREEN]);
  expect([...inflateSync(partOf(small, "IDAT"))]).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
});
