import { type Example, type Rule, writeVerdict } from "@responses/dsl";
import {
  asSentence,
  codeSpan,
  comparisonAsMarkdown,
  counted,
  writeExpectedVerdict,
} from "@responses/dsl/editor";
import { lineOf } from "@responses/reporting";
import { noteInWords } from "../runs/diff-notes.js";
import type { ComparedFile, ComparedResult, DiffReport, SideReport } from "../runs/diff-run.js";
import type { Conclusion } from "./conclusion.js";
import { headlineBlocks } from "./diff-headline.js";
import { failingInWords, nameOf, sideInWords, worthTelling } from "./diff-words.js";
import { BoundedMarkdown, MOST_BYTES, TAIL_BYTES } from "./markdown.js";

const SHOWN_ERRORS = 20;
const SHOWN_FAILING = 10;

/** UTF-16 units of a note that are shown, at most. */
const LONGEST_NOTE = 1_000;

/**
 * `responses diff --format markdown`: a summary or a comment, the most important first. Bounded in size, with what was left out
 * said; every text of a file is code, so that nothing in it comes to life.
 */
export function diffAsMarkdown(report: DiffReport, conclusion: Conclusion): string {
  const text = new BoundedMarkdown(MOST_BYTES - TAIL_BYTES);
  text.add("### What changes for responses");
  text.add(`**${asSentence(conclusion.why)}**`);
  text.add(`From ${codeSpan(sideInWords(report.before))} to ${codeSpan(sideInWords(report.after))}.`);
  for (const note of report.notes) text.add(`**Note**: ${codeSpan(noteInWords(note, report), LONGEST_NOTE)}`);
  for (const block of headlineBlocks(report)) text.add(block);
  const sections = [
    failureBlocks(report),
    ...worthTelling(report).map((file) => sectionOf(file, report.isWhole)),
  ];
  const cut = sections.filter((blocks) => !isTakenWhole(blocks, text)).length;
  const note =
    cut === 0
      ? []
      : [
          `Left out for length: ${counted(cut, "mapping")}, or parts of them; ${codeSpan("responses diff")} shows all.`,
        ];
  return text.textWith([...note, codeSpan(conclusion.line)]);
}

/** Takes what fits of a section; what follows something that does not fit would stand under the wrong heading. */
function isTakenWhole(blocks: readonly string[], text: BoundedMarkdown): boolean {
  return blocks.every((block) => text.add(block));
}

/** No heading without anything below it. */
function sectionOf(file: ComparedFile, isWhole: boolean): readonly string[] {
  const [first = "", ...others] = fileBlocks(file, isWhole);
  return [`${fileHead(file)}\n\n${first}`, ...others];
}

function failureBlocks({ before, after, problems }: DiffReport): readonly string[] {
  const lines = [
    ...problems.map(({ message }) => `- ${codeSpan(message)}`),
    ...[before, after].flatMap(errorLines),
  ];
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN_ERRORS;
  const shown = [...lines.slice(0, SHOWN_ERRORS), ...(more > 0 ? [`- and ${more} more`] : [])];
  return [["What failed:", "", ...shown].join("\n")];
}

function errorLines(side: SideReport): readonly string[] {
  return side.errors.map(({ finding, message }) => {
    const { line } = side.sourceOf(finding.file).positionAt(finding.span.start);
    const place = codeSpan(`${finding.file}:${line + 1}`);
    return `- error in ${codeSpan(sideInWords(side))}, ${place}: ${codeSpan(message)}`;
  });
}

function fileHead(file: ComparedFile): string {
  const renamed = file.isRenamed ? ` (was ${codeSpan(file.before ?? "")})` : "";
  return `#### ${codeSpan(nameOf(file))}${renamed}`;
}

function fileBlocks(file: ComparedFile, isWhole: boolean): readonly string[] {
  switch (file.kind) {
    case "added":
    case "removed":
      return [
        `The mapping was ${file.kind} (${counted(file.rules, "rule")}, ${counted(file.examples, "example")}).`,
      ];
    case "refused":
      return [`It cannot be compared: it has errors ${file.refused.join(" and ")} the change.`];
    case "unreadable":
      return ["It cannot be read."];
    case "compared":
      return [
        ...comparisonAsMarkdown(file, { before: placeText, after: placeText }, isWhole),
        ...failingBlocks(file, isWhole),
      ];
  }
}

function failingBlocks({ failing, mappingAfter }: ComparedResult, isWhole: boolean): readonly string[] {
  if (failing.length === 0) return [];
  const shown = isWhole ? failing : failing.slice(0, SHOWN_FAILING);
  const more = failing.length - shown.length;
  return [
    [
      `- **${failingInWords(failing.length, mappingAfter.examples.length)}**:`,
      ...shown.map(({ example, verdict, failedBefore }) => {
        const { name, verdict: expected } = example.model;
        const title = name === null ? "" : ` ${codeSpan(name)}`;
        const before = failedBefore ? ", failed before, too" : "";
        return `  - ${codeSpan(placeText(example))}${title}: expects ${codeSpan(writeExpectedVerdict(expected))}, gets ${codeSpan(writeVerdict(verdict))}${before}`;
      }),
      ...(more > 0 ? [`  - and ${more} more`] : []),
    ].join("\n"),
  ];
}

function placeText(stated: Rule | Example): string {
  return `${stated.file.path}:${lineOf(stated)}`;
}
