import {
  catalogue,
  closest,
  FINDING_NAMES,
  type FindingName,
  isFindingName,
  type Severity,
} from "@responses/dsl";
import type { Command } from "commander";
import { UsageError } from "../exit-codes.js";
import { printLine, type Style, safe, styleFor } from "../terminal.js";

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
      if (name === undefined) printLine(listLines(style).join("\n"));
      else if (isFindingName(name)) printLine(pageLines(name, style).join("\n"));
      else throw new UsageError(unknownName(name));
    });
}

function listLines(style: Style): readonly string[] {
  const width = Math.max(...FINDING_NAMES.map((name) => name.length));
  const lines = FINDING_NAMES.map((name) => {
    const { severity, page } = catalogue[name];
    const gap = " ".repeat(8 - severity.length);
    return `  ${name.padEnd(width)}  ${severityText(severity, style)}${gap} ${style.dim(firstSentence(page.what))}`;
  });
  return [
    "What responses check can find:",
    "",
    ...lines,
    "",
    "responses explain NAME prints the page of one.",
  ];
}

function pageLines(name: FindingName, style: Style): readonly string[] {
  const { severity, page } = catalogue[name];
  return [
    `${style.bold(name)} (${severityText(severity, style)})`,
    "",
    page.what,
    "",
    `${style.bold("Why it matters")}  ${page.why}`,
    "",
    style.bold("Wrong"),
    ...mappingLines(page.wrong),
    "",
    style.bold("Right"),
    ...mappingLines(page.right),
    "",
    `${style.bold("How to mend it")}  ${page.fix}`,
  ];
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
  return /^.*?[.:](?= |$)/s.exec(text)?.[0] ?? text;
}

function unknownName(name: string): string {
  const meant = closest(name, FINDING_NAMES);
  const advice = meant === null ? "responses explain lists them all" : `did you mean ${meant}?`;
  return `there is no finding named ${name}; ${advice}`;
}
