import { FileError, GitError, reasonOf } from "@responses/node-host";
import { CommanderError } from "commander";
import { type Conclusion, conclude } from "../report/conclusion.js";
import { whyUnusable } from "../report/why-unusable.js";
import { EXIT } from "../terminal/exit-codes.js";
import { printError } from "../terminal/print.js";
import { isProblem, type Problem } from "../terminal/usage-error.js";
import { endRun } from "./end-run.js";

/*
 * How runs end that never come to their conclusion. Each has an exit code that is no success, and a last line like any other.
 */

/** From here on it is a failure if the process ends and nothing has said how the run went. */
export function requireEnd(): void {
  process.exitCode = undefined;
  process.on("exit", () => {
    if (process.exitCode === undefined) endWith(brokenOff("the run stopped, and nothing says why"));
  });
}

/** Ends a run that threw: tells what, and why the exit code is what it is. Help that was asked for is no failure. */
export function endEarly(error: unknown): void {
  if (error instanceof CommanderError) {
    // It has printed its message, or the help that was asked for.
    if (error.exitCode === 0) process.exitCode = EXIT.fine;
    else endWith(early(EXIT.unusable, WRONG_USE));
  } else if (isProblem(error)) {
    printError(error.message);
    endWith(early(EXIT.unusable, reasonFor(error)));
  } else {
    endWith(brokenOff(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
}

/** Ends a run whose output can't be written, at once: whatever it came to, nobody has learned of it. */
export function endUnwritten(error: NodeJS.ErrnoException): void {
  // `responses check | head`: that is no accident, and the last line tells enough.
  const isClosed = error.code === "EPIPE";
  if (!isClosed) printError(`cannot write to standard output: ${reasonOf(error)}`);
  endWith(early(EXIT.unusable, isClosed ? "standard output was closed before all was written" : NOT_WRITTEN));
  process.exit();
}

/** Ends a run that can't be finished: this command is at fault, or what it runs on. */
export function endBroken(reason: string): void {
  printError(reason);
  endWith(early(EXIT.crashed, "not all was done"));
  process.exit();
}

const NOT_WRITTEN = "something could not be read or written";

const WRONG_USE = "it cannot be done as it was asked for";

function brokenOff(what: string): Conclusion {
  printError(`this should not happen; please report it\n${what}`);
  return early(EXIT.crashed, "that is a fault of this command");
}

function early(exitCode: typeof EXIT.unusable | typeof EXIT.crashed, why: string): Conclusion {
  return conclude("the run ended early", exitCode, why);
}

function reasonFor(problem: Problem): string {
  if (problem instanceof FileError) return whyUnusable([problem]);
  return problem instanceof GitError ? "git did not tell what was asked of it" : WRONG_USE;
}

function endWith(conclusion: Conclusion): void {
  endRun({ conclusion, output: "data" });
}
