import type { Rule, VerdictChange } from "@responses/dsl";
import {
  type ComparedMappings,
  conclusionOf,
  counted,
  type ExampleChange,
  meaningOf,
  meaningOfExample,
  responseParts,
  responseText,
  ruleAt,
  SAME_FOR_ALL,
  unlistedInWords,
  verdictsInWords,
} from "@responses/dsl/editor";
import type { ComparedFile, DiffReport, SideReport } from "../runs/diff-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { nameOf, sideInWords, worthTelling } from "./diff-words.js";
import { errorLines } from "./finding-text.js";
import { placeOf } from "./statement-place.js";
import { textOf } from "./trace.js";

/** Groups of one mapping, and recorded answers of one, shown at most. */
const SHOWN_GROUPS = 50;
const SHOWN_EXAMPLES = 20;

/** `responses diff`: mapping by mapping which responses get another verdict, money first. */
export function diffAsText(report: DiffReport, page: Page): readonly string[] {
  return [
    ...sideErrors(report.before, page),
    ...sideErrors(report.after, page),
    ...worthTelling(report).flatMap((file) => [...fileLines(file, page), ""]),
  ];
}

function sideErrors(side: SideReport, page: Page): readonly string[] {
  if (side.errors.length === 0) return [];
  return [page.style.bold(`Errors in ${safe(sideInWords(side))}:`), "", ...errorLines(side, page)];
}

function fileLines(file: ComparedFile, page: Page): readonly string[] {
  const { style } = page;
  const renamed = file.isRenamed ? ` ${style.dim(`(was ${safe(file.before ?? "")})`)}` : "";
  const head = `${style.bold(safe(nameOf(file)))}${renamed}`;
  switch (file.kind) {
    case "added":
    case "removed":
      return [
        `${head} ${file.kind} ${style.dim(`(${counted(file.rules, "rule")}, ${counted(file.examples, "example")})`)}`,
      ];
    case "refused":
      return [`${head} ${style.red(`cannot be compared: it has errors ${file.refused.join(" and ")}`)}`];
    case "unreadable":
      return [`${head} ${style.red("cannot be read")}`];
    case "compared":
      return [head, ...comparedLines(file, page)];
  }
}

function comparedLines(compared: ComparedMappings, page: Page): readonly string[] {
  const { style } = page;
  const { changes, unlisted, undecided } = compared.comparison;
  if (conclusionOf(compared) === SAME_FOR_ALL) return [`  ${style.green(SAME_FOR_ALL)}`];
  return [
    ...changes.slice(0, SHOWN_GROUPS).flatMap((change) => changeLines(change, compared, page)),
    ...moreLine(changes.length - SHOWN_GROUPS, "group", page),
    ...(unlisted > 0 ? [style.dim(`  ${unlistedInWords(unlisted)}`)] : []),
    ...exampleLines(compared, page),
    ...undecided.map(
      ({ before, after, reason }) =>
        `  ${style.yellow("not decided")}${pairText(before, after, compared)}: ${safe(reason)}`,
    ),
  ];
}

function moreLine(count: number, what: string, { style }: Page): readonly string[] {
  return count > 0 ? [style.dim(`  ${counted(count, `more ${what}`)}: --format json shows all`)] : [];
}

function changeLines(change: VerdictChange, compared: ComparedMappings, page: Page): readonly string[] {
  const { style, width } = page;
  const [old, now] = verdictsInWords(change.verdictBefore, change.verdictAfter);
  const { status, body } = responseParts(change.witness);
  const paint = change.money === "none" ? style.yellow : style.red;
  return [
    `  ${paint(meaningOf(change))}: ${style.bold(`${safe(old)} → ${safe(now)}`)}`,
    `    before       ${ruleText(ruleAt(compared.mappingBefore, change.before), width)}`,
    `    after        ${ruleText(ruleAt(compared.mappingAfter, change.after), width)}`,
    `    for example  ${responseText(status, body)}`,
  ];
}

/** Where a rule stands and what it says. */
function ruleText(rule: Rule | null, width: number): string {
  if (rule === null) return "no rule holds";
  const place = placeOf(rule);
  return `${place}  ${textOf(rule, Math.max(30, width - place.length - 20))}`;
}

/** Which rules something is about; nothing where it is about the whole mappings. */
function pairText(before: number | null, after: number | null, compared: ComparedMappings): string {
  const old = ruleAt(compared.mappingBefore, before);
  const now = ruleAt(compared.mappingAfter, after);
  if (old === null && now === null) return "";
  const written = (rule: Rule | null): string => (rule === null ? "no rule" : placeOf(rule));
  return ` (${written(old)} → ${written(now)})`;
}

function exampleLines({ examples }: ComparedMappings, page: Page): readonly string[] {
  const { changes, count } = examples;
  if (changes.length === 0) return [];
  return [
    `  ${page.style.bold(`${changes.length} of ${counted(count, "recorded answer")} ${changes.length === 1 ? "gets" : "get"} another verdict:`)}`,
    ...changes.slice(0, SHOWN_EXAMPLES).map((change) => exampleLine(change, page)),
    ...moreLine(changes.length - SHOWN_EXAMPLES, "recorded answer", page),
  ];
}

function exampleLine(change: ExampleChange, { style }: Page): string {
  const { example, recordedIn, before, after } = change;
  const { name } = example.model;
  const [old, now] = verdictsInWords(before.verdict, after.verdict);
  const meaning = meaningOfExample(change);
  const notes = [
    ...(meaning === null ? [] : [style.red(meaning)]),
    ...(recordedIn === "before" ? [style.dim("recorded before")] : []),
    ...(recordedIn === "after" ? [style.dim("recorded now")] : []),
  ];
  const title = name === null ? "" : ` ${safe(name)}`;
  return `    ${placeOf(example)}${title}  ${safe(old)} → ${safe(now)}${notes.map((note) => `, ${note}`).join("")}`;
}
