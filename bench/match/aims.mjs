/** What was aimed at before any of it was built: the time of the best peer ÷ that of the compiled module. */

const EARLY = 0.95;

/** By rules, for bodies of 100 B, 1 kB, 10 kB, and longer ones. */
/** @type {Readonly<Record<number, readonly number[]>>} */
const TEXTS = {
  3: [0.95, 1, 3, 4],
  10: [2, 3, 5, 6],
  30: [5, 5, 5, 5],
  100: [5, 4, 3.5, 3.5],
  1000: [5, 3, 2, 2],
  10000: [5, 2, 1.5, 1.5],
};

/**
 * @param {number} rules
 * @param {number} size of the body in bytes
 * @param {string} hit early, late or none
 * @returns {number | null}
 */
export function textAim(rules, size, hit) {
  if (hit === "early") return EARLY;
  return TEXTS[rules]?.[Math.min(3, Math.floor(Math.log10(size)) - 2)] ?? null;
}

/** @param {number} rules */
export function bytesAim(rules) {
  return rules <= 30 ? 2.5 : null;
}

/** @param {number} size of the body in bytes */
export function jsonAim(size) {
  if (size < 300) return null;
  return size < 1000 ? 1.5 : 2;
}

export const XML_AIM = 5;
export const FORM_AIM = 2;

/** In one thread the command reads and matches lines at least at this part of the speed of `JSON.parse` of each alone. */
export const NDJSON_AIM = 0.8;

/** A verdict with captures takes at most 1.3 times as long as one without. */
export const CAPTURES_AIM = 0.77;
