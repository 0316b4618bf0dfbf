import { type Mapping, type Rule, type VerdictChange, writeVerdict } from "@responses/dsl";
import {
  type ComparedMappings,
  conclusionOf,
  counted,
  type ExampleChange,
  MADE_UP,
  meaningOf,
  meaningOfExample,
  recordedWitness,
  responseParts,
  responseText,
  ruleAt,
  SAME_FOR_ALL,
  unlistedInWords,
  verdictsInWords,
  writeExpectedVerdict,
} from "@responses/dsl/editor";
import type { Acceptance } from "../runs/acceptance.js";
import { acceptedInWords, staleEntriesInWords } from "../runs/acceptance-words.js";
import type { ComparedFile, ComparedResult } from "../runs/compared-file.js";
import { noteInWords } from "../runs/diff-notes.js";
import type { DiffReport, SideReport } from "../runs/diff-run.js";
import { aloneInWords, losesAllSales } from "../runs/mapping-alone.js";
import type { NewInFile } from "../runs/new-findings.js";
import { partedChanges, reasonFor } from "../runs/parted-changes.js";
import { elsewhereInWords, mappingsInWords, type ToldOnce, toldOnce } from "../runs/told-once.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import {
  failingInWords,
  fixedInWords,
  leftOutNote,
  nameOf,
  newFindingsInWords,
  renamedInWords,
  sideInWords,
  worthTelling,
} from "./diff-words.js";
import { errorLines } from "./finding-text.js";
import { placeOf } from "./statement-place.js";
import { textOf } from "./trace.js";

/** Groups of one mapping, and recorded answers of one, shown at most unless all are asked for. */
const SHOWN_GROUPS = 50;
const SHOWN_EXAMPLES = 20;

/** How it is laid out, and whether nothing is left out. */
interface DiffPage extends Page {
  readonly tellsAll: boolean;
  readonly acceptance: Acceptance | null;
  readonly once: ToldOnce;
}

/** `responses diff`: mapping by mapping which responses get another verdict, money first. */
export function diffAsText(whole: DiffReport, page: Page): readonly string[] {
  const once = toldOnce(whole);
  const report = { ...whole, files: once.files };
  return [
    ...sideErrors(report.before, page),
    ...sideErrors(report.after, page),
    ...worthTelling(report).flatMap((file) => [
      ...fileLines(file, { ...page, tellsAll: report.tellsAll, acceptance: report.acceptance, once }),
      "",
    ]),
    ...acceptanceLines(report, page),
    ...report.notes.map((note) => `${page.style.yellow("note:")} ${safe(noteInWords(note, report))}`),
  ];
}

function sideErrors(side: SideReport, page: Page): readonly string[] {
  if (side.errors.length === 0) return [];
  return [page.style.bold(`Errors in ${safe(sideInWords(side))}:`), "", ...errorLines(side, page)];
}

function fileLines(file: ComparedFile, page: DiffPage): readonly string[] {
  const { style } = page;
  const from = renamedInWords(file, safe);
  const renamed = from === null ? "" : ` ${style.dim(`(${from})`)}`;
  const head = `${style.bold(safe(nameOf(file)))}${renamed}`;
  switch (file.kind) {
    case "added":
    case "removed":
      return [
        `${head} ${losesAllSales(file) ? style.red(safe(aloneInWords(file))) : safe(aloneInWords(file))}${acceptedEnd(file, page)}`,
        ...newLines(file, file.mapping, page),
      ];
    case "refused":
      return [`${head} ${style.red(`cannot be compared: it has errors ${file.refused.join(" and ")}`)}`];
    case "unreadable":
      return [`${head} ${style.red("cannot be read")}`];
    case "compared":
      return [head, ...leftOutLines(file, page), ...comparedLines(file, page)];
  }
}

function leftOutLines(file: ComparedFile, page: DiffPage): readonly string[] {
  const note = leftOutNote(file);
  return note === null ? [] : [`  ${page.style.yellow(note)}${acceptedEnd(file, page)}`];
}

function comparedLines(compared: ComparedFile & ComparedResult, page: DiffPage): readonly string[] {
  const { style, tellsAll } = page;
  const parted = partedChanges(compared, page.acceptance);
  const { open } = parted;
  const { changes, unlisted, undecided } = open.comparison;
  const accepted = parted.accepted.comparison.changes;
  const elsewhere = elsewhereInWords(page.once.toldIn.get(compared), safe);
  if (conclusionOf(open) === SAME_FOR_ALL && accepted.length === 0 && elsewhere.length === 0)
    return [`  ${style.green(SAME_FOR_ALL)}`, ...newLines(compared, compared.mappingAfter, page)];
  const shown = tellsAll ? changes : changes.slice(0, SHOWN_GROUPS);
  return [
    ...shown.flatMap((change) => changeLines(change, compared, page)),
    ...moreLine(changes.length - shown.length, "group", page),
    ...(unlisted > 0 ? [style.dim(`  ${unlistedInWords(open.comparison)}; --all tells them`)] : []),
    ...exampleLines(open, "", page),
    ...accepted.flatMap((change) => [
      `  ${style.green("accepted")} ${safe(acceptedInWords(change, compared, page.acceptance))}`,
      ...decisionLines(change, compared, page),
    ]),
    ...exampleLines(parted.accepted, ", which is accepted", page),
    ...newLines(compared, compared.mappingAfter, page),
    ...undecided.map(
      ({ before, after, reason }) =>
        `  ${style.yellow("not decided")}${pairText(before, after, compared)}: ${safe(reason)}`,
    ),
    ...elsewhere.map((sentence) => `  ${sentence}`),
  ];
}

function acceptedEnd(file: ComparedFile, { acceptance, style }: DiffPage): string {
  const reason = reasonFor(acceptance, file);
  return reason === null ? "" : `, ${style.green("accepted")}: ${safe(reason)}`;
}

/** What is wrong with entries, and what was written. */
function acceptanceLines({ acceptance }: DiffReport, { style }: Page): readonly string[] {
  if (acceptance === null) return [];
  const { expired, merged } = staleEntriesInWords(acceptance);
  return [
    ...expired.map((sentence) => `${style.red("expired:")} ${safe(sentence)}`),
    ...(merged === null ? [] : [`${style.dim("merged:")} ${safe(merged)}`]),
  ];
}

function moreLine(count: number, what: string, { style }: Page): readonly string[] {
  return count > 0 ? [style.dim(`  ${counted(count, `more ${what}`)}: --all shows them`)] : [];
}

function changeLines(change: VerdictChange, compared: ComparedMappings, page: DiffPage): readonly string[] {
  const { style } = page;
  const [old, now] = verdictsInWords(change.verdictBefore, change.verdictAfter);
  const paint = change.money === "none" ? style.yellow : style.red;
  return [
    `  ${paint(meaningOf(change))}: ${style.bold(`${safe(old)} → ${safe(now)}`)}`,
    ...decisionLines(change, compared, page),
  ];
}

/** The rules that decide, and a response. */
function decisionLines(
  change: VerdictChange,
  compared: ComparedMappings,
  { style, width, once }: DiffPage,
): readonly string[] {
  const { status, body } = responseParts(change.witness);
  const others = once.alsoIn.get(change) ?? [];
  return [
    `    before       ${ruleText(ruleAt(compared.mappingBefore, change.before), width)}`,
    `    after        ${ruleText(ruleAt(compared.mappingAfter, change.after), width)}`,
    `    for example  ${responseText(status, body)} ${style.dim(`(${originOf(change, compared)})`)}`,
    ...(others.length === 0 ? [] : [`    also in      ${mappingsInWords(others, safe)}`]),
  ];
}

/** Where somebody has recorded the witness of a change. */
function originOf(change: VerdictChange, compared: ComparedMappings): string {
  const recorded = recordedWitness(change, compared);
  return recorded === null ? MADE_UP : `recorded at ${placeOf(recorded.example)}`;
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

/** @param which what else is said of these, behind a comma */
function exampleLines({ examples }: ComparedMappings, which: string, page: DiffPage): readonly string[] {
  const { count } = examples;
  const isSale = (change: ExampleChange): boolean => meaningOfExample(change) !== null;
  const changes = examples.changes.toSorted((a, b) => Number(isSale(b)) - Number(isSale(a)));
  if (changes.length === 0) return [];
  const shown = page.tellsAll ? changes : changes.slice(0, SHOWN_EXAMPLES);
  return [
    `  ${page.style.bold(`${changes.length} of ${counted(count, "recorded answer")} ${changes.length === 1 ? "gets" : "get"} another verdict${which}:`)}`,
    ...shown.map((change) => exampleLine(change, page)),
    ...moreLine(changes.length - shown.length, "recorded answer", page),
  ];
}

/** What is wrong in a file that changed or came. */
function newLines(found: NewInFile, mapping: Mapping | null, page: DiffPage): readonly string[] {
  return [...failingLines(found, mapping?.examples.length ?? 0, page), ...newFindingLines(found, page)];
}

/** @param examples how many there are */
function failingLines(
  { failing, exampleFixes }: NewInFile,
  examples: number,
  page: DiffPage,
): readonly string[] {
  if (failing.length === 0) return [];
  const { style, tellsAll } = page;
  const shown = tellsAll ? failing : failing.slice(0, SHOWN_EXAMPLES);
  return [
    `  ${style.red(failingInWords(failing, examples))}:`,
    ...shown.map(({ example, verdict, failedBefore }) => {
      const { name, verdict: expected } = example.model;
      const title = name === null ? "" : ` ${safe(name)}`;
      const before = failedBefore ? `, ${style.dim("failed before, too")}` : "";
      return `    ${placeOf(example)}${title}  expects ${safe(writeExpectedVerdict(expected))}, gets ${safe(writeVerdict(verdict))}${before}`;
    }),
    ...moreLine(failing.length - shown.length, "failing example", page),
    ...(tellsAll ? exampleFixes : exampleFixes.slice(0, SHOWN_EXAMPLES)).map(
      (fix) => `    ${style.green("fix")} ${safe(fix.title)} ${style.dim(`(${fixedInWords(fix)})`)}`,
    ),
  ];
}

function newFindingLines({ newFindings }: NewInFile, page: DiffPage): readonly string[] {
  if (newFindings.length === 0) return [];
  const { style, tellsAll } = page;
  const shown = tellsAll ? newFindings : newFindings.slice(0, SHOWN_EXAMPLES);
  return [
    `  ${style.yellow(newFindingsInWords(newFindings))}:`,
    ...shown.map(
      ({ finding, line, severity, message }) =>
        `    ${safe(finding.file)}:${line} ${severity} ${finding.name}  ${safe(message)}`,
    ),
    ...moreLine(newFindings.length - shown.length, "new finding", page),
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
