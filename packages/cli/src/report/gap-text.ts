import type { Gap, SourceText } from "@responses/dsl";
import { gapInWords } from "@responses/dsl/editor";
import { codeFrame } from "@responses/reporting";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { placeText } from "./finding-text.js";

/** A gap: where rules ask for its field, what it is, and the line that records it, to be copied as it is. */
export function gapLines(gap: Gap, sourceOf: (path: string) => SourceText, page: Page): readonly string[] {
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
