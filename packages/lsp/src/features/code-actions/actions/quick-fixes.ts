import { applyFixes, type Finding, type FindingName, type Fix } from "@responses/dsl";
import type { AnalysedDocument, ShownFinding } from "../../../workspace/analysis/analysed-document.js";
import { textEdits } from "../../edits/text-edits.js";
import { changeBy, type DocumentChange } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";

/** The fixes of the findings that the selection touches: those that are certain first. */
export function quickFixes(request: ActionRequest): readonly OfferedAction[] {
  const fixes = findingsAt(request).flatMap((shown) => shown.finding.fixes.map((fix) => ({ shown, fix })));
  const certain = fixes.filter(({ fix }) => fix.kind === "automatic");
  const suggested = fixes.filter(({ fix }) => fix.kind === "suggested");
  const names = new Set(certain.map(({ shown }) => shown.finding.name));
  return [
    ...certain.map(({ shown, fix }) => quickFix(shown, fix)),
    ...suggested.map(({ shown, fix }) => quickFix(shown, fix)),
    ...[...names].flatMap((name) => fixAllOf(name, request.document)),
  ];
}

/** Of more findings nobody chooses a fix from a list. */
const MOST_FINDINGS = 20;

/** The first findings that the selection touches; the cursor touches what stands on either side of it. */
export function findingsAt({ document, span }: ActionRequest): readonly ShownFinding[] {
  return document.findings
    .filter(({ finding }) => finding.span.start <= span.end && finding.span.end >= span.start)
    .slice(0, MOST_FINDINGS);
}

function quickFix(shown: ShownFinding, fix: Fix): OfferedAction {
  return {
    ...offer(fix.title, ACTION_KINDS.quickFix, changeBy(fix.edits), [shown]),
    isPreferred: fix === preferredFixOf(shown.finding),
  };
}

/** A certain fix; of an example that fails the one that all examples of the file speak for. */
function preferredFixOf(finding: Finding): Fix | null {
  return finding.name === "example-fails" ? (finding.fixes[0] ?? null) : automaticFixOf(finding);
}

/** One action for all findings of a name that have a certain fix, where there are several. */
function fixAllOf(name: FindingName, document: AnalysedDocument): readonly OfferedAction[] {
  const { length } = automaticallyFixable(document, name);
  if (length < 2) return [];
  const title = `Fix all ${length} of these in the file (${name})`;
  return [offer(title, ACTION_KINDS.quickFix, { kind: "mend-all", name })];
}

/** The certain fixes of all findings of a name. */
export function fixAllNamed(document: AnalysedDocument, name: FindingName): DocumentChange {
  const { text } = document.file.tree.source;
  const fixes = automaticallyFixable(document, name).flatMap(({ finding }) => automaticFixOf(finding) ?? []);
  return changeBy(textEdits(text, applyFixes(text, fixes).text));
}

function automaticallyFixable({ findings }: AnalysedDocument, name: FindingName): readonly ShownFinding[] {
  return findings.filter(({ finding }) => finding.name === name && automaticFixOf(finding) !== null);
}

/** The fix that `responses check --fix` would make. */
export function automaticFixOf({ fixes }: Finding): Fix | null {
  return fixes.find(({ kind }) => kind === "automatic") ?? null;
}
