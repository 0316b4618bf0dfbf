import type { UsageError } from "../exit-codes.js";
import { EXIT } from "../exit-codes.js";
import { printError, printErrorLine, printLine, type Style, styleFor } from "../terminal.js";
import type { Conclusion } from "./conclusion.js";

/** Ends a run: errors and, where the output is for a machine, the last line go to standard error. */
export function printConclusion(
  conclusion: Conclusion,
  problems: readonly UsageError[],
  output: "text" | "data",
): void {
  for (const { message } of problems) printError(message);
  if (output === "text") printLine(painted(conclusion, styleFor(process.stdout)));
  else printErrorLine(painted(conclusion, styleFor(process.stderr)));
  process.exitCode = conclusion.exitCode;
}

function painted({ exitCode, line }: Conclusion, style: Style): string {
  return style.bold(exitCode === EXIT.fine ? style.green(line) : style.red(line));
}
