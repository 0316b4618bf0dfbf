import { readdirSync, readFileSync } from "node:fs";

/** The processes that have a path among their arguments, by their numbers. */
export function processesWith(path: string): readonly number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => commandLineOf(pid).includes(path));
}

/** Ends processes at once; gives their command lines. */
export function killAll(pids: readonly number[]): readonly string[] {
  return pids.map((pid) => {
    const commandLine = commandLineOf(pid);
    process.kill(pid, "SIGKILL");
    return commandLine;
  });
}

/** Nothing for a process that has gone meanwhile. */
function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
