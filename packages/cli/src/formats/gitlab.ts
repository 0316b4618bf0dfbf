import type { Severity } from "@responses/dsl";
import { fnvHash } from "@responses/dsl/editor";
import type { AnnotatedRun, RunFailure } from "../annotations/annotated-run.js";
import { acceptedMessage } from "../annotations/annotation.js";
import { writeJson } from "../report/json.js";
import { type Occurrence, occurrences } from "./occurrences.js";
import type { ReportedPaths } from "./reported-paths.js";

/** An entry of a Code Quality report, as docs.gitlab.com/ci/testing/code_quality describes them. */
interface CodeQualityEntry {
  readonly description: string;
  readonly check_name: string;
  /** Unique in the report: GitLab shows equal ones once. */
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "major" | "blocker";
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

/** A run as a Code Quality report of GitLab; one without annotations is an empty list, which takes back what was shown before. */
export function runAsGitlab(
  { annotations, accepted, failures, notes }: AnnotatedRun,
  paths: ReportedPaths,
): string {
  return writeJson([
    ...failures.map((failure) => ofRun("run-failed", "blocker", failure, paths)),
    ...notes.map((message) => ofRun("run-note", "info", { message, file: null }, paths)),
    ...occurrences([
      ...annotations,
      ...accepted.map((one) => ({ ...one, level: "hint" as const, message: acceptedMessage(one) })),
    ]).map((occurrence) => entryOf(occurrence, paths)),
  ]);
}

function entryOf({ annotation, number }: Occurrence, paths: ReportedPaths): CodeQualityEntry {
  const { kind, level, message, file, region, fingerprint } = annotation;
  const path = paths.of(file);
  return {
    description: message,
    check_name: kind,
    fingerprint: fnvHash(`${path}\n${fingerprint}\n${number}`),
    // Nothing in a mapping file is graver than who is paid.
    severity: level === "warning" && kind.startsWith("sale-") ? SEVERITIES.error : SEVERITIES[level],
    location: { path, lines: { begin: region.line, end: region.endLine } },
  };
}

const SEVERITIES = { error: "major", warning: "minor", hint: "info" } as const satisfies Readonly<
  Record<Severity, CodeQualityEntry["severity"]>
>;

/** GitLab wants a place of everything: what is about no file stands at the run's folder. */
function ofRun(
  name: string,
  severity: CodeQualityEntry["severity"],
  { message, file }: RunFailure,
  paths: ReportedPaths,
): CodeQualityEntry {
  const path = paths.of(file ?? ".");
  return {
    description: message,
    check_name: name,
    fingerprint: fnvHash(`${path}\n${name}\n${message}`),
    severity,
    location: { path, lines: { begin: 1, end: 1 } },
  };
}
