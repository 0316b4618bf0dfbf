import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../stopwatch.mjs";

/*
 * How long a fresh process takes to its first verdict, as functions that start for each request do.
 */

/**
 * @typedef {object} Starter
 * @property {string} name
 * @property {string} source of an ES module with `classify(status, body)`
 */

/**
 * Milliseconds, each the median of several processes.
 *
 * @typedef {object} Start
 * @property {string} name
 * @property {number} load the module
 * @property {number} first verdict, once it is loaded
 * @property {number} whole process, less one that loads an empty module and asks nothing
 */

const EMPTY = { name: "", source: "export const classify = () => -1;\n" };

/**
 * Starts processes that take turns, so that what else the machine does meets all alike.
 *
 * @param {readonly Starter[]} starters
 * @param {string} body that the verdict is about
 * @param {{ rounds: number, hasWebAssembly: boolean }} how
 * @returns {readonly Start[]}
 */
export function firstVerdicts(starters, body, { rounds, hasWebAssembly }) {
  const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
  try {
    const runs = [EMPTY, ...starters].map(({ name, source }, n) => {
      writeFileSync(join(folder, `module-${n}.mjs`), source);
      const main = join(folder, `main-${n}.mjs`);
      writeFileSync(main, mainOf(`./module-${n}.mjs`, body, hasWebAssembly));
      return { name, main, taken: /** @type {Taken[]} */ ([]) };
    });
    for (let round = 0; round < rounds; round++)
      for (const { main, taken } of runs) taken.push(timeProcess(main));
    const [empty, ...rest] = runs.map(({ name, taken }) => ({
      name,
      load: median(taken.map(({ load }) => load)),
      first: median(taken.map(({ first }) => first)),
      whole: median(taken.map(({ whole }) => whole)),
    }));
    return rest.map((start) => ({ ...start, whole: start.whole - (empty?.whole ?? 0) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} module
 * @param {string} body
 * @param {boolean} hasWebAssembly
 */
function mainOf(module, body, hasWebAssembly) {
  return `${hasWebAssembly ? "" : "delete globalThis.WebAssembly;"}
const start = performance.now();
const { classify } = await import(${JSON.stringify(module)});
const loaded = performance.now();
classify(200, ${JSON.stringify(body)});
const answered = performance.now();
process.stdout.write(JSON.stringify({ load: loaded - start, first: answered - loaded }));
`;
}

/** @typedef {{ load: number, first: number, whole: number }} Taken milliseconds */

/**
 * @param {string} main
 * @returns {Taken}
 */
function timeProcess(main) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], { encoding: "utf8" });
  const whole = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  return { ...JSON.parse(stdout), whole };
}
