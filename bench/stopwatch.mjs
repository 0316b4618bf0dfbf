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
 * @param {() => number} [clock] tells milliseconds
 */
export function timeOnce(work, times, clock = () => performance.now()) {
  const taken = [];
  for (let i = 0; i < times; i++) {
    const start = clock();
    work();
    taken.push(clock() - start);
  }
  return median(taken);
}

/** What the process itself worked, in milliseconds: what it waited for the processor while others had it does not count. */
export function workedMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
