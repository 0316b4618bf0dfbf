import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { codeOf, reasonOf } from "../failure-reason.js";
import { GitError } from "./git-error.js";

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
  const { input = "", most = MOST_OUTPUT, isAnswer = () => false } = options;
  const command = args[0] ?? "";
  const failed = (reason: string): GitError => new GitError({ kind: "git-failed", command, reason });
  const { status, signal, stdout, stderr, error } = spawnSync("git", [...ALWAYS, ...args], {
    cwd: folder,
    env: environment(),
    input,
    maxBuffer: most,
    timeout: LONGEST_MILLISECONDS,
    windowsHide: true,
  });
  if (error !== undefined) {
    switch (codeOf(error)) {
      case "ENOBUFS":
        throw failed("it prints more than can be read");
      case "ETIMEDOUT":
        throw failed("it gave no answer in two minutes");
      case "ENOENT":
        if (!existsSync(folder)) throw failed(`the folder ${folder} is gone`);
        throw new GitError({ kind: "git-missing", reason: "there is no such program" });
      case "EPIPE":
        // It read its input no further, and says why.
        break;
      default:
        throw new GitError({ kind: "git-missing", reason: reasonOf(error) });
    }
  }
  if (status === null) throw failed(`it was ended by ${signal ?? "a signal"}`);
  const said = `${stderr}`;
  if (status !== 0 && !isAnswer(status, said)) throw faultOf(said, status, command, folder);
  return { exitCode: status, output: stdout };
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

/** Variables of git that say where the repository is stay: hooks are run with them. */
const LEFT_OUT =
  /^(GIT_(TRACE.*|TR2_.*|PAGER.*|EXTERNAL_DIFF|DIFF_OPTS|.*_PATHSPECS|REDIRECT_.*|ASKPASS|SSH|SSH_COMMAND|PROXY_COMMAND)|LC_.*|LANG|LANGUAGE)$/i;

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name));
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
