import type { SourceText } from "@responses/dsl";
import { responseText, showsResponse } from "@responses/dsl/editor";
import { codeFrame, type ReportedFinding, whoMakes } from "@responses/reporting";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";

/** What went wrong in the files of a run. */
export interface ErrorReport {
  readonly errors: readonly ReportedFinding[];
  readonly sourceOf: (path: string) => SourceText;
}

/** Errors of any run, each with an empty line below it. */
export function errorLines({ errors, sourceOf }: ErrorReport, page: Page): readonly string[] {
  return errors.flatMap((finding) => [...findingLines(finding, sourceOf, page), ""]);
}

/** A finding with its place in the text, and what is known of it. */
export function findingLines(
  { finding, severity, message }: ReportedFinding,
  sourceOf: (path: string) => SourceText,
  page: Page,
): readonly string[] {
  const { style } = page;
  const { file, span, related, witness, fixes, name } = finding;
  const source = sourceOf(file);
  const here = related.filter((place) => place.file === file);
  const gutter = here.reduce(
    (widest, place) => Math.max(widest, lineNumber(source, place.span.start).length),
    lineNumber(source, span.start).length,
  );
  const paint = severity === "error" ? style.red : severity === "warning" ? style.yellow : style.blue;
  return [
    `${style.bold(placeText(file, source, span.start))} ${paint(severity)} ${style.dim(name)}`,
    `  ${message.split("\n").map(safe).join("\n  ")}`,
    // A file that could not be read as text at all has nothing to show.
    ...(source.text === "" ? [] : codeFrame(source, span, { ...page, gutter })),
    ...related.flatMap((place) => {
      const other = sourceOf(place.file);
      const frame = codeFrame(other, place.span, { ...page, gutter, note: safe(place.message) });
      return place.file === file
        ? frame
        : [`  ${style.dim(placeText(place.file, other, place.span.start))}`, ...frame];
    }),
    ...(witness === null || showsResponse(message, witness)
      ? []
      : [`  ${style.cyan("for example")} ${responseText(witness.status, witness.body)}`]),
    ...fixes.map(
      ({ title, kind }) => `  ${style.green("fix:")} ${safe(title)} ${style.dim(`(${whoMakes(kind)})`)}`,
    ),
  ];
}

export function placeText(file: string, source: SourceText, offset: number): string {
  const { line, column } = source.positionAt(offset);
  return `${safe(file)}:${line + 1}:${column + 1}`;
}

function lineNumber(source: SourceText, offset: number): string {
  return String(source.lineAt(offset) + 1);
}
