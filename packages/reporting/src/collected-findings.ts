import { type Finding, messageOf, type Severity, type SourceText, type Tree } from "@responses/dsl";
import type { MappingFiles, ProjectFiles } from "@responses/node-host";

/** A finding as it is shown: with the severity that its project gives to it. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly message: string;
}

/** Findings of several mappings, each once: an included file's are found again with every file that includes it. */
export class CollectedFindings {
  readonly #projects: Pick<ProjectFiles, "severityOf">;
  readonly #byFile = new Map<string, Map<string, ReportedFinding>>();

  constructor(projects: Pick<ProjectFiles, "severityOf">) {
    this.#projects = projects;
  }

  /** Takes findings in, but for those that their project has switched off. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const severity = this.#projects.severityOf(finding.name, finding.file);
      if (severity === "off") continue;
      const message = messageOf(finding);
      const known = this.#byFile.get(finding.file) ?? new Map<string, ReportedFinding>();
      this.#byFile.set(finding.file, known);
      const key = `${finding.span.start} ${finding.span.end} ${finding.name} ${message}`;
      if (!known.has(key)) known.set(key, { finding, severity, message });
    }
  }

  /** File by file, in order of place. */
  inOrder(): readonly ReportedFinding[] {
    return [...this.#byFile.values()].flatMap((findings) =>
      [...findings.values()].sort((a, b) => a.finding.span.start - b.finding.span.start),
    );
  }
}

export function countSeverity(findings: readonly ReportedFinding[], severity: Severity): number {
  return findings.filter((reported) => reported.severity === severity).length;
}

/** Gives the text of any file that a finding is about. */
export function sourcesOf(files: MappingFiles): (path: string) => SourceText {
  return (path) => treesOf(files)(path).source;
}

/** Gives the syntax tree of any file that a finding is about. */
export function treesOf(files: MappingFiles): (path: string) => Tree {
  return (path) => files.read(path).tree;
}
