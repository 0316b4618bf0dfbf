import type { Rule, VerdictChange } from "@responses/dsl";
import { counted, type ExampleChange } from "@responses/dsl/editor";
import { lineOf, responseText } from "@responses/reporting";
import type { ComparedFile, ComparedMappings, DiffReport, SideReport } from "../runs/diff-run.js";
import type { Conclusion } from "./conclusion.js";
import {
  meaningOf,
  meaningOfExample,
  nameOf,
  responseParts,
  ruleAt,
  sideInWords,
  verdictsInWords,
  worthTelling,
} from "./diff-words.js";
import { BoundedMarkdown, codeSpan } from "./markdown.js";
import { textOf } from "./trace.js";

/** A comment on GitHub holds 65,536 characters; bytes are never fewer. */
const MOST_BYTES = 60_000;

/** Room for the last lines. */
const TAIL_BYTES = 2_000;

/** Of one mapping, so that those behind it are told of, too. */
const SHOWN_GROUPS = 20;
const SHOWN_EXAMPLES = 10;
const SHOWN_ERRORS = 20;

/**
 * `responses diff --format markdown`: a summary or a comment, the most important first. Bounded in size, with what was left out
 * said; every text of a file is code, so that nothing in it comes to life.
 */
export function diffAsMarkdown(report: DiffReport, conclusion: Conclusion): string {
  const text = new BoundedMarkdown(MOST_BYTES - TAIL_BYTES);
  text.add("### What changes for responses");
  text.add(`**${sentence(conclusion.why)}**`);
  text.add(`From ${codeSpan(sideInWords(report.before))} to ${codeSpan(sideInWords(report.after))}.`);
  const sections = [failureBlocks(report), ...worthTelling(report).map(sectionOf)];
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
function sectionOf(file: ComparedFile): readonly string[] {
  const [first = "", ...others] = fileBlocks(file);
  return [`${fileHead(file)}\n\n${first}`, ...others];
}

/** A reason as a sentence. */
function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
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

function fileBlocks(file: ComparedFile): readonly string[] {
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
      return comparedBlocks(file);
  }
}

function comparedBlocks(compared: ComparedMappings): readonly string[] {
  const { changes, undecided } = compared.comparison;
  const examples = compared.examples.changes;
  if (changes.length + undecided.length + examples.length === 0)
    return ["No response changes its verdict (proved)."];
  const more = changes.length - SHOWN_GROUPS;
  return [
    ...changes.slice(0, SHOWN_GROUPS).map((change) => changeBlock(change, compared)),
    ...(more > 0 ? [`- and ${counted(more, "more group")}`] : []),
    ...(examples.length > 0 ? [examplesBlock(compared)] : []),
    ...undecided.map(({ reason }) => `- **Not decided**: ${codeSpan(reason)}`),
  ];
}

function changeBlock(change: VerdictChange, compared: ComparedMappings): string {
  const [old, now] = verdictsInWords(change.verdictBefore, change.verdictAfter);
  const { status, body } = responseParts(change.witness);
  return [
    `- **${capitalised(meaningOf(change))}**: ${codeSpan(old)} → ${codeSpan(now)}`,
    `  - for example ${codeSpan(responseText(status, body))}`,
    `  - decided before by ${ruleText(ruleAt(compared.mappingBefore, change.before))}`,
    `  - decided now by ${ruleText(ruleAt(compared.mappingAfter, change.after))}`,
  ].join("\n");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function ruleText(rule: Rule | null): string {
  if (rule === null) return "no rule";
  return `${codeSpan(textOf(rule, 200))} at ${codeSpan(`${rule.file.path}:${lineOf(rule)}`)}`;
}

function examplesBlock({ examples }: ComparedMappings): string {
  const { changes, count } = examples;
  const more = changes.length - SHOWN_EXAMPLES;
  return [
    `- **${changes.length} of ${counted(count, "recorded answer")}** ${changes.length === 1 ? "gets" : "get"} another verdict:`,
    ...changes.slice(0, SHOWN_EXAMPLES).map(exampleLine),
    ...(more > 0 ? [`  - and ${more} more`] : []),
  ].join("\n");
}

function exampleLine(change: ExampleChange): string {
  const { example, before, after } = change;
  const { name } = example.model;
  const [old, now] = verdictsInWords(before.verdict, after.verdict);
  const meaning = meaningOfExample(change);
  const title = name === null ? "" : ` ${codeSpan(name)}`;
  return `  - ${codeSpan(`${example.file.path}:${lineOf(example)}`)}${title}: ${codeSpan(old)} → ${codeSpan(now)}${meaning === null ? "" : `, ${meaning}`}`;
}
