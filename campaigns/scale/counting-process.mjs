// Runs the built command again and again in one process and counts what it does: `node counting-process.mjs JOBS RESULTS`, where JOBS
// is a JSON file with the runs and RESULTS gets a line of JSON before and after each.

import { appendFileSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { repeatCommand } from "../one-process/repeat-command.mjs";
import { WorkCounter, workOf } from "./work-counter.mjs";

const [jobsPath = "", resultsPath = ""] = process.argv.slice(2);
const runs = /** @type {readonly import("../one-process/repeat-command.mjs").Run[]} */ (
  JSON.parse(readFileSync(jobsPath, "utf8"))
);

const counter = new WorkCounter();

let at = -1;
let begun = 0;
repeatCommand(
  fileURLToPath(new URL("../../packages/cli/dist/responses.mjs", import.meta.url)),
  () => {
    at++;
    const run = runs[at];
    if (run === undefined) return null;
    appendFileSync(resultsPath, `${JSON.stringify({ at })}\n`);
    counter.take();
    begun = performance.now();
    return run;
  },
  ({ stdout, stderr, exitCode }) => {
    const milliseconds = Math.round(performance.now() - begun);
    const counts = workOf(counter.take());
    const written = `${stdout.slice(-2_000)}${stderr.slice(-2_000)}`;
    const result = { at, ...counts, milliseconds, exitCode: exitCode ?? 0, written };
    appendFileSync(resultsPath, `${JSON.stringify(result)}\n`);
  },
);
