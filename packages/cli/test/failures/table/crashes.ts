import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { COMMAND } from "@responses/testing/command";
import { COMMAND_NAMES, type CommandName, commandsThat } from "../commands.js";
import type { Failure, Way } from "../failure.js";

const WALKING = commandsThat("walks").filter((name) => name !== "diff of revisions");

/** A copy of the installed command in which a file is gone or cut off. */
function installation(folder: string, damage: (name: string, content: Buffer) => Buffer | null): string {
  const installed = join(folder, "installed");
  mkdirSync(installed);
  for (const name of readdirSync(dirname(COMMAND))) {
    if (!/\.(mjs|cjs|cache)$/.test(name)) continue;
    const content = damage(
      name,
      name.endsWith(".cjs") ? readFileSync(join(dirname(COMMAND), name)) : Buffer.alloc(0),
    );
    if (content === null) continue;
    if (content.length > 0) writeFileSync(join(installed, name), content);
    else copyFileSync(join(dirname(COMMAND), name), join(installed, name));
  }
  return join(installed, basename(COMMAND));
}

const NOT_WHOLE = /the command is not installed whole, and cannot start/;

const WATCHING = `"$@" 2>errors & child=$!
tries=0
until grep -q 'watching for changes' errors || [ $tries -gt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -TERM $child
wait $child
code=$?
cat errors >&2
exit $code`;

/** Lines enough for threads to be started. */
const MANY_LINES = `${JSON.stringify({ body: "x".repeat(1000) })}\n`.repeat(6000);

/** More of them once a thread has failed. */
const STREAMING = `{
  cat lines
  tries=0
  until grep -q 'a thread ended' errors || [ $tries -gt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
  cat lines
} | "$@" 2>errors
code=$?
cat errors >&2
exit $code`;

const THREADS: Way = {
  args: ["match", "mappings/a.responses", "--ndjson", "-", "--errors", "out/bad", "--jobs", "2"],
  shell: STREAMING,
};

/** The command itself is at fault, or what it runs on. */
export const CRASHES: readonly Failure[] = [
  {
    name: "a fault in the midst of a run",
    commands: [...WALKING, "match --ndjson"],
    make: () => ({ fs: { call: "performance.now", how: "crash", onward: true } }),
    says: /this should not happen; please report it\nTypeError: a fault that nobody thought of/,
    code: 70,
  },
  {
    name: "a stack that overflows",
    commands: [...WALKING, "match --ndjson"],
    make: () => ({ fs: { call: "performance.now", how: "overflow", onward: true } }),
    says: /this should not happen; please report it\nRangeError: Maximum call stack size exceeded/,
    code: 70,
  },
  {
    name: "a fault that nobody waits for",
    // These open no mapping of the disk.
    commands: COMMAND_NAMES.filter((name) => name !== "diff of revisions" && name !== "init --ci"),
    make: () => ({ fs: { call: "openSync", path: "mappings/a\\.responses$", how: "later" } }),
    says: /this should not happen; please report it\nTypeError: a fault that nobody waits for/,
    code: 70,
    afterReports: true,
  },
  {
    name: "a call that is never answered",
    commands: WALKING,
    make: () => ({ fs: { call: "promises.readdir", how: "never" } }),
    says: /the run stopped, and nothing says why/,
    code: 70,
  },
  ...(["kill", "terminate"] as const).map(
    (how): Failure => ({
      name: `${how === "kill" ? "SIGKILL" : "SIGTERM"} while folders are listed`,
      commands: WALKING,
      make: () => ({ fs: { call: "promises.readdir", path: "deep$", how } }),
      says: /(?:)/,
      code: "killed",
    }),
  ),
  {
    name: "a current folder that is gone",
    commands: COMMAND_NAMES,
    make: () => ({ shell: 'mkdir gone && cd gone && rmdir ../gone && exec "$@"' }),
    says: /the current folder cannot be used/,
  },
  {
    name: "an installation without its bundle",
    commands: ["check", "match"],
    make: (folder) => ({
      command: installation(folder, (name, content) => (name.endsWith(".cjs") ? null : content)),
    }),
    says: NOT_WHOLE,
    code: 70,
  },
  {
    name: "an installation whose bundle is cut off",
    commands: ["check", "match"],
    make: (folder) => ({
      command: installation(folder, (_, content) => content.subarray(0, content.length / 2)),
    }),
    says: NOT_WHOLE,
    code: 70,
  },
  {
    name: "an installation without the program of its threads",
    commands: ["match --ndjson"],
    make: (folder) => {
      writeFileSync(join(folder, "lines"), MANY_LINES);
      const command = installation(folder, (name, content) => (name.includes("worker") ? null : content));
      return { ...THREADS, command };
    },
    says: /a thread ended before its work was done/,
    code: 70,
  },
  {
    name: "threads that do not start",
    commands: ["match --ndjson"],
    make: (folder) => {
      writeFileSync(join(folder, "lines"), MANY_LINES);
      return { ...THREADS, fs: { worker: true } };
    },
    says: /a thread ended before its work was done: a thread that does not start/,
    code: 70,
  },
  {
    name: "a project file that is broken while files are watched",
    commands: ["check", "test", "compile", "types", "docs"] satisfies readonly CommandName[],
    make: (folder) => {
      writeFileSync(join(folder, "responses.config.json"), "{");
      return { withoutReports: true, more: ["--watch"], shell: WATCHING };
    },
    says: /the project file cannot be used/,
  },
];
