// npm run campaign -- matcher [--verdicts N] [--seed S] [--seconds T] [--threads N]: whether every way to run a mapping gives its verdicts.
//
// Compiled modules, each way to search texts by itself, without WebAssembly, and the matcher of the process are held against the bare
// interpreter, on random mappings of 1 to 2,000 rules and responses near them, bodies as text and as bytes, `match` and `classify`. It ends
// after so many verdicts or seconds. Each round has its seed, one more than the last: what differs is found again by --seed and --verdicts 1.

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { bundleSource } from "../scripts/bundle-source.mjs";

const { values } = parseArgs({
  options: {
    verdicts: { type: "string", default: "10000000" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "Infinity" },
    threads: { type: "string", default: String(availableParallelism()) },
  },
});
const wanted = Number(values.verdicts);
const seed = Number(values.seed);
const seconds = Number(values.seconds);
// One round needs one thread: that of the seed.
const threads = wanted > 1 ? Number(values.threads) : 1;
if (![wanted, seed, seconds, threads].every((number) => number >= 1))
  throw new Error("--verdicts, --seed, --seconds and --threads are numbers from 1 on");

const PROGRESS_EVERY = 10_000;

const folder = mkdtempSync(join(tmpdir(), "responses-matcher-"));
const start = Date.now();
let verdicts = 0;
let rounds = 0;
/** @type {string[]} */
const differences = [];

/** @type {Worker[]} */
const workers = [];
try {
  const bundle = join(folder, "worker.mjs");
  await bundleSource("campaigns/matcher/worker.ts", bundle);
  await Promise.all(Array.from({ length: threads }, (_, number) => runThread(bundle, number)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const difference of differences) process.stdout.write(`${difference}\n`);
process.stdout.write(`${told()}, ${differences.length === 0 ? "none differs" : "one differs"}\n`);
// No verdicts at all would agree.
process.exitCode = verdicts > 0 && differences.length === 0 ? 0 : 1;

/**
 * Runs a thread until there are enough verdicts.
 *
 * @param {string} bundle
 * @param {number} number
 * @returns {Promise<void>}
 */
function runThread(bundle, number) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(bundle, { workerData: { first: seed + number, step: threads } });
    workers.push(worker);
    let lastTold = Date.now();
    worker.on("message", (/** @type {import("./matcher/worker.js").Told} */ round) => {
      verdicts += round.verdicts;
      rounds += 1;
      if (round.difference !== null) differences.push(round.difference);
      if (number === 0 && Date.now() - lastTold > PROGRESS_EVERY) {
        lastTold = Date.now();
        process.stdout.write(`${told()}\n`);
      }
      const isLate = Date.now() - start > seconds * 1000;
      if (round.difference !== null || verdicts >= wanted || isLate)
        for (const one of workers) one.terminate();
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}

function told() {
  const minutes = (Date.now() - start) / 60_000;
  return `${verdicts.toLocaleString("en")} verdicts compared in ${rounds} rounds, ${minutes.toFixed(1)} minutes, seeds from ${seed} on`;
}
