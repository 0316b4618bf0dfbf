// Runs the built command again and again in one process and counts what it does: `node counting-process.mjs JOBS RESULTS`, where JOBS
// is a JSON file with the runs and RESULTS gets a line of JSON before and after each. Nothing of the command is changed: V8 counts
// how often each of its functions and blocks is entered.

import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { Session } from "node:inspector";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileBundle, runBundle } from "../../packages/cli/launcher/bundle.mjs";

/** @typedef {import("./counted-work.mjs").Run} Run */

const [jobsPath = "", resultsPath = ""] = process.argv.slice(2);
const runs = /** @type {readonly Run[]} */ (JSON.parse(readFileSync(jobsPath, "utf8")));

const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

const dist = new URL("../../packages/cli/dist/", import.meta.url);
const name = readdirSync(dist).find((file) => /^bundle-[0-9a-f]+\.cjs$/.test(file)) ?? "";
const bundle = compileBundle(fileURLToPath(new URL(name, dist)), undefined);

/** All that the command wrote in one run. */
let written = "";
for (const stream of [process.stdout, process.stderr])
  stream.write = /** @type {typeof stream.write} */ (
    (/** @type {string | Uint8Array} */ chunk, /** @type {unknown[]} */ ...rest) => {
      if (written.length < 100_000)
        written += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
      const done = rest.at(-1);
      if (typeof done === "function") process.nextTick(done);
      return true;
    }
  );

const own = new Map(
  process.eventNames().map((event) => [event, process.listeners(/** @type {"exit"} */ (event))]),
);
let at = -1;
let begun = 0;

// The loop is empty when the command has ended.
process.on("beforeExit", () => {
  if (at >= 0) end();
  at++;
  if (at < runs.length) begin();
});

function begin() {
  const { cwd, args } = /** @type {Run} */ (runs[at]);
  appendFileSync(resultsPath, `${JSON.stringify({ at })}\n`);
  process.argv.splice(2, Infinity, ...args);
  process.chdir(cwd);
  process.exitCode = undefined;
  written = "";
  counted();
  begun = performance.now();
  runBundle(bundle, pathToFileURL(fileURLToPath(new URL("responses.mjs", dist))).href);
  setImmediate(() => {});
}

function end() {
  const milliseconds = Math.round(performance.now() - begun);
  const functions = counted();
  let work = 0;
  for (const count of functions.values()) work += count;
  const most = [...functions].sort((a, b) => b[1] - a[1]).slice(0, 60);
  const result = {
    at,
    work,
    milliseconds,
    exitCode: process.exitCode ?? 0,
    functions: most,
    written: written.slice(-2_000),
  };
  appendFileSync(resultsPath, `${JSON.stringify(result)}\n`);
  for (const event of process.eventNames())
    for (const listener of process.listeners(/** @type {"exit"} */ (event)))
      if (event !== "beforeExit" && !(own.get(event) ?? []).includes(listener))
        process.removeListener(event, /** @type {() => void} */ (listener));
  if (at === runs.length - 1) process.exitCode = 0;
}

/** How often each function of the command and its blocks ran since it was asked last. @returns {ReadonlyMap<string, number>} */
function counted() {
  /** @type {Map<string, number>} */
  const functions = new Map();
  session.post("Profiler.takePreciseCoverage", (error, coverage) => {
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
