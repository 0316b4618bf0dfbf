import {
  catalogue,
  closest,
  FINDING_NAMES,
  type FindingName,
  isFindingName,
  type Severity,
} from "@responses/dsl";
import type { Command } from "commander";
import { listed } from "../report/counted.js";
import { printLine } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { type Style, styleFor, textWidthOf, widthOf } from "../terminal/style.js";
import { UsageError } from "../terminal/usage-error.js";

const HELP = `
Examples:
  responses explain                      the names of all findings
  responses explain keyword-inside-word  the page of one: what, why, an example, how to mend it`;

export function register(program: Command): void {
  program
    .command("explain")
    .summary("tell what a finding means")
    .description("Tells what a finding of check means, why it matters, and how to mend it.")
    .argument("[name]", "the finding's name (default: list them all)")
    .addHelpText("after", HELP)
    .action((name: string | undefined) => {
      const style = styleFor(process.stdout);
      if (name === undefined) printLine(listLines(style, widthOf(process.stdout)).join("\n"));
      else if (isFindingName(name)) printLine(pageLines(name, style, textWidthOf(process.stdout)).join("\n"));
      else throw new UsageError(unknownName(name));
    });
}

function listLines(style: Style, width: number): readonly string[] {
  const nameWidth = Math.max(...FINDING_NAMES.map((name) => name.length));
  const lines = FINDING_NAMES.map((name) => {
    const { severity, page } = catalogue[name];
    const gap = " ".repeat(8 - severity.length);
    return `  ${name.padEnd(nameWidth)}  ${severityText(severity, style)}${gap} ${style.dim(shortened(firstSentence(page.what), width - nameWidth - 13))}`;
  });
  return [
    "What responses check can find:",
    "",
    ...lines,
    "",
    "responses explain NAME prints the page of one.",
  ];
}

function pageLines(name: FindingName, style: Style, width: number): readonly string[] {
  const { severity, page } = catalogue[name];
  return [
    `${style.bold(name)} (${severityText(severity, style)})`,
    "",
    ...wrapped(page.what, width),
    "",
    style.bold("Why it matters"),
    ...wrapped(page.why, width),
    "",
    style.bold("Wrong"),
    ...mappingLines(page.wrong),
    "",
    style.bold("Right"),
    ...mappingLines(page.right),
    ...Object.entries(page.files ?? {}).flatMap(([path, text]) => ["", `${path}:`, ...mappingLines(text)]),
    "",
    style.bold("How to mend it"),
    ...wrapped(page.fix, width),
  ];
}

/** A paragraph as lines of at most that many columns; a longer word has a line of its own. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function mappingLines(text: string): readonly string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${safe(line)}`);
}

function severityText(severity: Severity, style: Style): string {
  switch (severity) {
    case "error":
      return style.red(severity);
    case "warning":
      return style.yellow(severity);
    case "hint":
      return style.blue(severity);
  }
}

function firstSentence(text: string): string {
  return (/^.*?[.:](?= |$)/s.exec(text)?.[0] ?? text).replace(/:$/, "");
}

/** One line a finding: the page has the rest. */
function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

function unknownName(name: string): string {
  const meant = closest(name, FINDING_NAMES);
  const similar = meant === null ? FINDING_NAMES.filter((known) => known.split("-").includes(name)) : [meant];
  const advice =
    similar.length === 0 ? "responses explain lists them all" : `did you mean ${listed(similar, "or")}?`;
  return `there is no finding named ${name}; ${advice}`;
}
