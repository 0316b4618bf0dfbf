import type { Tree } from "@responses/dsl";
import { groupBy } from "@responses/dsl/editor";
import type { ProjectFiles } from "@responses/node-host";
import { baselinedFindings, partlyNewMessage } from "./baselined-findings.js";
import type { ReportedFinding } from "./collected-findings.js";

/** Findings by whether the baseline of their file has them; each part in its order. */
export interface PartedFindings {
  /** Those that count. */
  readonly reported: readonly ReportedFinding[];
  readonly baselined: readonly ReportedFinding[];
}

/** Parts what was found; throws a FileError where a baseline cannot be used. */
export function partByBaseline(
  findings: readonly ReportedFinding[],
  projects: Pick<ProjectFiles, "baselineOf">,
  treeOf: (path: string) => Tree,
): PartedFindings {
  const reported: ReportedFinding[] = [];
  const baselined: ReportedFinding[] = [];
  for (const [path, own] of groupBy(findings, ({ finding }) => finding.file)) {
    const found = projects.baselineOf(path);
    const entries = found === null ? [] : found.baseline.entriesOf(found.fileOf(path));
    const known = baselinedFindings(
      own.map(({ finding }) => finding),
      entries,
      treeOf(path),
    );
    for (const one of own) {
      const fresh = known.get(one.finding);
      if (fresh === undefined) reported.push(one);
      else if (fresh.length === 0) baselined.push(one);
      else reported.push({ ...one, message: partlyNewMessage(one.message, fresh) });
    }
  }
  return { reported, baselined };
}
