import { deadLines } from "./dead-line.js";
import { safe } from "./safe.js";
import { styleFor } from "./style.js";

/** Writes lines for people to standard output: no runner finds a command in them. */
export function printLine(line = ""): void {
  process.stdout.write(`${deadLines(line)}\n`);
}

/** Writes what programs read, a report or a runner's command, to standard output as it is: who writes such a format sees to its texts. */
export function printData(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes lines for people to standard error, likewise. */
export function printErrorLine(line = ""): void {
  process.stderr.write(`${deadLines(line)}\n`);
}

/** Says something beside a run's output on standard error; the text is safe. */
export function printNote(text: string): void {
  printErrorLine(`${styleFor(process.stderr).yellow("note:")} ${text}`);
}

/** Writes to a stream and waits until it has taken everything, so that memory does not fill up before a slow reader. */
export function writeTo(stream: NodeJS.WritableStream, content: string | Uint8Array): Promise<void> {
  // Main tells what is wrong with standard output and ends the run.
  return new Promise((resolve) => stream.write(content, () => resolve()));
}

/** Tells what went wrong on standard error; control characters are made visible, line ends stay. */
export function printError(message: string): void {
  const lines = message.split("\n").map(safe).join("\n");
  printErrorLine(`${styleFor(process.stderr).red("error:")} ${lines}`);
}

/** Control characters, but tabs and the line end of another system, which every line of a file may have. */
const OBEYED = /[^\P{Cc}\t\r]|\r(?!$)/gu;

/**
 * Writes lines of unified diffs to standard output, of which neither a runner nor a terminal obeys anything. A program gets all else as it
 * is; where that is not the whole, so that `git apply` cannot take it, a note says so.
 *
 * @param instead the command that makes the changes
 */
export function printDiff(lines: readonly string[], instead: string): void {
  const style = styleFor(process.stdout);
  const isForPeople = process.stdout.isTTY === true;
  let isWhole = true;
  for (const line of lines) {
    const dead = deadLines(line.replace(OBEYED, safe));
    isWhole &&= dead === line;
    if (!isForPeople) printLine(dead);
    else if (line.startsWith("+")) printLine(style.green(safe(line)));
    else if (line.startsWith("-")) printLine(style.red(safe(line)));
    else printLine(safe(line));
  }
  if (!isWhole)
    printNote(
      `the diff is to look at, and git apply cannot take it: what a CI runner or a terminal would obey is written as escapes in it; ${instead} makes the changes`,
    );
}
