import type { Gap, SourceText } from "@responses/dsl";
import { counted, gapInWords } from "@responses/dsl/editor";
import { codeFrame } from "@responses/reporting";
import type { MappingGaps } from "../runs/check-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { placeText } from "./finding-text.js";

/** The gaps of one mapping, an empty line behind each, and how many of its fields were not gone through. */
export function gapsLines(
  { file, gaps, left }: MappingGaps,
  sourceOf: (path: string) => SourceText,
  page: Page,
): readonly string[] {
  const told = gaps.flatMap((gap) => [...gapLines(gap, sourceOf, page), ""]);
  if (left === 0) return told;
  const more = `${counted(left, "more field")} not gone through for gaps: it would take too many steps`;
  return [...told, `${page.style.bold(safe(file))} ${more}`, ""];
}

/** A gap: where rules ask for its field, what it is, and the line that records it, to be copied as it is. */
function gapLines(gap: Gap, sourceOf: (path: string) => SourceText, page: Page): readonly string[] {
  const { rule, span, example } = gap;
  const { path } = rule.file;
  const source = sourceOf(path);
  const gutter = String(source.lineAt(span.start) + 1).length;
  return [
    `${page.style.bold(placeText(path, source, span.start))} ${page.style.cyan("gap")}`,
    `  ${safe(gapInWords(gap))}`,
    ...codeFrame(source, span, { ...page, gutter }),
    ...example.split("\n").map(safe),
  ];
}
