import { writeVerdict } from "@responses/dsl";
import { writeExpectedVerdict } from "@responses/dsl/editor";
import type { ReportedFinding } from "@responses/reporting";
import { lineOf } from "@responses/reporting";
import { passes, type TestedExample, type TestedFile, type TestReport } from "../runs/test-run.js";
import { safe } from "../terminal/safe.js";

/** `responses test --format junit`: a test suite a file, a test case an example, and one for each error in a file. */
export function testAsJunit({ files, examples, failed, errors, sourceOf }: TestReport): string {
  const errorsOf = (path: string): readonly ReportedFinding[] =>
    errors.filter(({ finding }) => finding.file === path);
  // An included file need not be among those that are tested.
  const paths = new Set(files.map(({ path }) => path));
  const others = [...new Set(errors.map(({ finding }) => finding.file))].filter((path) => !paths.has(path));
  const suites = [
    ...files,
    ...others.map((path): TestedFile => ({ path, isRefused: true, examples: [], rules: 0, undecided: [] })),
  ].map((file) =>
    suite(file, errorsOf(file.path), (offset) => sourceOf(file.path).positionAt(offset).line + 1),
  );
  const totals = `tests="${examples + errors.length}" failures="${failed + errors.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="responses" ${totals}>`,
    ...suites,
    "</testsuites>",
  ].join("\n");
}

function suite(
  file: TestedFile,
  errors: readonly ReportedFinding[],
  lineAt: (offset: number) => number,
): string {
  const failed = file.examples.filter((example) => !passes(example)).length + errors.length;
  const cases = [
    ...file.examples.map((example) => testCase(file, nameOf(example), failureOf(example))),
    ...errors.map(({ finding, message }) =>
      testCase(file, `line ${lineAt(finding.span.start)}: ${finding.name}`, message),
    ),
  ];
  const counts = `tests="${file.examples.length + errors.length}" failures="${failed}"`;
  return [`  <testsuite name="${attribute(file.path)}" ${counts}>`, ...cases, "  </testsuite>"].join("\n");
}

function testCase({ path }: TestedFile, name: string, failure: string | null): string {
  const open = `    <testcase classname="${attribute(path)}" name="${attribute(name)}" file="${attribute(path)}"`;
  return failure === null
    ? `${open}/>`
    : `${open}>\n      <failure message="${attribute(failure)}"/>\n    </testcase>`;
}

function nameOf({ example }: TestedExample): string {
  const { name, status, body } = example.model;
  const shown = name ?? [status ?? "", body.slice(0, 60)].join(" ").trim();
  return `line ${lineOf(example)}: ${shown}`;
}

function failureOf({ example, result, unknownCapture }: TestedExample): string | null {
  if (result === null) return "not run: the mapping has errors";
  const { difference, verdict, decidedBy } = result;
  if (difference === null) return null;
  if (unknownCapture !== null) return unknownCapture;
  if (difference.kind === "capture") {
    return `expected the capture ${difference.name} to be ${difference.expected}, but it is ${difference.actual ?? "not there"}`;
  }
  const expected = writeExpectedVerdict(example.model.verdict);
  const by = decidedBy === null ? "no rule holds" : `decided by ${decidedBy.file.path}:${lineOf(decidedBy)}`;
  return `expected ${expected}, but the verdict is ${writeVerdict(verdict)} (${by})`;
}

/** Text for an attribute; control characters, which XML cannot hold, are made visible. */
function attribute(text: string): string {
  return safe(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replace(/[\ufffe\uffff]/g, "\ufffd");
}
