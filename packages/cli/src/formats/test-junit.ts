import { writeVerdict } from "@responses/dsl";
import { beginningOfText, groupBy, writeExpectedVerdict } from "@responses/dsl/editor";
import { lineOf, type ReportedFinding } from "@responses/reporting";
import type { AnnotatedRun } from "../annotations/annotated-run.js";
import type { Annotation } from "../annotations/annotation.js";
import type { TestedExample, TestReport } from "../runs/test-run.js";
import { type JunitCase, writeJunit } from "./junit-document.js";
import type { ReportedPaths } from "./reported-paths.js";
import { failureCases } from "./run-junit.js";

/**
 * `responses test --format junit`: a test suite a file, a test case an example, one for each error in a file and for all that could not
 * be read, and one for all that the examples leave out.
 *
 * @param coverage what they leave out; nothing where nobody asked
 */
export function testAsJunit(
  report: TestReport,
  run: AnnotatedRun,
  coverage: readonly Annotation[],
  paths: ReportedPaths,
): string {
  const { files, errors, sourceOf } = report;
  const errorsByFile = groupBy(errors, ({ finding }) => finding.file);
  const examplesByFile = new Map(files.map(({ path, examples }) => [path, examples]));
  const caseOfError = ({ finding, message }: ReportedFinding): JunitCase => {
    const line = sourceOf(finding.file).positionAt(finding.span.start).line + 1;
    return failing(`line ${line}: ${finding.name}`, finding.name, message);
  };
  const uncovered = groupBy(coverage, ({ file }) => file);
  const suites = failureCases(run, paths);
  // An included file need not be among those that are tested.
  for (const file of new Set([...examplesByFile.keys(), ...errorsByFile.keys()])) {
    const cases = [
      ...(suites.get(paths.of(file)) ?? []),
      ...(examplesByFile.get(file) ?? []).map(caseOfExample),
      ...(errorsByFile.get(file) ?? []).map(caseOfError),
      ...(uncovered.get(file) ?? []).map(caseOfCoverage),
    ];
    suites.set(paths.of(file), cases);
  }
  return writeJunit(
    "responses test",
    [...suites].map(([path, cases]) => ({ path, cases })),
  );
}

function caseOfExample(tested: TestedExample): JunitCase {
  const failure = failureOf(tested);
  const name = nameOf(tested);
  return failure === null
    ? { name, result: { kind: "passed", note: null } }
    : failing(name, "example-fails", failure);
}

/** With the example to be added, if there is one. */
function caseOfCoverage({ kind, level, region, message, fixes }: Annotation): JunitCase {
  const name = `line ${region.line}: ${kind}`;
  const text = [message, ...fixes.map(({ title }) => title)].join("\n");
  return level === "error"
    ? failing(name, kind, text)
    : { name, result: { kind: "passed", note: `${level}: ${text}` } };
}

function failing(name: string, type: string, message: string): JunitCase {
  return { name, result: { kind: "failure", type, message } };
}

function nameOf({ example }: TestedExample): string {
  const { name, status, body } = example.model;
  const shown = name ?? [status ?? "", beginningOfText(body, 60)].join(" ").trim();
  return `line ${lineOf(example)}: ${shown}`;
}

function failureOf({ example, result, noCapture }: TestedExample): string | null {
  if (result === null) return "not run: the mapping has errors";
  const { difference, verdict, decidedBy } = result;
  if (difference === null) return null;
  if (difference.kind === "capture") {
    const { name, expected, actual } = difference;
    // That a capture is to be absent which no capture of the mapping is named like is a slip in its name.
    if (noCapture !== null && expected === "") return noCapture;
    const found = noCapture ?? `it is ${actual ?? "not there"}`;
    return `expected the capture ${name} to be ${expected}, but ${found}`;
  }
  const expected = writeExpectedVerdict(example.model.verdict);
  const by = decidedBy === null ? "no rule holds" : `decided by ${decidedBy.file.path}:${lineOf(decidedBy)}`;
  return `expected ${expected}, but the verdict is ${writeVerdict(verdict)} (${by})`;
}
