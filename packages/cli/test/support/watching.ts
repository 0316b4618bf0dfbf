import { type ChildProcess, spawn } from "node:child_process";
import { COMMAND } from "@responses/testing/command";
import { onTestFinished } from "vitest";

/** The command while it watches. */
export interface Watching {
  /** Waits until a run has ended, with something like this in what it wrote. */
  sees(pattern: RegExp): Promise<void>;
  /** Sends SIGINT, as Ctrl+C does, and gives the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts the command in a folder; both of its outputs count as what it writes. */
export function startWatching(args: readonly string[], cwd: string): Watching {
  const child: ChildProcess = spawn(process.execPath, [COMMAND, ...args, "--watch"], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  let wake = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk;
      wake();
    });
  }
  const ended = closed.then((code) => {
    throw new Error(`it ended with ${code} after ${output}`);
  });
  ended.catch(() => {});
  return {
    async sees(pattern) {
      // The outputs come through two pipes, in any order.
      while (!pattern.test(output) || !output.includes("watching for changes")) {
        const more = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([more, ended]);
      }
      output = "";
    },
    interrupt() {
      child.kill("SIGINT");
      return closed;
    },
  };
}
