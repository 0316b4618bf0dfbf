import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {import("../one-process/repeat-command.mjs").Run} Run */

/**
 * What a run did: how often functions and blocks of the command ran in all, and those that ran most. Of the same build the same run
 * gives the same count.
 *
 * @typedef {object} CountedRun
 * @property {number} work
 * @property {number} milliseconds
 * @property {number} exitCode
 * @property {readonly (readonly [name: string, count: number])[]} functions
 * @property {string} written the end of what it wrote
 */

const PROCESS = fileURLToPath(new URL("counting-process.mjs", import.meta.url));
const SERVER = fileURLToPath(new URL("counting-server.mjs", import.meta.url));

/** What is asked of the language server. */
const REQUESTS = ["completion", "hover"];

/**
 * What each run does, one after the other in one process; null for a run that takes longer than is allowed, and for one that ends
 * the process.
 *
 * @param {readonly Run[]} runs all of the command, or all of the language server
 * @param {number} patience milliseconds that one run may take
 * @returns {Promise<readonly (CountedRun | null)[]>}
 */
export async function countedWork(runs, patience) {
  /** @type {(CountedRun | null)[]} */
  const results = [];
  while (results.length < runs.length) {
    const rest = runs.slice(results.length);
    results.push(...(await countedByOneProcess(rest, patience)));
  }
  return results;
}

/**
 * The results of the first runs, up to the first that does not come to its end.
 *
 * @param {readonly Run[]} runs
 * @param {number} patience
 * @returns {Promise<readonly (CountedRun | null)[]>}
 */
async function countedByOneProcess(runs, patience) {
  const folder = mkdtempSync(join(tmpdir(), "responses-counted-"));
  const [jobs, results] = [join(folder, "jobs.json"), join(folder, "results.ndjson")];
  writeFileSync(jobs, JSON.stringify(runs));
  writeFileSync(results, "");
  const child = spawn(process.execPath, [isOfServer(runs) ? SERVER : PROCESS, jobs, results], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  /** @returns {readonly (CountedRun & { at: number })[]} */
  const lines = () => {
    const text = readFileSync(results, "utf8");
    return text
      .slice(0, text.lastIndexOf("\n") + 1)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  };
  let [known, since] = [0, performance.now()];
  const watch = setInterval(() => {
    const { length } = lines();
    if (length !== known) [known, since] = [length, performance.now()];
    else if (performance.now() - since > patience) child.kill("SIGKILL");
  }, 500);
  await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(watch);
  const ended = lines().filter(({ work }) => work !== undefined);
  rmSync(folder, { recursive: true });
  /** @type {(CountedRun | null)[]} */
  const found = ended;
  return ended.length < runs.length ? [...found, null] : found;
}

/** @param {readonly Run[]} runs */
function isOfServer([first]) {
  return REQUESTS.includes(first?.args[0] ?? "");
}
