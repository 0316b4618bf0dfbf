import { crc32, deflateSync, inflateSync } from "node:zlib";

/*
 * PNG files in which each pixel is one of a few colours: a picture of an editor has hardly more, and takes a third of the
 * space. As far as screenshots go: 8 bits a channel, no interlacing.
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @typedef {{ width: number, height: number, pixels: Uint32Array }} Picture 0xRRGGBB each, row by row */

/**
 * The picture again with a number of its colours; every other colour becomes the nearest of them.
 *
 * @param {Buffer} png
 * @param {number} colours at most 256
 * @returns {Buffer}
 */
export function withFewColours(png, colours) {
  const picture = decode(png);
  const palette = mostFrequent(picture.pixels, colours);
  return encode(picture, palette);
}

/**
 * @param {Buffer} png
 * @returns {Picture}
 */
function decode(png) {
  const header = png.subarray(16, 29);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0];
  if (channels === undefined || header[8] !== 8 || header[12] !== 0) {
    throw new Error("only pictures in red, green and blue of 8 bits each are read");
  }
  const bytes = inflateSync(Buffer.concat([...chunksOf(png)].filter(isData).map(({ data }) => data)));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = new Uint8Array(bytes.subarray(start + 1, start + 1 + stride));
    unfilter(bytes[start] ?? 0, row, above, channels);
    for (let x = 0; x < width; x++) {
      const at = x * channels;
      pixels[y * width + x] = ((row[at] ?? 0) << 16) | ((row[at + 1] ?? 0) << 8) | (row[at + 2] ?? 0);
    }
    above = row;
  }
  return { width, height, pixels };
}

/** @param {Buffer} png */
function* chunksOf(png) {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

/** @param {{ type: string }} chunk */
function isData({ type }) {
  return type === "IDAT";
}

/**
 * Undoes a row's filter, in place.
 *
 * @param {number} filter
 * @param {Uint8Array} row
 * @param {Uint8Array} above the row before, unfiltered
 * @param {number} channels
 */
function unfilter(filter, row, above, channels) {
  for (let x = 0; x < row.length; x++) {
    const left = row[x - channels] ?? 0;
    const up = above[x] ?? 0;
    const upLeft = above[x - channels] ?? 0;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
    row[x] = (row[x] ?? 0) + predicted;
  }
}

/**
 * @param {number} left
 * @param {number} up
 * @param {number} upLeft
 */
function paeth(left, up, upLeft) {
  const byLeft = Math.abs(up - upLeft);
  const byUp = Math.abs(left - upLeft);
  const byUpLeft = Math.abs(left + up - 2 * upLeft);
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}

/** How much colours differ that are chosen first, second and so on: so a rare green comes before the tenth grey. */
const DIFFERENCES = [48, 24, 12, 6, 0];

/** What a colour covers at least that is the colour of an area: such a one is kept, however near it is to others. */
const AREA = 1 / 1000;

/**
 * The colours of areas, then the most frequent of the others, very different ones first.
 *
 * @param {Uint32Array} pixels
 * @param {number} most
 * @returns {readonly number[]}
 */
function mostFrequent(pixels, most) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const areas = colours.filter((colour) => (counts.get(colour) ?? 0) > pixels.length * AREA);
  const chosen = new Set(areas.slice(0, most / 2));
  for (const difference of DIFFERENCES) {
    for (const colour of colours) {
      if (chosen.size >= most) break;
      const channels = channelsOf(colour);
      const isNear = [...chosen].some((other) => distance(channels, channelsOf(other)) < difference ** 2);
      if (!isNear) chosen.add(colour);
    }
  }
  return [...chosen];
}

/**
 * @param {Picture} picture
 * @param {readonly number[]} palette
 */
function encode({ width, height, pixels }, palette) {
  /** @type {Map<number, number>} */
  const numbers = new Map(palette.map((colour, number) => [colour, number]));
  const bytes = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = pixels[y * width + x] ?? 0;
      const number = numbers.get(colour) ?? nearest(colour, palette);
      numbers.set(colour, number);
      bytes[y * (width + 1) + 1 + x] = number;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(channelsOf))),
    chunk("IDAT", deflateSync(bytes, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * @param {number} colour
 * @param {readonly number[]} palette
 */
function nearest(colour, palette) {
  const distances = palette.map((other) => distance(channelsOf(colour), channelsOf(other)));
  return distances.indexOf(Math.min(...distances));
}

/** @param {number} colour */
function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

/**
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function distance(a, b) {
  return a.reduce((sum, channel, index) => sum + (channel - (b[index] ?? 0)) ** 2, 0);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
