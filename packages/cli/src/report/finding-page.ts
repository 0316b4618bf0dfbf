import type { FindingName, Severity } from "@responses/dsl";
import { CHANGE_KINDS, CHANGES, type ChangeKind, catalogue, FINDING_NAMES } from "@responses/dsl/editor";
import type { Style } from "@responses/reporting";
import { safe } from "../terminal/safe.js";

/** All findings and kinds of change with their severity, and in a sentence what they mean. */
export function findingList(style: Style, width: number): readonly string[] {
  const nameWidth = Math.max(...[...FINDING_NAMES, ...CHANGE_KINDS].map((name) => name.length));
  const lineOf = (name: string, severity: Severity, what: string): string => {
    const gap = " ".repeat(8 - severity.length);
    const [first, ...others] = wrapped(firstSentence(what), width - nameWidth - 13);
    const indentation = " ".repeat(nameWidth + 13);
    const beginning = `  ${name.padEnd(nameWidth)}  ${severityText(severity, style)}${gap} `;
    return [beginning + style.dim(first ?? ""), ...others.map((line) => indentation + style.dim(line))].join(
      "\n",
    );
  };
  return [
    "What responses check can find:",
    "",
    ...FINDING_NAMES.map((name) => lineOf(name, catalogue[name].severity, catalogue[name].page.what)),
    "",
    "What responses diff can tell:",
    "",
    ...CHANGE_KINDS.map((name) => lineOf(name, CHANGES[name].level, CHANGES[name].what)),
    "",
    "responses explain NAME prints the page of one, and takes several names.",
  ];
}

/** The page of a finding: what it is, why it matters, and how it is fixed. */
export function findingPage(name: FindingName, style: Style, width: number): readonly string[] {
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
    style.bold("How to fix it"),
    ...wrapped(page.fix, width),
  ];
}

/** The page of a kind of change: what it is, and what to look at. */
export function changePage(name: ChangeKind, style: Style, width: number): readonly string[] {
  const { level, what, advice } = CHANGES[name];
  return [
    `${style.bold(name)} (${severityText(level, style)}, told by responses diff)`,
    "",
    ...wrapped(what, width),
    "",
    style.bold("What to look at"),
    ...wrapped(advice, width),
  ];
}

/** A paragraph as lines that fit into the width; a longer word has a line of its own. */
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
  return /^.*?\.(?= |$)/s.exec(text)?.[0] ?? text;
}
