import { type ExecFileException, execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { codeOf, isForbidden, reasonOf } from "../failure-reason.js";
import { GitError } from "./git-error.js";
import { misleadingIn } from "./repository-variables.js";

export interface GitOptions {
  /** What it reads from standard input; nothing otherwise. */
  readonly input?: string | Uint8Array;
  /** Bytes that it may print. */
  readonly most?: number;
  /** Whether an exit code other than 0 is an answer, too. */
  readonly isAnswer?: (exitCode: number, said: string) => boolean;
}

export interface GitAnswer {
  readonly exitCode: number;
  readonly output: Buffer;
  /** What it said besides, as of files that it could not read. */
  readonly said: string;
}

/** More than the list of a million files takes. */
const MOST_OUTPUT = 512 * 1024 * 1024;

/** Far more than plumbing takes, also where files are far away: whoever waits for git waits for no longer than this. */
const LONGEST_MILLISECONDS = 120_000;

/**
 * What holds for every call. The repository may be a stranger's: nothing that its configuration names is run (monitors, hooks,
 * pagers, transports to fetch what a partial clone lacks), and what a user has configured changes nothing of the output.
 */
const ALWAYS = [
  "--no-pager",
  ...[
    "core.quotePath=off",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.sshCommand=false",
  ].flatMap((setting) => ["-c", setting]),
];

/**
 * Runs git in a folder and waits for it. The arguments must be plumbing that reads alone; texts of users stand behind
 * `--end-of-options` or go through standard input. Throws a GitError if it can't be run, fails or prints too much.
 */
export function runGit(folder: string, args: readonly string[], options: GitOptions = {}): GitAnswer {
  const { input = "", most = MOST_OUTPUT } = options;
  const { error, ...ended } = asAllowed(() =>
    spawnSync("git", [...ALWAYS, ...args], { ...settingsIn(folder), input, maxBuffer: most }),
  );
  const failure = error === undefined ? null : { code: codeOf(error), reason: reasonOf(error) };
  return answerOf({ ...ended, failure }, folder, args, options);
}

/** Starts git in a folder, with nothing to read, as `runGit` runs it: the promise is rejected with its GitErrors. */
export function startGit(
  folder: string,
  args: readonly string[],
  options: Pick<GitOptions, "isAnswer"> = {},
): Promise<GitAnswer> {
  return new Promise((answer, refuse) => {
    const settle = (error: ExecFileException | null, stdout: Buffer, stderr: Buffer): void => {
      const { exitCode: status, signalCode: signal } = child;
      const ended = { status, signal, stdout, stderr, failure: failureIn(error) };
      try {
        answer(answerOf(ended, folder, args, options));
      } catch (fault) {
        refuse(fault);
      }
    };
    const child = asAllowed(() => {
      const settings = { ...settingsIn(folder), encoding: "buffer", maxBuffer: MOST_OUTPUT } as const;
      return execFile("git", [...ALWAYS, ...args], settings, settle);
    });
    child.stdin?.end();
  });
}

/** Starts git where Node may start programs: one that runs with permissions, and not with this one, throws. */
function asAllowed<Started>(start: () => Started): Started {
  try {
    return start();
  } catch (error) {
    if (!isForbidden(error)) throw error;
    const reason =
      "Node runs with permissions here and may start no other program (--allow-child-process lets it)";
    throw new GitError({ kind: "git-missing", reason });
  }
}

function settingsIn(folder: string) {
  return { cwd: folder, env: environmentIn(folder), timeout: LONGEST_MILLISECONDS, windowsHide: true };
}

/** How a process ended. */
interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** Why it could not be run to its end; null where it ended by itself, well or not. */
  readonly failure: { readonly code: string; readonly reason: string } | null;
}

function failureIn(error: ExecFileException | null): Ended["failure"] {
  if (error?.killed === true) return { code: "ETIMEDOUT", reason: reasonOf(error) };
  return typeof error?.code === "string" ? { code: error.code, reason: reasonOf(error) } : null;
}

/** Throws a GitError unless it is an answer. */
function answerOf(ended: Ended, folder: string, args: readonly string[], options: GitOptions): GitAnswer {
  const { status, signal, stdout, failure } = ended;
  const command = args[0] ?? "";
  const failed = (reason: string): GitError => new GitError({ kind: "git-failed", command, reason });
  switch (failure?.code) {
    case undefined:
    case "EPIPE":
      // It read its input no further, and says why.
      break;
    case "ENOBUFS":
    case "ERR_CHILD_PROCESS_STDIO_MAXBUFFER":
      throw failed("it prints more than can be read");
    case "ETIMEDOUT":
      throw failed("it gave no answer in two minutes");
    case "ENOENT":
      if (!existsSync(folder)) throw failed(`the folder ${folder} is gone`);
      throw new GitError({ kind: "git-missing", reason: "there is no such program" });
    default:
      throw new GitError({ kind: "git-missing", reason: failure?.reason ?? "" });
  }
  if (status === null) throw failed(`it was ended by ${signal ?? "a signal"}`);
  const said = `${ended.stderr}`;
  if (status !== 0 && options.isAnswer?.(status, said) !== true) throw faultOf(said, status, command, folder);
  return { exitCode: status, output: stdout, said };
}

/** For an answer that git never gives: something else of that name ran, or a wrapper said something besides. */
export function misunderstood(command: string): GitError {
  return new GitError({ kind: "git-failed", command, reason: "its answer is not what git answers" });
}

/** The text of an answer without the line end behind it: a path may end in blanks. */
export function lineOf({ output }: GitAnswer): string {
  return `${output}`.replace(/\r?\n$/, "");
}

function faultOf(stderr: string, status: number, command: string, folder: string): GitError {
  if (stderr.includes("dubious ownership")) return new GitError({ kind: "not-trusted", folder });
  if (/not a git repository/i.test(stderr)) return new GitError({ kind: "not-a-repository", folder });
  if (stderr.includes("promisor remote")) return new GitError({ kind: "not-in-clone" });
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const said = lines.findLast((line) => /^(fatal|error): /.test(line)) ?? lines.at(-1);
  const reason = said?.replace(/^(fatal|error): /, "") ?? `it ended with ${status}`;
  return new GitError({ kind: "git-failed", command, reason: reason.slice(0, 500) });
}

const LEFT_OUT =
  /^(GIT_(TRACE.*|TR2_.*|PAGER.*|EXTERNAL_DIFF|DIFF_OPTS|.*_PATHSPECS|REDIRECT_.*|ASKPASS|SSH|SSH_COMMAND|PROXY_COMMAND)|LC_.*|LANG|LANGUAGE)$/i;

function environmentIn(folder: string): NodeJS.ProcessEnv {
  const isLeftOut = misleadingIn(folder);
  const kept = Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name) && !isLeftOut(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // Older versions know the second alone: no transport is allowed, whatever the configuration says.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
  };
}
