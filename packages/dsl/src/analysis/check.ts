import type { ExampleResult } from "../examples/run-examples.js";
import type { Finding } from "../findings/finding.js";
import type { Linked } from "../model/link.js";
import { AnalysedMapping } from "./analysed-mapping.js";
import { CHECKS } from "./checks.js";
import { applySuppressions } from "./suppressions.js";

/**
 * All findings of a mapping: those of reading it and the files that it includes, and, unless they refuse it, what the
 * checks say about its own file. In order of place, the mapping's own file first. Who has run the mapping's examples
 * already passes what `runExamples` gave, and they are not run again.
 */
export function check(linked: Linked, results?: readonly ExampleResult[]): readonly Finding[] {
  const { file, included } = linked.kind === "mapping" ? linked.mapping : linked;
  const found = [...linked.findings];
  if (linked.kind === "mapping") {
    const analysed = new AnalysedMapping(linked.mapping, results);
    for (const run of Object.values(CHECKS)) {
      for (const finding of run(analysed)) found.push(finding);
    }
  }
  const files = { file, included: included.map((other) => other.file) };
  const left = applySuppressions(files, found, linked.kind === "refused");
  return [...left].sort((a, b) => compareFindings(a, b, file.path));
}

function compareFindings(a: Finding, b: Finding, own: string): number {
  if (a.file !== b.file) {
    if (a.file === own) return -1;
    if (b.file === own) return 1;
    return a.file < b.file ? -1 : 1;
  }
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
