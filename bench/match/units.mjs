/** How sizes and times are written in the tables. */

/**
 * @param {number} bytes
 * @returns {string} such as `10 kB`
 */
export function inBytes(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${rounded(bytes / 1000)} kB` : `${rounded(bytes / 1e6)} MB`;
}

/**
 * @param {number} ns
 * @returns {string} such as `1.25 µs`
 */
export function inTime(ns) {
  if (ns < 1e3) return `${rounded(ns)} ns`;
  if (ns < 1e6) return `${rounded(ns / 1e3)} µs`;
  return ns < 1e9 ? `${rounded(ns / 1e6)} ms` : `${rounded(ns / 1e9)} s`;
}

/**
 * @param {number} number
 * @returns {string} with three digits, or all of a longer whole part
 */
export function rounded(number) {
  if (!Number.isFinite(number)) return "–";
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString("en");
  return String(Number(number.toPrecision(3)));
}

/**
 * @param {number} ratio
 * @returns {string} such as `5.32`; of small ones no more than is of interest
 */
export function inRatio(ratio) {
  if (ratio < 0.01) return "<0.01";
  return ratio < 10 ? rounded(Number(ratio.toFixed(2))) : rounded(ratio);
}
