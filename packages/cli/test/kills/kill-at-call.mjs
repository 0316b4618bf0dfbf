// Loaded by `NODE_OPTIONS=--import` before the command: kills it just before the call that `KILL_AT` counts, from 1, of those that change
// something on the disk. Who sees from outside that the command ended by itself knows that there are no more of them.

import { createRequire } from "node:module";
import { isMainThread } from "node:worker_threads";

const fs = createRequire(import.meta.url)("node:fs");
const at = Number(process.env.KILL_AT);
let calls = 0;

const CHANGING = [
  "writeFileSync",
  "writeSync",
  "appendFileSync",
  "ftruncateSync",
  "fchmodSync",
  "fchownSync",
  "renameSync",
  "linkSync",
  "symlinkSync",
  "rmSync",
  "unlinkSync",
  "mkdirSync",
  "closeSync",
];

/** @param {string} name @param {(args: readonly unknown[]) => boolean} changes */
function killing(name, changes) {
  const original = fs[name];
  fs[name] = Object.assign((/** @type {unknown[]} */ ...args) => {
    if (changes(args)) {
      calls += 1;
      if (calls === at) process.kill(process.pid, "SIGKILL");
    }
    return original(...args);
  }, original);
}

if (isMainThread) {
  for (const name of CHANGING) killing(name, () => true);
  killing("openSync", ([, flags]) => typeof flags === "string" && flags !== "r");
}
