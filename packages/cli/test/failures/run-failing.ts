import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { COMMAND, type RunResult } from "@responses/testing/command";
import { COMMANDS, type CommandName, type Format, traitsOf } from "./commands.js";
import type { Way } from "./failure.js";

const FAIL_FS = new URL("fail-fs.mjs", import.meta.url).href;

/** Where reports go: those of `written` to files, that of `printed` to standard output. */
export interface Reports {
  readonly printed: Format;
  readonly written: readonly Format[];
}

/** The arguments of a run. */
export function argumentsOf(name: CommandName, way: Way, { printed, written }: Reports): readonly string[] {
  const { args, paths } = COMMANDS[name];
  const own = way.args ?? [...args, ...(paths === null ? [] : (way.paths ?? paths))];
  const reports =
    traitsOf(name).includes("reports") && way.withoutReports !== true && way.args === undefined
      ? [
          ...written.flatMap((format) => ["--format", format, "--output", `out/reports/${format}`]),
          "--format",
          printed,
        ]
      : [];
  return [...own, ...reports, ...(way.more ?? [])];
}

/** Runs the built command in a folder. */
export function runFailing(
  folder: string,
  args: readonly string[],
  way: Way,
): Promise<RunResult & { readonly signal: string | null }> {
  const own = [process.execPath, way.command ?? COMMAND, ...args];
  const [program = "", ...rest] = way.shell === undefined ? own : ["sh", "-c", way.shell, "sh", ...own];
  const child = spawn(program, rest, {
    cwd: folder,
    env: {
      ...process.env,
      NO_COLOR: "1",
      FORCE_COLOR: "",
      GITHUB_WORKSPACE: "",
      ...(way.fs === undefined
        ? {}
        : { FAIL_FS: JSON.stringify(way.fs), NODE_OPTIONS: `--import=${FAIL_FS}` }),
      ...way.env,
    },
    stdio: ["pipe", way.stdout === "full" ? openSync("/dev/full", "w") : "pipe", "pipe"],
  });
  if (way.stdout === "closed") child.stdout?.destroy();
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin?.on("error", () => {});
  child.stdin?.end(way.stdin ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, signal) => {
      const output = Buffer.concat(stdout);
      resolve({ exitCode, signal, stdout: `${output}`, stderr: `${Buffer.concat(stderr)}`, output });
    });
  });
}
