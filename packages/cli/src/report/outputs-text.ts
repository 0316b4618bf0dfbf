import type { PlacedRefusal } from "@responses/dsl";
import { counted, listed } from "@responses/dsl/editor";
import type { StaleOutput } from "@responses/node-host";
import { codeFrame } from "@responses/reporting";
import type { Leftover, OutputFile, OutputReport, PlacedOutputs } from "../runs/output-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { errorLines, placeText } from "./finding-text.js";

/** `responses compile`, `responses types` and `responses docs`: why files were refused, and what became of the others. */
export function outputsAsText(report: OutputReport, page: Page): readonly string[] {
  return [
    ...errorLines(report, page),
    ...report.refusals.flatMap((refusal) => [...refusalLines(refusal, report, page), ""]),
    ...report.files.flatMap((file) =>
      report.check ? staleLines(file.stale, `${safe(file.path)} gives`, page) : fileLines(file, page),
    ),
    ...report.leftovers.map((leftover) => leftoverLine(leftover, report, page)),
    ...report.ofAll.flatMap((outputs) => linesOfAll(outputs, report.check, page)),
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

/** Of a run that writes nothing: what is not as it would be written; `giving` says by what, as `acme.responses gives`. */
function staleLines(stale: readonly StaleOutput[], giving: string, { style }: Page): readonly string[] {
  return stale.map(({ path, how }) => `${style.red("✗")} ${safe(path)} ${wayOfBeingStale(how, giving)}`);
}

function wayOfBeingStale(how: StaleOutput["how"], giving: string): string {
  switch (how) {
    case "missing":
      return "is missing";
    case "line-ends":
      return `has other line ends than ${giving}: let .gitattributes say eol=lf for such files`;
    case "content":
      return `is not what ${giving}`;
  }
}

function leftoverLine({ path, of }: Leftover, report: OutputReport, { style }: Page): string {
  const { check, areLeftoversRemoved } = report;
  if (areLeftoversRemoved) return `removed ${safe(path)}: ${whyLeft(of)}`;
  const mark = check ? style.red("✗") : style.yellow("!");
  return `${mark} ${safe(path)} is left over: ${whyLeft(of)}; --clean removes it`;
}

/** Why an output is left over. */
function whyLeft(of: Leftover["of"]): string {
  switch (of) {
    case "mapping":
      return "its mapping is gone";
    case "ignored-mapping":
      return "the project file leaves its mapping out";
    case "runtime":
      return "no module imports it";
  }
}

/** What is of all files together. */
function linesOfAll(
  { outputs, written, stale }: PlacedOutputs,
  check: boolean,
  page: Page,
): readonly string[] {
  const { style } = page;
  if (check) return staleLines(stale, "the files together give", page);
  return [`${style.green("✓")} ${listed(outputs.map(safe))}${written ? "" : style.dim(" (unchanged)")}`];
}
