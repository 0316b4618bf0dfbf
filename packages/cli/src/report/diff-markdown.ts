import type { Example, FileModel, Rule, VerdictChange } from "@responses/dsl";
import {
  asSentence,
  codeSpan,
  compareMappings,
  comparisonAsMarkdown,
  conclusionOf,
  counted,
  groupsAsMarkdown,
  SAME_FOR_ALL,
} from "@responses/dsl/editor";
import { lineOf } from "@responses/reporting";
import { staleEntriesInWords } from "../runs/acceptance-words.js";
import type { ComparedFile, MappingAlone } from "../runs/compared-file.js";
import { noteInWords } from "../runs/diff-notes.js";
import type { DiffReport, SideReport } from "../runs/diff-run.js";
import { losesAllSales } from "../runs/mapping-alone.js";
import type { NewInFile } from "../runs/new-findings.js";
import { partedChanges, reasonFor } from "../runs/parted-changes.js";
import { elsewhereInWords, mappingsInWords, type ToldOnce, toldOnce } from "../runs/told-once.js";
import { EXIT } from "../terminal/exit-codes.js";
import type { Conclusion } from "./conclusion.js";
import { effectOf } from "./diff-effect.js";
import { headlineBlocks } from "./diff-headline.js";
import {
  fixedInWords,
  leftOutNote,
  nameOf,
  newFindingsInWords,
  renamedInWords,
  sideInWords,
  worthTelling,
} from "./diff-words.js";
import { BoundedMarkdown, MOST_BYTES, TAIL_BYTES } from "./markdown.js";

const SHOWN_ERRORS = 20;
const SHOWN_ACCEPTED = 20;

/** UTF-16 units of a note that are shown, at most. */
const LONGEST_NOTE = 1_000;
const LONGEST_REASON = 300;

/**
 * `responses diff --format markdown`: a summary or a comment, the most important first. Bounded in size, with what was left out
 * said; every text of a file is code, so that nothing in it comes to life.
 */
export function diffAsMarkdown(whole: DiffReport, conclusion: Conclusion): string {
  const once = toldOnce(whole);
  const report = { ...whole, files: once.files };
  const text = new BoundedMarkdown(MOST_BYTES - TAIL_BYTES);
  text.add("### What changes for responses");
  const effect = effectOf(report);
  if (effect !== null) text.add(effect);
  const [counts, ...legend] = headlineBlocks(report);
  if (counts === undefined || conclusion.exitCode !== EXIT.problems)
    text.add(`**${asSentence(conclusion.why)}**`);
  if (counts !== undefined) text.add(counts);
  text.add(`From ${codeSpan(sideInWords(report.before))} to ${codeSpan(sideInWords(report.after))}.`);
  for (const block of legend) text.add(block);
  for (const note of report.notes) text.add(`**Note**: ${codeSpan(noteInWords(note, report), LONGEST_NOTE)}`);
  for (const block of acceptanceBlocks(report)) text.add(block);
  const told = worthTelling(report);
  const sections = [
    failureBlocks(report),
    ...told.map((file) => sectionOf(file, report, { once, sections: comparedIn(told) })),
  ];
  const firstCut = sections.findIndex((blocks) => !isTakenWhole(blocks, text));
  const cut = firstCut < 0 ? 0 : sections.length - firstCut;
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

/** What a section need not tell, since another does. */
interface ToldElsewhere {
  readonly once: ToldOnce;
  /** The files whose own edits are shown in a section of theirs, by their paths. */
  readonly sections: ReadonlySet<string>;
}

function comparedIn(files: readonly ComparedFile[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => (file.kind === "compared" ? [nameOf(file)] : [])));
}

/** No heading without anything below it. */
function sectionOf(file: ComparedFile, report: DiffReport, elsewhere: ToldElsewhere): readonly string[] {
  const [first = "", ...others] = fileBlocks(file, report, elsewhere);
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
  const from = renamedInWords(file, codeSpan);
  const renamed = from === null ? "" : ` (${from})`;
  return `#### ${codeSpan(nameOf(file))}${renamed}`;
}

function fileBlocks(
  file: ComparedFile,
  { tellsAll, acceptance }: DiffReport,
  { once, sections }: ToldElsewhere,
): readonly string[] {
  switch (file.kind) {
    case "added":
    case "removed": {
      const reason = reasonFor(acceptance, file);
      const accepted = reason === null ? "" : ` Accepted: ${codeSpan(reason, LONGEST_NOTE)}`;
      return [
        ...(losesAllSales(file)
          ? [`**No response counts as a sale any more by this mapping, which was removed.**${accepted}`]
          : [
              `The mapping was ${file.kind} (${counted(file.rules, "rule")}, ${counted(file.examples, "example")}).${accepted}`,
            ]),
        ...(file.nearName === null
          ? []
          : [
              `There is ${codeSpan(file.nearName)} now, which is no mapping file: it must end in ${codeSpan(".responses")}.`,
            ]),
        ...aloneBlocks(file, tellsAll),
      ];
    }
    case "refused":
      return [`It cannot be compared: it has errors ${file.refused.join(" and ")} the change.`];
    case "unreadable":
      return ["It cannot be read."];
    case "compared": {
      const parted = partedChanges(file, acceptance);
      const accepted = parted.accepted.comparison.changes;
      // What is accepted changes all the same.
      const elsewhere = elsewhereInWords(once.toldIn.get(file), codeSpan);
      const others = new Set(file.comparison.changes.flatMap((change) => once.alsoIn.get(change) ?? []));
      const isSame = accepted.length + elsewhere.length > 0 && conclusionOf(parted.open) === SAME_FOR_ALL;
      const places = {
        placeBefore: (stated: Rule | Example) => placeText(stated, file.mappingBefore.file),
        placeAfter: (stated: Rule | Example) => placeText(stated, file.mappingAfter.file),
        isShownElsewhere: (path: string) => sections.has(path),
        tellsAll,
      };
      const told = comparisonAsMarkdown({
        ...places,
        compared: parted.open,
        failing: file.failing,
        belowEdits: worseBlocks(file, tellsAll),
        isWhole: accepted.length + elsewhere.length === 0,
      });
      const groups = groupsAsMarkdown(
        { ...places, compared: parted.accepted, failing: [], belowEdits: [], isWhole: false },
        (deciders) => `${codeSpan(reasonFor(acceptance, file, deciders) ?? "", LONGEST_REASON)}: `,
      );
      const leftOut = leftOutNote(file);
      const reason = reasonFor(acceptance, file);
      return [
        ...(leftOut === null
          ? []
          : [
              `**${asSentence(leftOut)}**${reason === null ? "" : ` Accepted: ${codeSpan(reason, LONGEST_NOTE)}`}`,
            ]),
        ...(others.size === 0 ? [] : [`Also in ${mappingsInWords([...others], codeSpan)}.`]),
        ...told.slice(isSame ? 1 : 0),
        ...listBlocks(groups).map((list) => folded(accepted, list)),
        ...elsewhere,
      ];
    }
  }
}

/** What is wrong in a mapping that came: as of one that is compared with itself, but that nothing changes goes without saying. */
function aloneBlocks(file: MappingAlone, tellsAll: boolean): readonly string[] {
  const { mapping } = file;
  if (mapping === null) return [];
  const place = (stated: Rule | Example) => placeText(stated, mapping.file);
  const [, ...blocks] = comparisonAsMarkdown({
    compared: compareMappings(mapping, mapping),
    placeBefore: place,
    placeAfter: place,
    failing: file.failing,
    isShownElsewhere: () => false,
    belowEdits: worseBlocks(file, tellsAll),
    isWhole: true,
    tellsAll,
  });
  return blocks;
}

/** What somebody has looked at already takes one line until it is opened, but where it is about sales: others are to see these, too. */
function folded(accepted: readonly VerdictChange[], list: string): string {
  const open = accepted.some(({ money }) => money !== "none") ? " open" : "";
  const summary = `${counted(accepted.length, "accepted group")} of responses, with the reason of each`;
  return `<details${open}><summary>${summary}</summary>\n\n${list}\n\n</details>`;
}

/** What is wrong with entries of accepted differences. */
function acceptanceBlocks({ acceptance }: DiffReport): readonly string[] {
  if (acceptance === null) return [];
  const { expired, merged } = staleEntriesInWords(acceptance);
  return listBlocks([
    ...expired.map((sentence) => `- **Expired**: ${codeSpan(sentence, LONGEST_NOTE)}`),
    ...(merged === null ? [] : [`- Merged: ${codeSpan(merged, LONGEST_NOTE)}`]),
  ]);
}

/** Lines of a list up to a number, with how many there are besides; nothing for none. */
function listBlocks(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN_ACCEPTED;
  return [[...lines.slice(0, SHOWN_ACCEPTED), ...(more > 0 ? [`- and ${more} more`] : [])].join("\n")];
}

/** What check says that it did not say before, with what would mend it, and then what would mend examples that fail: often the same cause. */
function worseBlocks({ newFindings: found, exampleFixes }: NewInFile, tellsAll: boolean): readonly string[] {
  const most = tellsAll ? Infinity : SHOWN_ERRORS;
  const more = found.length - most;
  const findings = found
    .slice(0, most)
    .flatMap(({ finding, line, severity, message }) => [
      `  - **${severity}** in line ${line} (${codeSpan(finding.name)}): ${codeSpan(message, LONGEST_NOTE)}`,
      ...finding.fixes.slice(0, 1).map(({ title }) => `    - Fix: ${codeSpan(title, LONGEST_NOTE)}`),
    ]);
  const lines = [
    ...(found.length === 0 ? [] : [`- **${newFindingsInWords(found)}**:`]),
    ...findings,
    ...(more > 0 ? [`  - and ${more} more`] : []),
    ...exampleFixes
      .slice(0, most)
      .map((fix) => `- Fix: ${codeSpan(fix.title, LONGEST_NOTE)}, ${fixedInWords(fix)}`),
  ];
  return lines.length === 0 ? [] : [lines.join("\n")];
}

/** In Markdown; in an included file with the file's name. */
function placeText(stated: Rule | Example, own: FileModel): string {
  const line = lineOf(stated);
  return stated.file === own ? `line ${line}` : codeSpan(`${stated.file.path}:${line}`);
}
