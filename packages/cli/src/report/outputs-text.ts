import type { PlacedRefusal } from "@responses/dsl";
import { counted, listed } from "@responses/dsl/editor";
import { codeFrame } from "@responses/reporting";
import type { OutputFile, OutputOfAll, OutputReport } from "../runs/output-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { errorLines, placeText } from "./finding-text.js";

/** `responses compile`, `responses types` and `responses docs`: why files were refused, and what became of the others. */
export function outputsAsText(report: OutputReport, page: Page): readonly string[] {
  return [
    ...errorLines(report, page),
    ...report.refusals.flatMap((refusal) => [...refusalLines(refusal, report, page), ""]),
    ...report.files.flatMap((file) => (report.check ? staleLines(file, page) : fileLines(file, page))),
    ...(report.ofAll === null ? [] : linesOfAll(report.ofAll, report.check, page)),
  ];
}

/** What the format cannot express, with its place in the text. */
function refusalLines(
  { file, span, message }: PlacedRefusal,
  { sourceOf }: Pick<OutputReport, "sourceOf">,
  page: Page,
): readonly string[] {
  const { style } = page;
  const source = sourceOf(file);
  return [
    `${style.bold(placeText(file, source, span.start))} ${style.red("error")}`,
    `  ${safe(message)}`,
    ...codeFrame(source, span, page),
  ];
}

function fileLines(
  { path, outputs, written, examples, failedExamples }: OutputFile,
  { style }: Page,
): readonly string[] {
  const made = `${style.green("✓")} ${safe(path)} → ${listed(outputs.map(safe))}`;
  const unchanged = written ? "" : style.dim(" (unchanged)");
  if (failedExamples === 0) return [made + unchanged];
  const verb = failedExamples === 1 ? "fails" : "fail";
  return [
    made + unchanged,
    `  ${style.yellow(`${failedExamples} of its ${counted(examples, "example")} ${verb}`)}: responses test tells more`,
  ];
}

/** Of a run that writes nothing: what is not as it would be written. */
function staleLines({ path, stale }: OutputFile, { style }: Page): readonly string[] {
  return stale.map((output) => `${style.red("✗")} ${safe(output)} is not what ${safe(path)} gives`);
}

/** What was made of all files together. */
function linesOfAll(
  { outputs, written, stale }: OutputOfAll,
  check: boolean,
  { style }: Page,
): readonly string[] {
  if (check) return stale.map((output) => `${style.red("✗")} ${safe(output)} is not what the files give`);
  return [`${style.green("✓")} ${listed(outputs.map(safe))}${written ? "" : style.dim(" (unchanged)")}`];
}
