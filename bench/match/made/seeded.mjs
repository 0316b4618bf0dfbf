/**
 * Random numbers that are the same on every machine and in every run (mulberry32).
 *
 * @param {number} seed a 32-bit integer
 * @returns {() => number} numbers from 0 up to, but not including, 1
 */
export function seeded(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @template Item
 * @param {() => number} random
 * @param {readonly [Item, ...Item[]]} items
 * @returns {Item}
 */
export function oneOf(random, items) {
  return items[Math.floor(random() * items.length)] ?? items[0];
}
