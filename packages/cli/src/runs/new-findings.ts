import type { Finding } from "@responses/dsl";
import { analyseAtOnce } from "@responses/dsl/editor";
import type { LoadedMapping, ProjectFiles } from "@responses/node-host";
import {
  baselinedFindings,
  CollectedFindings,
  findingGroups,
  partlyNewMessage,
  type ReportedFinding,
} from "@responses/reporting";

/** A finding that a file had not before. */
export interface NewFinding extends ReportedFinding {
  /** From 1. */
  readonly line: number;
}

/**
 * The errors and warnings of a mapping file that it did not have before, told apart as a baseline does. Examples that fail are left
 * out: a comparison tells of them by itself.
 */
export function newFindings(
  before: LoadedMapping,
  after: LoadedMapping,
  projects: Pick<ProjectFiles, "severityOf">,
): readonly NewFinding[] {
  const known = findingGroups(ownFindings(before), before.file.tree).map(
    ({ name, fingerprint, findings }) => ({ name, fingerprint, count: findings.length }),
  );
  const now = ownFindings(after);
  const asBefore = baselinedFindings(now, known, after.file.tree);
  const collected = new CollectedFindings(projects);
  collected.add(
    now.filter((finding) => asBefore.get(finding)?.length !== 0 && finding.name !== "example-fails"),
  );
  return collected
    .inOrder()
    .filter(({ severity }) => severity !== "hint")
    .map((reported) => ({
      ...reported,
      message: messageWith(reported, asBefore.get(reported.finding)),
      line: after.file.tree.source.positionAt(reported.finding.span.start).line + 1,
    }));
}

/** Of a finding that was there for other rules it says which are new. */
function messageWith({ message }: ReportedFinding, fresh: readonly string[] | undefined): string {
  return fresh === undefined ? message : partlyNewMessage(message, fresh);
}

/** Those of an included file are told where it is compared itself. */
function ownFindings({ linked, file }: LoadedMapping): readonly Finding[] {
  return analyseAtOnce(linked).findings.filter((finding) => finding.file === file.path);
}
