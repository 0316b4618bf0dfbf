import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { codeOf } from "./failure-reason.js";

/*
 * Files under which something is written before it gets its name. They are gone when the process ends by itself; those of a process that was
 * killed the next one removes that writes into the same folder. Nothing listens to signals: one that comes while a file is written would
 * be heard only after the work is done, and a run that was told to end would say that all is well.
 */

const LIVE = new Set<string>();
const CLEARED = new Set<string>();

/**
 * Tells processes of this machine from those of others that share the folder: only of these it can be seen whether they still run. A
 * container that has numbers of processes of its own is another machine, whatever it is called.
 */
const MACHINE = createHash("sha256").update(`${hostname()} ${processNumbers()}`).digest("hex").slice(0, 6);

/** Stands for when a process began where the system does not tell. */
const UNKNOWN = "0";

const START = startOf(process.pid) ?? UNKNOWN;

const NAME = /^\.([0-9a-f]{6})-([0-9]+)-([0-9]+)-[0-9a-f]{12}\.responses-tmp$/;

/** Milliseconds after which a process of which nothing can be seen writes no more: a day. */
const OLD = 24 * 60 * 60 * 1000;

/** A new path in the folder of a file, since only there a file can be renamed into its place. Whoever uses it says when it is over. */
export function temporaryPathBeside(path: string): string {
  const folder = dirname(path);
  clearLeftovers(folder);
  const temporary = join(
    folder,
    `.${MACHINE}-${process.pid}-${START}-${randomBytes(6).toString("hex")}.responses-tmp`,
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

/** Removes what processes have left in a folder that run no more; lists it once in a process, and never throws. */
export function clearLeftovers(folder: string): void {
  const place = resolve(folder);
  if (CLEARED.has(place)) return;
  CLEARED.add(place);
  try {
    for (const name of readdirSync(place)) if (isLeft(place, name)) removeTemporary(join(place, name));
  } catch {
    // What a folder that cannot be listed holds is nobody's business here.
  }
}

/** Whether a file is a temporary one whose process runs no more, as far as can be seen; what may be of one that does is left for a day. */
function isLeft(folder: string, name: string): boolean {
  const [, machine, pid, start] = NAME.exec(name) ?? [];
  if (machine === undefined) return false;
  if (machine === MACHINE) {
    if (!runs(Number(pid))) return true;
    // Numbers of processes come again, in containers with every start.
    const running = startOf(Number(pid));
    if (start !== UNKNOWN && running !== null) return start !== running;
  }
  const stats = statSync(join(folder, name), { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > OLD;
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

/** When a process began, in the ticks of the system; null where that does not tell, as others than Linux do not. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name of the program stands in parentheses, and may hold blanks and more of these.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/** What Linux calls the processes that are numbered together; empty elsewhere. */
function processNumbers(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

let isRemovedAtTheEnd = false;

function removeAtTheEnd(): void {
  if (isRemovedAtTheEnd) return;
  isRemovedAtTheEnd = true;
  process.once("exit", () => {
    for (const path of LIVE) removeTemporary(path);
  });
}
