import { groupBy, isChangeKind } from "@responses/dsl/editor";
import type { AnnotatedRun } from "../annotations/annotated-run.js";
import { type Annotation, acceptedMessage, gravestFirst } from "../annotations/annotation.js";
import type { Conclusion } from "../report/conclusion.js";
import { EXIT } from "../terminal/exit-codes.js";
import { type JunitCase, writeJunit } from "./junit-document.js";
import type { ReportedPaths } from "./reported-paths.js";

/**
 * A run in the XML of JUnit: a test suite a file, a test case an annotation. The gravest fail where the run fails, and changes that touch
 * sales or recorded responses however grave something else is; all others pass, and say what they have to say as output. A file without annotations has one case, which passes and says what the file came to, so that no report
 * looks empty.
 */
export function runAsJunit(run: AnnotatedRun, conclusion: Conclusion, paths: ReportedPaths): string {
  const { command, files, annotations, accepted, notes } = run;
  const byFile = groupBy(annotations, ({ file }) => file);
  const gravest = run.failures.length > 0 ? "error" : gravestFirst(annotations)[0]?.level;
  const fails = ({ kind, level }: Annotation): boolean =>
    conclusion.exitCode !== EXIT.fine && (level === gravest || (isChangeKind(kind) && level === "warning"));
  const suites = failureCases(run, paths);
  for (const file of new Set([...files, ...byFile.keys()])) {
    const own = byFile.get(file) ?? [];
    const suite = suites.get(paths.of(file)) ?? [];
    suites.set(paths.of(file), [...suite, ...own.map((annotation) => caseOf(annotation, fails(annotation)))]);
  }
  for (const [file, own] of groupBy(accepted, ({ file }) => file)) {
    const cases = own.map((one) => caseOf({ ...one, level: "hint", message: acceptedMessage(one) }, false));
    suites.set(paths.of(file), [...(suites.get(paths.of(file)) ?? []), ...cases]);
  }
  if (notes.length > 0) {
    const own = notes.map((note): JunitCase => ({ name: "note", result: { kind: "passed", note } }));
    suites.set(command, [...(suites.get(command) ?? []), ...own]);
  }
  const otherwise = new Map(files.map((file) => [paths.of(file), run.otherwise(file)]));
  const filled = [...suites].map(([path, cases]) => ({
    path,
    cases: cases.length > 0 ? cases : [passed(otherwise.get(path) ?? "")],
  }));
  return writeJunit(`responses ${command}`, filled);
}

function passed(name: string): JunitCase {
  return { name, result: { kind: "passed", note: null } };
}

function caseOf({ kind, region, level, message }: Annotation, isFailure: boolean): JunitCase {
  const name = `line ${region.line}: ${kind}`;
  return isFailure
    ? { name, result: { kind: "failure", type: kind, message } }
    : { name, result: { kind: "passed", note: `${level}: ${message}` } };
}

/** What failed, by the path of the file that it is about, or else the name of the command. */
export function failureCases(
  { command, failures }: Pick<AnnotatedRun, "command" | "failures">,
  paths: ReportedPaths,
): Map<string, readonly JunitCase[]> {
  const byPath = groupBy(failures, ({ file }) => (file === null ? command : paths.of(file)));
  return new Map(
    [...byPath].map(([path, own]) => [
      path,
      own.map(({ message }) => ({
        name: message.split("\n")[0] ?? message,
        result: { kind: "error", message },
      })),
    ]),
  );
}
