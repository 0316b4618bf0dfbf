import type { Finding, FindingName, Span } from "@responses/dsl";
import { analyseAtOnce } from "@responses/dsl/editor";
import { MappingFiles, ProjectFiles } from "@responses/node-host";
import {
  baselinedFindings,
  CollectedFindings,
  findingGroups,
  type ReportedFinding,
} from "@responses/reporting";

/** What a new example brings that a file had not before, and where that is. */
export interface ExampleDoubt extends ReportedFinding {
  /** From 1, in the file with the example; null where it is the example itself. */
  readonly line: number | null;
}

/** What says of a file that there could be more of it: the first example of a file brings that, and no doubt of its own. */
const SAYS_WHAT_IS_MISSING: ReadonlySet<FindingName> = new Set(["unchecked-capture", "untested-rule"]);

/**
 * What is doubtful about an example that was made of a response: the findings that its file has with it and not without. Two analyses of
 * the file.
 *
 * @param before the file as it was read
 * @param after the same with the example, and where that is
 */
export function exampleDoubts(
  path: string,
  before: Uint8Array,
  after: { readonly text: string; readonly example: Span },
): readonly ExampleDoubt[] {
  const { text, example } = after;
  const [old, now] = [analysed(path, before), analysed(path, new TextEncoder().encode(text))];
  const known = findingGroups(old.findings, old.tree).map(({ name, fingerprint, findings }) => ({
    name,
    fingerprint,
    count: findings.length,
  }));
  const asBefore = baselinedFindings(now.findings, known, now.tree);
  const collected = new CollectedFindings(new ProjectFiles(process.cwd()));
  collected.add(
    now.findings.filter(
      (finding) => asBefore.get(finding)?.length !== 0 && !SAYS_WHAT_IS_MISSING.has(finding.name),
    ),
  );
  return collected.inOrder().map((reported) => {
    const { span } = reported.finding;
    const isExample = span.start >= example.start && span.start < example.end;
    return { ...reported, line: isExample ? null : now.tree.source.lineAt(span.start) + 1 };
  });
}

function analysed(path: string, content: Uint8Array) {
  const files = new MappingFiles(process.cwd());
  files.provide(path, content);
  const { linked, file } = files.load(path);
  const findings: readonly Finding[] = analyseAtOnce(linked).findings;
  return { tree: file.tree, findings: findings.filter((finding) => finding.file === file.path) };
}
