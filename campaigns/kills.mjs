// npm run campaign -- kills [--moments N] [--seed S] [--at-once N]: whether runs that write files leave every file whole where they are
// killed, and the next run ends what they began.
//
// Each run of packages/testing/src/kills/writing-runs.ts is killed at random moments, most by SIGKILL, some by SIGTERM, half of them from
// its start on and half from its first change on. Each moment has its seed, one more than the last. Build first.

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundleSource } from "../scripts/bundle-source.mjs";

const { values } = parseArgs({
  options: {
    moments: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    "at-once": { type: "string", default: String(availableParallelism()) },
  },
});
const moments = Number(values.moments);
const seed = Number(values.seed);
const atOnce = Number(values["at-once"]);
if (![moments, seed, atOnce].every((number) => number >= 1))
  throw new Error("--moments, --seed and --at-once are numbers from 1 on");

const PROGRESS_EVERY = 200;

const folder = mkdtempSync(join(tmpdir(), "responses-kills-"));
const counts = { done: 0, killed: 0, halfway: 0, faulty: 0 };
try {
  const bundle = join(folder, "random-kills.mjs");
  await bundleSource("campaigns/kills/random-kills.ts", bundle);
  /** @type {typeof import("./kills/random-kills.js")} */
  const { RandomKills } = await import(pathToFileURL(bundle).href);
  const kills = await RandomKills.prepare();
  try {
    let next = seed;
    const work = async () => {
      while (next < seed + moments) {
        const own = next;
        next += 1;
        add(own, await kills.kill(own));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    kills.remove();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
tell();
process.stdout.write(
  `seeds from ${seed} on: ${counts.faulty === 0 ? "nothing was lost" : `${counts.faulty} went wrong`}\n`,
);
process.exitCode = counts.faulty === 0 ? 0 : 1;

/**
 * @param {number} own the seed
 * @param {import("./kills/random-kills.js").Killed} killed
 */
function add(own, { moment, wasRunning, isHalfway, faults }) {
  counts.done += 1;
  if (wasRunning) counts.killed += 1;
  if (isHalfway) counts.halfway += 1;
  if (faults.length > 0) {
    counts.faulty += 1;
    const { name, signal, from, milliseconds } = moment;
    process.stdout.write(
      `--seed ${own}: ${name}, ${signal} ${milliseconds} ms from the ${from}: ${faults.join("; ")}\n`,
    );
  }
  if (counts.done % PROGRESS_EVERY === 0) tell();
}

function tell() {
  const { done, killed, halfway } = counts;
  process.stdout.write(
    `${done} moments: ${killed} runs were killed before they ended, ${halfway} left some of their work done and some not\n`,
  );
}
