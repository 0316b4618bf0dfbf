import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./failure-reason.js";

/*
 * Which process writes a file: what it leaves when it is killed is told from what one that still runs needs.
 */

let knownMachine: string | null = null;

/**
 * Tells processes of this machine from those of others that share the folder: only of these it can be seen whether they still run. A
 * container that has numbers of processes of its own is another machine, whatever it is called.
 */
function machine(): string {
  knownMachine ??= createHash("sha256").update(`${hostname()} ${processNumbers()}`).digest("hex").slice(0, 6);
  return knownMachine;
}

/** Stands for when a process began where the system does not tell. */
const UNKNOWN = "0";

let knownProcess: string | null = null;

/** What this process is called in names: its machine, its number and when it began. Asked of the system once, by runs that write. */
export function thisProcess(): string {
  knownProcess ??= `${machine()}-${process.pid}-${startOf(process.pid) ?? UNKNOWN}`;
  return knownProcess;
}

const NAME = /^([0-9a-f]{6})-([0-9]+)-([0-9]+)$/;

/** Whether the process of such a name runs; null where that cannot be seen, or for what is no such name. */
export function runsStill(name: string): boolean | null {
  const [, where, pid, start] = NAME.exec(name) ?? [];
  if (where !== machine()) return null;
  if (!runs(Number(pid))) return false;
  // Numbers of processes come again, in containers with every start.
  const running = startOf(Number(pid));
  return start === UNKNOWN || running === null ? null : start === running;
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
