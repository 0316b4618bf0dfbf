/**
 * Sizes that double, from one up to another.
 *
 * @param {number} from
 * @param {number} to
 */
export function sizesBetween(from, to) {
  /** @type {number[]} */
  const sizes = [];
  for (let size = from; size <= to; size *= 2) sizes.push(size);
  return sizes;
}
