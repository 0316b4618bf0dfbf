// npm run campaign -- dead-output [--texts N] [--seed S] [--at-once N] [--part NAME,NAME]: whether any text of a file, a body or a name is alive in what the
// command prints or writes: a million hostile texts, or as many as --texts says, in every command and format.
//
// A round is a folder of hostile mappings, bodies and names and the runs of a part in it (reports: some forty of all commands; the others are
// those of packages/testing/src/dead-output/hostile-scenes.ts), with and without colours, all in one process. Rounds of all parts have one seed,
// the next ones one more. What is alive is told with its seed, its part, its run and its line. Build first.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { bundleSource } from "../scripts/bundle-source.mjs";

const PARTS = ["reports", "fixes", "baselines", "acceptances", "projects", "answers", "commandLines"];

const { values } = parseArgs({
  options: {
    texts: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    part: { type: "string", default: PARTS.join(",") },
    "at-once": { type: "string", default: String(availableParallelism()) },
  },
});
const wanted = Number(values.texts);
const seed = Number(values.seed);
const atOnce = Number(values["at-once"]);
if (![wanted, seed, atOnce].every((number) => number >= 1))
  throw new Error("--texts, --seed and --at-once are numbers from 1 on");
const parts = values.part.split(",");
const unknown = parts.find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`--part is of ${PARTS.join(", ")}, not ${unknown}`);

/** Seeds of one process, of some 2,000 texts each. */
const SEEDS = Math.min(10, Math.ceil(wanted / 2000));
/** Lines that are told of one process. */
const MOST_TOLD = 20;

const start = Date.now();
const sums = { texts: 0, outputs: 0, characters: 0, alive: 0 };
let next = seed;
const folder = mkdtempSync(join(tmpdir(), "responses-dead-output-"));
try {
  const worker = join(folder, "worker.mjs");
  await bundleSource("campaigns/dead-output/worker.ts", worker);
  const work = async () => {
    while (sums.texts < wanted) {
      const first = next;
      next += SEEDS;
      await rounds(worker, first);
      tell();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(
  `seeds from ${seed} on: ${sums.alive === 0 ? "nothing is alive" : `${sums.alive} lines are alive`}\n`,
);
process.exitCode = sums.alive === 0 ? 0 : 1;

/**
 * Some rounds, in a process of their own.
 *
 * @param {string} worker
 * @param {number} first the seed of the first
 */
async function rounds(worker, first) {
  const child = spawn(process.execPath, [worker, String(first), String(SEEDS), ...parts], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const lines = createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stdio[3]) });
  let [done, toldLines] = [0, 0];
  for await (const line of lines) {
    const told = /** @type {import("./dead-output/worker.js").Told} */ (JSON.parse(line));
    done += 1;
    sums.texts += told.texts;
    sums.outputs += told.outputs;
    sums.characters += told.characters;
    sums.alive += told.alive.length;
    for (const alive of told.alive.slice(0, MOST_TOLD - toldLines)) process.stdout.write(`${alive}\n`);
    toldLines += told.alive.length;
  }
  await ended;
  if (done < SEEDS * parts.length)
    throw new Error(`the process of the seeds from ${first} on ended after ${done} rounds`);
}

function tell() {
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  process.stdout.write(
    `${sums.texts.toLocaleString("en")} texts in ${sums.outputs.toLocaleString("en")} outputs of ${(sums.characters / 1e6).toFixed(0)} million characters, ${minutes} minutes\n`,
  );
}
