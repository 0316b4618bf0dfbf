// npm run campaign -- analysis [--lists N] [--seed S] [--slices N] [--part PART] [--threads N]: whether the exact answers about rules are right.
//
// products:    N random lists of rules, each before and after an edit, against products of automata alone and, where they are small, refa
// enumeration: all lists of a small world, in slices that begin with one rule each, against trying every body
// sampling:    a fiftieth as many larger lists against random responses
//
// Without --part all three. Each list has its seed, one more than the last: what differs is found again by --part, --seed and --lists 1.

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { bundleSource } from "../scripts/bundle-source.mjs";

/** @typedef {import("./analysis/worker.js").Part} Part */
/** @typedef {import("./analysis/worker.js").Batch} Batch */
/** @typedef {import("./analysis/worker.js").Compared} Compared */
/** @typedef {import("./analysis/worker.js").Told} Told */

/** @type {readonly Part[]} */
const PARTS = ["products", "enumeration", "sampling"];

const { values } = parseArgs({
  options: {
    lists: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    slices: { type: "string", default: "Infinity" },
    part: { type: "string", default: PARTS.join() },
    threads: { type: "string", default: String(availableParallelism()) },
  },
});
const lists = Number(values.lists);
const seed = Number(values.seed);
const wantedSlices = Number(values.slices);
const threads = Number(values.threads);
if (![lists, seed, wantedSlices, threads].every((number) => number >= 1))
  throw new Error("--lists, --seed, --slices and --threads are numbers from 1 on");
const parts = PARTS.filter((part) => values.part.split(",").includes(part));
if (parts.length === 0) throw new Error(`--part is one of ${PARTS.join(", ")}`);

/** Lists that a thread compares before it tells of them, and after how many milliseconds the whole is told. */
const LISTS_OF_BATCH = 50;
const PROGRESS_EVERY = 30_000;

const start = Date.now();
/** @type {Map<Part, Map<string, number>>} */
const counts = new Map(parts.map((part) => [part, new Map()]));
let differences = 0;
/** @type {Generator<Batch> | null} */
let batches = null;
let lastTold = start;

const folder = mkdtempSync(join(tmpdir(), "responses-analysis-"));
try {
  const bundle = join(folder, "worker.mjs");
  await bundleSource("campaigns/analysis/worker.ts", bundle);
  await Promise.all(Array.from({ length: threads }, () => runThread(bundle)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
tell();
process.stdout.write(
  `seeds from ${seed} on, ${minutes()} minutes: ${differences === 0 ? "nothing differs" : `${differences} differ`}\n`,
);
process.exitCode = differences === 0 ? 0 : 1;

/**
 * Gives a thread batches until there are no more.
 *
 * @param {string} bundle
 * @returns {Promise<void>}
 */
function runThread(bundle) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(bundle);
    worker.on("message", (/** @type {Told} */ told) => {
      if (told.kind === "ready") batches ??= batchesOf(Math.min(wantedSlices, told.slices));
      else add(told);
      const next = batches?.next();
      if (next === undefined || next.done === true) void worker.terminate();
      else worker.postMessage(next.value);
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}

/**
 * All of one part, then all of the next.
 *
 * @param {number} slices
 * @returns {Generator<Batch>}
 */
function* batchesOf(slices) {
  const of = {
    products: { first: seed, all: lists, each: LISTS_OF_BATCH },
    enumeration: { first: 0, all: slices, each: 1 },
    sampling: { first: seed, all: Math.ceil(lists / 50), each: LISTS_OF_BATCH },
  };
  for (const part of parts) {
    const { first, all, each } = of[part];
    for (let done = 0; done < all; done += each)
      yield { part, first: first + done, count: Math.min(each, all - done) };
  }
}

/** @param {Compared} compared */
function add({ part, counts: own, differences: found }) {
  const sums = counts.get(part);
  for (const [name, count] of Object.entries(own)) sums?.set(name, (sums.get(name) ?? 0) + count);
  for (const difference of found) process.stdout.write(`${difference}\n\n`);
  differences += found.length;
  if (Date.now() - lastTold < PROGRESS_EVERY) return;
  lastTold = Date.now();
  tell();
}

function tell() {
  for (const [part, sums] of counts) {
    const told = [...sums].map(([name, count]) => `  ${count.toLocaleString("en")} ${name}`);
    process.stdout.write(`${part}, after ${minutes()} minutes:\n${told.join("\n")}\n`);
  }
}

function minutes() {
  return ((Date.now() - start) / 60_000).toFixed(1);
}
