import {
  quoted,
  type SourceText,
  subjectOf,
  traceRule,
  visible,
  type Witness,
  writeVerdict,
} from "@responses/dsl";
import type { CheckReport, ReportedFinding } from "../runs/check-run.js";
import { passes, type TestedExample, type TestedFile, type TestReport } from "../runs/test-run.js";
import { type Style, safe } from "../terminal.js";
import { codeFrame } from "./code-frame.js";
import { counted } from "./counted.js";
import { lineOf } from "./json.js";
import { printFor, ruleLines } from "./trace.js";

export interface Page {
  readonly style: Style;
  /** In columns. */
  readonly width: number;
}

/** `responses check`: every finding with its place in the text, and how to learn more. */
export function checkAsText({ findings, sourceOf }: CheckReport, page: Page): readonly string[] {
  const gravest = (["error", "warning", "hint"] as const).flatMap((severity) =>
    findings.filter((reported) => reported.severity === severity).slice(0, 1),
  )[0];
  const more =
    gravest === undefined
      ? []
      : [page.style.dim(`responses explain ${gravest.finding.name} tells more about such a finding`)];
  return [...findings.flatMap((finding) => [...findingLines(finding, sourceOf, page), ""]), ...more];
}

const EXPLAINED =
  "responses match MAPPING --explain BODYFILE tells of a response, rule by rule, why it gets its verdict";

/** `responses test`: a line a file, what failed, and with coverage the rules that no example decides. */
export function testAsText(report: TestReport, withCoverage: boolean, page: Page): readonly string[] {
  const { files } = report;
  const failures = files.flatMap((file) => failureLines(file, page));
  return [
    ...errorLines(report, page),
    ...failures,
    ...(failures.length === 0 ? [] : [page.style.dim(EXPLAINED), ""]),
    ...files.map((file) => fileLine(file, page)),
    ...(withCoverage ? coverageLines(report, page) : []),
    "",
  ];
}

/** The errors in the files, but for the failing examples. */
export function errorLines(
  { errors, sourceOf }: Pick<TestReport, "errors" | "sourceOf">,
  page: Page,
): readonly string[] {
  return errors.flatMap((finding) => [...findingLines(finding, sourceOf, page), ""]);
}

/** How many of the rules the examples decide, and the others with their places. */
export function coverageLines({ files }: TestReport, page: Page): readonly string[] {
  const { style } = page;
  const tested = files.filter(({ isRefused }) => !isRefused);
  const rules = tested.reduce((sum, file) => sum + file.rules, 0);
  const undecided = tested.flatMap((file) => file.undecided);
  const lines = undecided.flatMap((rule) => {
    const { start, syntax } = rule.statement;
    const span = { start: start + syntax.span.from, end: start + syntax.span.to };
    return [
      `${safe(rule.file.path)}:${lineOf(rule)}`,
      ...codeFrame(rule.file.tree.source, span, page).slice(0, 1),
    ];
  });
  const told = `coverage: examples decide ${rules - undecided.length} of ${counted(rules, "rule")}`;
  const none = undecided.length === 0 ? [] : [style.yellow("no example decides:"), ...lines];
  return ["", style.bold(told), ...none];
}

function findingLines(
  { finding, severity, message }: ReportedFinding,
  sourceOf: (path: string) => SourceText,
  page: Page,
): readonly string[] {
  const { style } = page;
  const { file, span, related, witness, fixes, name } = finding;
  const source = sourceOf(file);
  const here = related.filter((place) => place.file === file);
  const gutter = Math.max(
    ...[span, ...here.map((place) => place.span)].map(({ start }) => lineNumber(source, start).length),
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
    ...(witness === null || isShownBy(message, witness)
      ? []
      : [`  ${style.cyan("for example")} ${responseText(witness.status, witness.body)}`]),
    ...fixes.map(({ title, kind }) => {
      const how =
        kind === "automatic" ? "responses check --fix makes it" : "a suggestion, to be made by hand";
      return `  ${style.green("fix:")} ${safe(title)} ${style.dim(`(${how})`)}`;
    }),
  ];
}

/** Whether the sentence shows the whole response already. */
function isShownBy(message: string, { status, body }: Witness): boolean {
  return status === null && body !== "" && message.includes(visible(body));
}

function placeText(file: string, source: SourceText, offset: number): string {
  const { line, column } = source.positionAt(offset);
  return `${safe(file)}:${line + 1}:${column + 1}`;
}

function lineNumber(source: SourceText, offset: number): string {
  return String(source.lineAt(offset) + 1);
}

function responseText(status: number | null, body: string): string {
  const shown = body === "" ? "an empty body" : quoted(body);
  return status === null ? shown : `${status} ${shown}`;
}

function fileLine({ path, examples, isRefused }: TestedFile, { style }: Page): string {
  const failed = examples.filter((example) => !passes(example)).length;
  const mark =
    failed > 0 || isRefused ? style.red("✗") : examples.length === 0 ? style.dim("-") : style.green("✓");
  const count = counted(examples.length, "example");
  const counts = isRefused
    ? `${count}, ${failed > 0 ? `${failed} failed: ` : ""}not run, since the mapping has errors`
    : failed > 0
      ? `${count}, ${failed} failed`
      : count;
  return `${mark} ${safe(path)}  ${style.dim(counts)}`;
}

function failureLines(file: TestedFile, page: Page): readonly string[] {
  if (file.isRefused) return [];
  return file.examples
    .filter((example) => !passes(example))
    .flatMap((example) => [...failedExample(example, page), ""]);
}

function failedExample(
  { example, result, near, unknownCapture }: TestedExample,
  page: Page,
): readonly string[] {
  if (result === null) return [];
  const { style } = page;
  const { name, status, body, verdict } = example.model;
  const { difference, decidedBy } = result;
  const label = verdict.outcome === "unmapped" ? null : verdict.label;
  const place = `${safe(example.file.path)}:${lineOf(example)}`;
  const title = `${style.red("✗")} ${style.bold(place)}${name === null ? "" : ` ${safe(name)}`}`;
  const compared: readonly (readonly [string, string])[] =
    difference?.kind === "capture"
      ? [
          ["expected", `${safe(difference.name)} ${quoted(difference.expected)}`],
          [
            "actual",
            difference.actual === null
              ? (unknownCapture ?? `no ${safe(difference.name)}`)
              : `${safe(difference.name)} ${quoted(difference.actual)}`,
          ],
        ]
      : [
          ["expected", writeVerdict({ outcome: verdict.outcome, label })],
          ["actual", writeVerdict(result.verdict)],
        ];
  const head = [
    title,
    `  response  ${responseText(status, body)}`,
    ...compared.map(([what, text]) => `  ${what.padEnd(9)} ${safe(text)}`),
  ];
  const subject = subjectOf(example.model);
  const print = printFor(subject, page);
  const nearly = near === null ? [] : ["  nearly holds", ...ruleLines(traceRule(near.rule, subject), print)];
  if (decidedBy === null) return [...head, "  no rule holds for this response", ...nearly];
  return [...head, "  decided by", ...ruleLines(traceRule(decidedBy, subject), print), ...nearly];
}
