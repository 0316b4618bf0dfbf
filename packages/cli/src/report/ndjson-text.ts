import type { Mapping } from "@responses/dsl";
import { listed, quoted } from "@responses/dsl/editor";
import type { LineNames } from "../ndjson/line-names.js";
import { type OddLines, OTHER_LABELS, type Tally } from "../ndjson/tally.js";
import type { LineReading } from "../ndjson/worker-messages.js";
import type { NdjsonReport } from "../runs/ndjson-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { placeOf } from "./statement-place.js";
import { textOf } from "./trace.js";

/** So many labels are told, the most frequent first. */
const SHOWN_LABELS = 20;

/** How often each label came, and, if that was asked, how many responses each rule decided, those of none among them. */
export function ndjsonSummary(
  { tally }: NdjsonReport,
  { countsRules }: LineReading,
  mapping: Mapping,
  page: Page,
): readonly string[] {
  return [...labelLines(tally), ...(countsRules ? ruleLines(tally, mapping, page) : [])];
}

/** The lines add up to the verdicts: what has no label is counted by its outcome, unmapped among it. */
function labelLines({ labels, verdicts }: Tally): readonly string[] {
  const told = [...labels].filter(([key]) => key !== OTHER_LABELS).sort(([, a], [, b]) => b - a);
  if (told.length === 0) return [];
  const shown = told.slice(0, SHOWN_LABELS);
  const left = told
    .slice(SHOWN_LABELS)
    .reduce((sum, [, count]) => sum + count, labels.get(OTHER_LABELS) ?? 0);
  const without = unlabelled(labels, verdicts);
  // They are sorted, and the largest is the widest.
  const largest = without.reduce(
    (most, { count }) => Math.max(most, count),
    Math.max(shown[0]?.[1] ?? 0, left),
  );
  const width = numbered(largest).length;
  const lines = shown.map(([key, count]) => {
    const [outcome = ""] = key.split(" ", 1);
    return `  ${numbered(count).padStart(width)} ${outcome} ${quoted(key.slice(outcome.length + 1))}`;
  });
  return [
    "labels:",
    ...lines,
    ...(left > 0 ? [`  ${numbered(left).padStart(width)} with other labels`] : []),
    ...without.map(({ outcome, count }) => {
      return `  ${numbered(count).padStart(width)} ${outcome}${outcome === "unmapped" ? "" : " without a label"}`;
    }),
  ];
}

/** How many verdicts of each outcome have no label; of too many labels it is not known which outcomes they are of. */
function unlabelled(
  labels: Tally["labels"],
  verdicts: Tally["verdicts"],
): readonly { readonly outcome: string; readonly count: number }[] {
  const labelled = new Map<string, number>();
  for (const [key, count] of labels) {
    const [outcome = ""] = key.split(" ", 1);
    labelled.set(outcome, (labelled.get(outcome) ?? 0) + count);
  }
  return Object.entries(verdicts).flatMap(([outcome, all]) => {
    const count = all - (labelled.get(outcome) ?? 0);
    const isKnown = outcome === "unmapped" || !labels.has(OTHER_LABELS);
    return count > 0 && isKnown ? [{ outcome, count }] : [];
  });
}

function ruleLines({ rules }: Tally, mapping: Mapping, { width }: Page): readonly string[] {
  const counts = mapping.rules.map((_, number) => numbered(rules.get(number) ?? 0));
  const columns = counts.reduce((widest, { length }) => Math.max(widest, length), 0);
  return [
    "rules:",
    ...mapping.rules.map((rule, number) => {
      const place = placeOf(rule);
      const count = (counts[number] ?? "").padStart(columns);
      return `  ${count} ${place}  ${textOf(rule, Math.max(30, width - place.length - columns - 5))}`;
    }),
  ];
}

/** What is told of lines that were read otherwise than they were meant, it seems. */
export function oddLineNotes(
  { withoutBody, oddStatus, otherStatus }: Tally,
  names: LineNames,
): readonly string[] {
  return [
    ...(withoutBody === null
      ? []
      : [
          `${linesInWords(withoutBody, "has", "have")} no ${calledOneOf(names.body)}, which counts as an empty body${namesInWords(withoutBody)}; --body-name says what it is called: one name, or several with commas`,
        ]),
    ...(otherStatus === null
      ? []
      : [
          `${otherStatus.lines === 1 ? "line" : "lines from line"} ${otherStatus.firstLine}${otherStatus.lines === 1 ? " has" : " on have"} ${safe(alternatives(otherStatus.names))} and no ${calledOneOf(names.status)}, which counts as no status; --status-name says what it is called: one name, or several with commas`,
        ]),
    ...(oddStatus === null
      ? []
      : [
          `${linesInWords(oddStatus, "has", "have")} a ${calledOneOf(names.status)} that is no integer, which counts as none: write it without quotation marks, as 429, or take it as it is with --quoted-status`,
        ]),
  ];
}

function linesInWords({ lines, firstLine }: OddLines, one: string, several: string): string {
  return lines === 1
    ? `line ${firstLine} ${one}`
    : `${numbered(lines)} lines, from line ${firstLine} on, ${several}`;
}

function calledOneOf(names: readonly string[]): string {
  return safe(alternatives(names));
}

function alternatives(names: readonly string[]): string {
  return names.map((name) => quoted(name)).join(" or ");
}

function namesInWords({ names }: OddLines): string {
  return names.length === 0 ? "" : ` (there is ${safe(listed(names.map((name) => quoted(name))))})`;
}

function numbered(count: number): string {
  return count.toLocaleString("en");
}
