// Runs the built command again and again in one process and counts what it does: `node counting-process.mjs JOBS RESULTS`, where JOBS
// is a JSON file with the runs and RESULTS gets a line of JSON before and after each. Nothing of the command is changed: V8 counts
// how often each of its functions and blocks is entered.

import { appendFileSync, readFileSync } from "node:fs";
import { Session } from "node:inspector";
import { fileURLToPath } from "node:url";
import { repeatCommand } from "../one-process/repeat-command.mjs";

const [jobsPath = "", resultsPath = ""] = process.argv.slice(2);
const runs = /** @type {readonly import("../one-process/repeat-command.mjs").Run[]} */ (
  JSON.parse(readFileSync(jobsPath, "utf8"))
);

const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

let at = -1;
let begun = 0;
repeatCommand(
  fileURLToPath(new URL("../../packages/cli/dist/responses.mjs", import.meta.url)),
  () => {
    at++;
    const run = runs[at];
    if (run === undefined) return null;
    appendFileSync(resultsPath, `${JSON.stringify({ at })}\n`);
    counted();
    begun = performance.now();
    return run;
  },
  ({ stdout, stderr, exitCode }) => {
    const milliseconds = Math.round(performance.now() - begun);
    const functions = counted();
    let work = 0;
    for (const count of functions.values()) work += count;
    const most = [...functions].sort((a, b) => b[1] - a[1]).slice(0, 60);
    const written = `${stdout.slice(-2_000)}${stderr.slice(-2_000)}`;
    const result = { at, work, milliseconds, exitCode: exitCode ?? 0, functions: most, written };
    appendFileSync(resultsPath, `${JSON.stringify(result)}\n`);
  },
);

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
