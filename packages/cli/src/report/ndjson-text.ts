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

function labelLines({ labels }: Tally): readonly string[] {
  const told = [...labels].filter(([key]) => key !== OTHER_LABELS).sort(([, a], [, b]) => b - a);
  const shown = told.slice(0, SHOWN_LABELS);
  const left = told
    .slice(SHOWN_LABELS)
    .reduce((sum, [, count]) => sum + count, labels.get(OTHER_LABELS) ?? 0);
  // They are sorted, and the largest is the widest.
  const width = numbered(shown[0]?.[1] ?? 0).length;
  const lines = shown.map(([key, count]) => {
    const [outcome = ""] = key.split(" ", 1);
    return `  ${numbered(count).padStart(width)} ${outcome} ${quoted(key.slice(outcome.length + 1))}`;
  });
  if (lines.length === 0) return [];
  return ["labels:", ...lines, ...(left > 0 ? [`  ${numbered(left)} with other labels`] : [])];
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
          `${linesInWords(withoutBody, "has", "have")} no ${quoted(names.body)}, which counts as an empty body${namesInWords(withoutBody)}; --body-name says what it is called`,
        ]),
    ...(otherStatus === null
      ? []
      : [
          `line ${otherStatus.firstLine} has ${safe(quoted(otherStatus.names[0] ?? ""))} and no ${quoted(names.status)}, so it counts as a response without a status; --status-name says what it is called`,
        ]),
    ...(oddStatus === null
      ? []
      : [
          `${linesInWords(oddStatus, "has", "have")} a ${quoted(names.status)} that is no integer, which counts as none: write it without quotation marks, as 429`,
        ]),
  ];
}

function linesInWords({ lines, firstLine }: OddLines, one: string, several: string): string {
  return lines === 1
    ? `line ${firstLine} ${one}`
    : `${numbered(lines)} lines, from line ${firstLine} on, ${several}`;
}

function namesInWords({ names }: OddLines): string {
  return names.length === 0 ? "" : ` (the first has ${safe(listed(names.map((name) => quoted(name))))})`;
}

function numbered(count: number): string {
  return count.toLocaleString("en");
}
