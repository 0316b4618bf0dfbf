import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command, or the one that `RESPONSES_COMMAND` names: a campaign gives one with a fault in it. */
export const COMMAND =
  process.env.RESPONSES_COMMAND ?? fileURLToPath(new URL("../../cli/dist/responses.mjs", import.meta.url));

/** Variables with which Node runs with permissions, and may read and write all files, but start neither programs nor threads. */
export const FILES_ALONE: Readonly<Record<string, string>> = {
  NODE_OPTIONS: [
    "--no-warnings",
    process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission",
    "--allow-fs-read=*",
    "--allow-fs-write=*",
  ].join(" "),
};

export interface RunOptions {
  /** The folder it is run in. */
  readonly cwd?: string;
  /** What it gets on standard input; nothing otherwise. */
  readonly stdin?: string | Uint8Array;
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as it came. */
  readonly output: Buffer;
}

/** Runs the built command as a process of its own, as a user does, and gives what it wrote and how it ended. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { cwd, stdin = "", env = {} } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "", ...env },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    // A command that refuses its arguments does not wait for its input.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
    child.on("error", reject);
    child.on("close", (exitCode) => {
      const output = Buffer.concat(stdout);
      resolve({ exitCode, stdout: `${output}`, stderr: `${Buffer.concat(stderr)}`, output });
    });
  });
}
