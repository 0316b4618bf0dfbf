import type { Tree } from "@responses/dsl";
import { normalisedStatement } from "@responses/dsl/editor";
import { fingerprintOf, type ReportedFinding, regionOf } from "@responses/reporting";
import type { Annotation } from "./annotation.js";

/** A finding, and how many equal ones stand before it, which a run that tells of all need not know. */
type CountedFinding = ReportedFinding & { readonly equalBefore?: number };

/** Findings as annotations, one each and in their order. */
export function findingAnnotations(
  findings: readonly CountedFinding[],
  treeOf: (path: string) => Tree,
): readonly Annotation[] {
  return findings.map(({ finding, severity, message, equalBefore }) => {
    const { name, file, span, related, fixes } = finding;
    const tree = treeOf(file);
    const { source } = tree;
    return {
      kind: name,
      level: severity,
      message,
      file,
      region: regionOf(source, span),
      related: related.map((place) => ({
        file: place.file,
        region: regionOf(treeOf(place.file).source, place.span),
        message: place.message,
      })),
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ region: regionOf(source, edit.span), newText: edit.newText })),
      })),
      fingerprint: fingerprintOf(name, normalisedStatement(tree, span.start)),
      number: equalBefore ?? null,
      reason: null,
    };
  });
}
