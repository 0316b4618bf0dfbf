import { createHash } from "node:crypto";
import { readlinkSync, symlinkSync } from "node:fs";
import { basename, dirname } from "node:path";
import { codeOf } from "./failure-reason.js";
import { claimPathIn, removeTemporary } from "./temporary-files.js";
import { runsStill, thisProcess } from "./writing-process.js";

/** Milliseconds between two looks at a file that another process claims. */
const PAUSE = 2;

/** Milliseconds after which a file is written without a claim, since another process that does not go on holds it. */
const LONGEST_WAIT = 30_000;

/** The same after which a claim goes of whose process nothing can be seen, as of one in another container. Each is held for some microseconds. */
const LONGEST_UNSEEN = 5_000;

/**
 * Does something to a file while no other run of the command does such a thing to it: between comparing what it holds and renaming another
 * into its place, the same of another run would be lost. The claim is a symbolic link beside the file, which appears with the name of its
 * process in it or not at all; one of a process that runs no more is taken over. Where the system makes no such links nothing is claimed.
 */
export function whileClaimed<Result>(path: string, work: () => Result): Result {
  const digest = createHash("sha256").update(basename(path)).digest("hex");
  const claim = claimPathIn(dirname(path), digest.slice(0, 12));
  const isClaimed = claimSoon(claim);
  try {
    return work();
  } finally {
    if (isClaimed) removeTemporary(claim);
  }
}

/** Whether it is claimed now. */
function claimSoon(claim: string): boolean {
  const start = performance.now();
  for (let waited = 0; waited < LONGEST_WAIT; waited = performance.now() - start) {
    try {
      symlinkSync(thisProcess(), claim);
      return true;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") return false;
    }
    if (isLeft(claim, waited)) removeTemporary(claim);
    else Atomics.wait(SLEEPING, 0, 0, PAUSE);
  }
  return false;
}

/** Whether nobody holds a claim any more that has been waited for so long. */
function isLeft(claim: string, waited: number): boolean {
  try {
    return !(runsStill(readlinkSync(claim)) ?? waited < LONGEST_UNSEEN);
  } catch {
    // It has just gone.
    return false;
  }
}

/** Nobody ever wakes who waits for it. */
const SLEEPING = new Int32Array(new SharedArrayBuffer(4));
