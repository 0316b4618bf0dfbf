import { Session } from "node:inspector";

/** Counts how often functions and blocks of what was built are entered. Nothing of them is changed: V8 counts. */
export class WorkCounter {
  #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** How often each function and its blocks ran since it was asked last. @returns {ReadonlyMap<string, number>} */
  take() {
    /** @type {Map<string, number>} */
    const functions = new Map();
    this.#session.post("Profiler.takePreciseCoverage", (error, coverage) => {
      if (error !== null) throw error;
      for (const script of coverage.result) {
        if (!script.url.includes("/dist/")) continue;
        for (const { functionName, ranges } of script.functions) {
          let count = 0;
          for (const range of ranges) count += range.count;
          if (count === 0) continue;
          const key = `${functionName}@${ranges[0]?.startOffset ?? 0}`;
          functions.set(key, (functions.get(key) ?? 0) + count);
        }
      }
    });
    return functions;
  }
}

/**
 * All counts together, and the functions that ran most.
 *
 * @param {ReadonlyMap<string, number>} functions
 */
export function workOf(functions) {
  let work = 0;
  for (const count of functions.values()) work += count;
  return { work, functions: [...functions].sort((a, b) => b[1] - a[1]).slice(0, 60) };
}
