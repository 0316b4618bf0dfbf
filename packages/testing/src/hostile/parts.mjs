/*
 * What hostile bodies and their mappings are made of.
 */

/**
 * @typedef {object} HostileFamily
 * @property {string} name
 * @property {string} mapping
 * @property {(size: number) => string | Uint8Array} body of about so many characters or bytes
 */

/** The letter of bodies that are all one letter. */
export const A = "a";

/** A little less deep than what is still read. */
export const DEEP = 990;

/**
 * @param {string} unit
 * @param {number} size
 */
export function filled(unit, size) {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

/**
 * A body of numbered pieces.
 *
 * @param {number} size
 * @param {(n: number) => string} piece
 */
export function numbered(size, piece) {
  const pieces = [];
  for (let length = 0, n = 0; length < size; n++) {
    const next = piece(n);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join("");
}

/**
 * A body that stands between an opening and a closing text.
 *
 * @param {string} opening
 * @param {(size: number) => string} inside
 * @param {string} closing
 * @returns {(size: number) => string}
 */
export function enclosed(opening, inside, closing) {
  return (size) => `${opening}${inside(Math.max(1, size - opening.length - closing.length))}${closing}`;
}

/**
 * @param {string} unit
 * @returns {(size: number) => string}
 */
export function repeated(unit) {
  return (size) => filled(unit, size);
}

/**
 * What comes again and again, never cut.
 *
 * @param {string} unit
 * @returns {(size: number) => string}
 */
export function whole(unit) {
  return (size) => unit.repeat(Math.floor(size / unit.length));
}

/**
 * @param {number} count
 * @param {(n: number) => string} condition
 */
export function rules(count, condition) {
  return Array.from({ length: count }, (_, n) => `reject ${condition(n)} as "Reason ${n}"\n`).join("");
}

/** @param {number} length at least */
export function fibonacciWord(length) {
  let [before, word] = ["a", "ab"];
  while (word.length < length) [before, word] = [word, word + before];
  return word;
}

/**
 * A body of two letters in no order, the same in every run.
 *
 * @param {number} size
 */
export function twoLetters(size) {
  const letters = new Uint8Array(size);
  for (let n = 0, state = 1; n < size; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    letters[n] = state >>> 31 === 0 ? 0x61 : 0x62;
  }
  return new TextDecoder().decode(letters);
}

/**
 * A body of bytes that are no text.
 *
 * @param {readonly number[]} unit
 * @returns {(size: number) => Uint8Array}
 */
export function repeatedBytes(unit) {
  return (size) => Uint8Array.from({ length: size }, (_, n) => unit[n % unit.length] ?? 0);
}
