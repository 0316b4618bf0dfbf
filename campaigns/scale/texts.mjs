/*
 * What the families of mapping files are made of: pieces written again and again until there is as much as wanted.
 */

/**
 * Pieces, numbered from 0, until they have a size in characters together; at least one.
 *
 * @param {number} size
 * @param {(index: number) => string} piece
 */
export function filled(size, piece) {
  /** @type {string[]} */
  const pieces = [];
  for (let length = 0, index = 0; index === 0 || length < size; index++) {
    const text = piece(index);
    pieces.push(text);
    length += text.length;
  }
  return pieces.join("");
}

/**
 * As `filled`, in two halves: first all pieces of one kind, then as many of the other.
 *
 * @param {number} size
 * @param {(index: number) => string} first
 * @param {(index: number) => string} second
 */
export function filledHalves(size, first, second) {
  return filled(size / 2, first) + filled(size / 2, second);
}

/**
 * A number that says nothing of its neighbours, always the same for an index: from 0 to 2^32 - 1.
 * The finaliser of MurmurHash3 (Austin Appleby, public domain).
 *
 * @param {number} index
 */
function scattered(index) {
  let bits = index + 0x9e3779b9;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** @param {number} index */
export const scatteredWord = (index) => scattered(index).toString(36);
