/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/**
 * Milliseconds of one call: the median of several.
 *
 * @param {() => unknown} work
 * @param {number} times
 */
export function timeOnce(work, times) {
  const taken = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    work();
    taken.push(performance.now() - start);
  }
  return median(taken);
}

const WARM_UP_MS = 150;
const ROUND_MS = 40;
const ROUNDS = 9;

/**
 * Calls a second of each of several competitors that answer the same question. They take turns, so that what else the
 * machine does meets all alike; of each the median round counts.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, () => unknown>>} competitors
 * @returns {Record<Name, number>}
 */
export function callsPerSecond(competitors) {
  const names = /** @type {Name[]} */ (Object.keys(competitors));
  const batches = names.map((name) =>
    Math.max(1, callsWithin(competitors[name], WARM_UP_MS) * (ROUND_MS / WARM_UP_MS)),
  );
  /** @type {number[][]} */
  const rates = names.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    names.forEach((name, index) => {
      const calls = Math.ceil(batches[index] ?? 1);
      const work = competitors[name];
      const start = performance.now();
      for (let i = 0; i < calls; i++) work();
      rates[index]?.push((calls * 1000) / (performance.now() - start));
    });
  }
  const entries = names.map((name, index) => [name, median(rates[index] ?? [])]);
  return /** @type {Record<Name, number>} */ (Object.fromEntries(entries));
}

/**
 * @param {() => unknown} work
 * @param {number} milliseconds
 */
function callsWithin(work, milliseconds) {
  const end = performance.now() + milliseconds;
  let calls = 0;
  while (performance.now() < end) {
    work();
    calls++;
  }
  return calls;
}
