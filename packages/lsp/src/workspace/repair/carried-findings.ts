import type { Finding } from "@responses/dsl";
import { fixWithLazyKind } from "@responses/dsl/editor";
import type { UsableMapping } from "./usable-mapping.js";

/**
 * What was found in the repaired text and is not found in the text as it is (`current`), at its place there. Of a statement
 * that is broken nothing is carried over: what was found in its stand-in is nowhere in the text.
 */
export function carriedFindings(
  findings: readonly Finding[],
  usable: UsableMapping,
  current: readonly Finding[],
): readonly Finding[] {
  const known = new Set(current.map(keyOf));
  return findings.flatMap((finding) => {
    const moved = findingInCurrentText(finding, usable);
    return moved === null || known.has(keyOf(moved)) ? [] : [moved];
  });
}

function keyOf({ name, file, span }: Finding): string {
  return `${name} ${span.start} ${span.end} ${file}`;
}

function findingInCurrentText(finding: Finding, usable: UsableMapping): Finding | null {
  const own = usable.mapping.file.path;
  if (finding.file !== own) return null;
  const span = usable.currentSpan(finding.span);
  if (span === null) return null;
  const related = finding.related.flatMap((place) => {
    if (place.file !== own) return [place];
    const moved = usable.currentSpan(place.span);
    return moved === null ? [] : [{ ...place, span: moved }];
  });
  const fixes = finding.fixes.flatMap((fix) => {
    const edits = fix.edits.flatMap(({ span: at, newText }) => {
      const moved = usable.currentSpan(at);
      return moved === null ? [] : [{ span: moved, newText }];
    });
    return edits.length === fix.edits.length ? [fixWithLazyKind(fix, edits, () => fix.kind)] : [];
  });
  return { ...finding, span, related, fixes };
}
