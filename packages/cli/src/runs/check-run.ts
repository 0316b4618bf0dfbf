import { check, type Finding, messageOf, type Severity, type SourceText } from "@responses/dsl";
import type { UsageError } from "../exit-codes.js";
import type { LoadedMapping, MappingFiles } from "../mapping-files.js";
import type { ProjectConfigs } from "../project-config.js";
import { Progress } from "../terminal/progress.js";
import { fixFile } from "./fix-file.js";
import { eachPath, type Inputs } from "./inputs.js";

/** A finding as it is shown: with the severity that its project gives to it. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly message: string;
}

export interface CheckReport {
  /** How many mapping files were read, and what is in them. */
  readonly files: number;
  readonly rules: number;
  readonly examples: number;
  readonly findings: readonly ReportedFinding[];
  /** How many fixes were made, in how many files. */
  readonly fixes: number;
  readonly fixedFiles: number;
  /** Why files could not be read or written. */
  readonly problems: readonly UsageError[];
  readonly sourceOf: (path: string) => SourceText;
}

/** Checks all mapping files of a run; with `fix`, makes the automatic fixes in them first. */
export function runCheck(inputs: Inputs, fix: boolean): CheckReport {
  const { files, configs, found } = inputs;
  let fixes = 0;
  let fixedFiles = 0;
  const fixing = new Progress("mending", found.paths.length);
  const unwritable = !fix
    ? []
    : eachPath({ ...inputs, found: { ...found, problems: [] } }, (path) => {
        fixing.step(path);
        const made = fixFile(path, inputs);
        fixes += made;
        if (made > 0) fixedFiles++;
      });
  fixing.end();
  const collected = new CollectedFindings(configs);
  let read = 0;
  let rules = 0;
  let examples = 0;
  const checking = new Progress("checking", found.paths.length);
  const unreadable = eachPath(inputs, (path) => {
    checking.step(path);
    const mapping = files.load(path);
    collected.add(check(mapping.linked));
    read++;
    rules += countOf(mapping, "rule");
    examples += countOf(mapping, "example");
  });
  checking.end();
  const problems = distinct([...unwritable, ...unreadable]);
  const findings = collected.inOrder();
  return { files: read, rules, examples, findings, fixes, fixedFiles, problems, sourceOf: sourcesOf(files) };
}

/** Findings of several mappings, each once: an included file's are found again with every file that includes it. */
export class CollectedFindings {
  readonly #configs: ProjectConfigs;
  readonly #byFile = new Map<string, Map<string, ReportedFinding>>();

  constructor(configs: ProjectConfigs) {
    this.#configs = configs;
  }

  /** Takes findings in, but for those that their project has switched off. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const severity = this.#configs.severityOf(finding.name, finding.file);
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
  return (path) => files.read(path).tree.source;
}

export function countOf({ file }: LoadedMapping, kind: "rule" | "example"): number {
  return file.models.filter((model) => model.kind === kind).length;
}

function distinct(problems: readonly UsageError[]): readonly UsageError[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
