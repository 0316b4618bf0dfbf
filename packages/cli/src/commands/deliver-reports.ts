import { randomBytes } from "node:crypto";
import { dirname, resolve } from "node:path";
import { appendTo, makeFolder, realPathOf, refuseLink, writeAtomically } from "@responses/node-host";
import { PLAIN_STYLE } from "@responses/reporting";
import { type Conclusion, conclude } from "../report/conclusion.js";
import { whyUnusable } from "../report/why-unusable.js";
import { deadLines } from "../terminal/dead-line.js";
import { EXIT } from "../terminal/exit-codes.js";
import { type Page, pageFor } from "../terminal/page.js";
import { printData, printErrorLine, printLine } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { isProblem, type Problem, UsageError } from "../terminal/usage-error.js";
import { endRun } from "./end-run.js";
import type { ReportTarget } from "./report-options.js";

/** A report of a run in one format. */
export type Report =
  /** For a person; it may be empty. */
  | { readonly kind: "text"; readonly lines: (page: Page) => readonly string[] }
  /** For a program: a document. */
  | { readonly kind: "data"; readonly write: () => string }
  /** Commands to the runner that shows the log, and the text that the log is to have besides. */
  | {
      readonly kind: "commands";
      readonly lines: () => readonly string[];
      readonly text: (page: Page) => readonly string[];
    };

export interface Ending {
  readonly conclusion: Conclusion;
  /** What could not be read. */
  readonly problems: readonly Problem[];
  /** What else the run wrote. */
  readonly notes?: readonly string[];
  /**
   * Writes what the run is to leave besides its reports, once all of those to files are there, and says so in a line. Throws a Problem
   * where it cannot.
   */
  readonly lastly?: () => string;
  /** The real paths of what the run read: no report goes there. */
  readonly inputs: readonly string[];
}

/** Texts in files have this many columns. */
const FILE_PAGE: Page = { style: PLAIN_STYLE, width: 120 };

/**
 * Writes the reports that were asked for, those to files first, and what else the run leaves, and ends the run. Files appear as a whole or not at all, but for
 * the summary of a step, which is added to; where one cannot be written the run has failed, whatever it came to.
 */
export function deliverReports<Format extends string>(
  targets: readonly ReportTarget<Format>[],
  reportIn: (format: Format) => Report,
  { conclusion, problems, notes = [], lastly, inputs }: Ending,
): void {
  const unwritten: Problem[] = [];
  const written = [...notes];
  const attempt = (work: () => string): void => {
    try {
      written.push(work());
    } catch (error) {
      if (!isProblem(error)) throw error;
      unwritten.push(error);
    }
  };
  for (const { format, output } of targets) {
    if (output === null) continue;
    attempt(() => {
      if (inputs.includes(realPathOf(resolve(output))))
        throw new UsageError(
          `a report must not be written over ${output}, which the run read: give it another name`,
        );
      refuseLink(output);
      makeFolder(dirname(output));
      const content = contentOf(reportIn(format));
      if (isSummary(output)) appendTo(output, content, "\n\n");
      else writeAtomically(output, content);
      return `wrote ${output} (${format})`;
    });
  }
  if (unwritten.length === 0 && lastly !== undefined) attempt(lastly);
  const all = [...problems, ...unwritten];
  const ending = {
    conclusion:
      unwritten.length === 0 ? conclusion : conclude(conclusion.done, EXIT.unusable, whyUnusable(all)),
    problems: all,
  };
  const printed = targets.find(({ output }) => output === null);
  const report = printed === undefined ? NOTHING : reportIn(printed.format);
  print(report, written, ending);
}

/**
 * Whether a file that a report goes to is the summary of a step on GitHub: commands of one step, ours and others, write into it one after another,
 * and some keep it open meanwhile. Any other file is written anew.
 */
function isSummary(output: string): boolean {
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  return summary !== undefined && summary !== "" && resolve(summary) === resolve(output);
}

const NOTHING: Report = { kind: "text", lines: () => [] };

function print(
  report: Report,
  written: readonly string[],
  { conclusion, problems }: Pick<Ending, "conclusion" | "problems">,
): void {
  switch (report.kind) {
    case "text": {
      for (const line of report.lines(pageFor(process.stdout))) printLine(line);
      for (const line of written) printLine(safe(line));
      endRun({ conclusion, problems, output: "text" });
      break;
    }
    case "data":
      printData(report.write());
      for (const line of written) printErrorLine(safe(line));
      endRun({ conclusion, problems, output: "data" });
      break;
    case "commands": {
      for (const line of report.lines()) printData(line);
      // Nothing in a file may begin a command of its own in the log.
      const token = randomBytes(16).toString("hex");
      printData(`::stop-commands::${token}`);
      for (const line of report.text(pageFor(process.stdout))) printLine(line);
      for (const { message } of problems) for (const line of message.split("\n")) printLine(safe(line));
      for (const line of written) printLine(safe(line));
      endRun({ conclusion, output: "text" });
      printData(`::${token}::`);
    }
  }
}

function contentOf(report: Report): string {
  switch (report.kind) {
    case "text":
      // Somebody will print the file into a log.
      return linesOf(report.lines(FILE_PAGE).map(deadLines));
    case "data":
      return `${report.write()}\n`;
    case "commands":
      return linesOf(report.lines());
  }
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
