import type { Style } from "@responses/reporting";
import type { Conclusion } from "../report/conclusion.js";
import { EXIT } from "../terminal/exit-codes.js";
import { printError, printErrorLine, printLine } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { styleFor } from "../terminal/style.js";
import type { Problem } from "../terminal/usage-error.js";

export interface End {
  readonly conclusion: Conclusion;
  /** What could not be read or written. */
  readonly problems?: readonly Problem[];
  /** Whether a person reads standard output, or a program. */
  readonly output: "text" | "data";
  /** How much the last line stands out: it is what a run comes to, or something beside a verdict. */
  readonly emphasis?: "strong" | "plain" | "weak";
}

/** Ends a run: errors and, where the output is for a program, the last line go to standard error. */
export function endRun({ conclusion, problems = [], output, emphasis = "strong" }: End): void {
  for (const { message } of problems) printError(message);
  const print = output === "text" ? printLine : printErrorLine;
  const style = styleFor(output === "text" ? process.stdout : process.stderr);
  print(painted(conclusion, style, emphasis));
  process.exitCode = conclusion.exitCode;
}

function painted(
  { exitCode, line }: Conclusion,
  style: Style,
  emphasis: "strong" | "plain" | "weak",
): string {
  const paint = exitCode === EXIT.fine ? style.green : style.red;
  switch (emphasis) {
    case "strong":
      return style.bold(paint(safe(line)));
    case "plain":
      return paint(safe(line));
    case "weak":
      return style.dim(safe(line));
  }
}
