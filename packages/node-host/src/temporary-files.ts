import { createHash, randomBytes } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { codeOf } from "./failure-reason.js";

/*
 * Files under which something is written before it gets its name. They are gone when the process ends by itself; those of a process that was
 * killed the next one removes that writes into the same folder. Nothing listens to signals: one that comes while a file is written would
 * be heard only after the work is done, and a run that was told to end would say that all is well.
 */

const LIVE = new Set<string>();
const CLEARED = new Set<string>();

/** Tells processes of this machine from those of others that share the folder: only of these it can be seen whether they still run. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 6);

const NAME = /^\.([0-9a-f]{6})-([0-9]+)-[0-9a-f]{12}\.responses-tmp$/;

/** Milliseconds after which nobody of another machine writes any more: a day. */
const OLD = 24 * 60 * 60 * 1000;

/** A new path in the folder of a file, since only there a file can be renamed into its place. Whoever uses it says when it is over. */
export function temporaryPathBeside(path: string): string {
  const folder = dirname(path);
  clearLeftovers(folder);
  const temporary = join(
    folder,
    `.${MACHINE}-${process.pid}-${randomBytes(6).toString("hex")}.responses-tmp`,
  );
  LIVE.add(temporary);
  removeAtTheEnd();
  return temporary;
}

/** Says that a temporary file has got its name. */
export function isInPlace(temporary: string): void {
  LIVE.delete(temporary);
}

/** Removes a temporary file, if there is one; never throws. */
export function removeTemporary(temporary: string): void {
  LIVE.delete(temporary);
  try {
    rmSync(temporary, { force: true });
  } catch {
    // Why it was to go is worth more than why it stays. On a disk that takes no more changes it stays, under a name that nobody takes
    // for anything else.
  }
}

/** Removes what processes have left in a folder that run no more; once in a process, and never throws. */
export function clearLeftovers(folder: string): void {
  if (CLEARED.has(folder)) return;
  CLEARED.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      const [, machine, pid] = NAME.exec(name) ?? [];
      if (machine === undefined) continue;
      const path = join(folder, name);
      if (machine === MACHINE ? !runs(Number(pid)) : isOld(path)) removeTemporary(path);
    }
  } catch {
    // What a folder that cannot be listed holds is nobody's business here.
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs, too.
    return codeOf(error) !== "ESRCH";
  }
}

function isOld(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs > OLD;
}

let isRemovedAtTheEnd = false;

function removeAtTheEnd(): void {
  if (isRemovedAtTheEnd) return;
  isRemovedAtTheEnd = true;
  process.once("exit", () => {
    for (const path of LIVE) removeTemporary(path);
  });
}
