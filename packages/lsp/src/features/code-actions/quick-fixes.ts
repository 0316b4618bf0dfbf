import { applyFixes, type Finding, type FindingName, type Fix } from "@responses/dsl";
import type { AnalysedDocument, ShownFinding } from "../../workspace/analysed-document.js";
import {
  ACTION_KINDS,
  type ActionRequest,
  changeBy,
  type DocumentChange,
  type OfferedAction,
} from "./offered-action.js";
import { textEdits } from "./text-edits.js";

/** The fixes of the findings that the selection touches: those that are certain first. */
export function quickFixes(request: ActionRequest): readonly OfferedAction[] {
  const fixes = findingsAt(request).flatMap((shown) => shown.finding.fixes.map((fix) => ({ shown, fix })));
  const certain = fixes.filter(({ fix }) => fix.kind === "automatic");
  const suggested = fixes.filter(({ fix }) => fix.kind === "suggested");
  const names = new Set(certain.map(({ shown }) => shown.finding.name));
  return [
    ...certain.map(({ shown, fix }) => quickFix(shown, fix)),
    ...suggested.map(({ shown, fix }) => quickFix(shown, fix)),
    ...[...names].flatMap((name) => mendAllOf(name, request.document)),
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
    title: fix.title,
    kind: ACTION_KINDS.quickFix,
    mends: [shown],
    isPreferred: fix === certainFixOf(shown.finding),
    change: changeBy(fix.edits),
  };
}

/** One action for all findings of a name that have a certain fix, where there are several. */
function mendAllOf(name: FindingName, document: AnalysedDocument): readonly OfferedAction[] {
  const { length } = certainlyMended(document, name);
  if (length < 2) return [];
  const title = `Mend all ${length} of these in the file (${name})`;
  return [
    { title, kind: ACTION_KINDS.quickFix, mends: [], isPreferred: false, change: { kind: "mend-all", name } },
  ];
}

/** The certain fixes of all findings of a name. */
export function mendAll(document: AnalysedDocument, name: FindingName): DocumentChange {
  const { text } = document.file.tree.source;
  const fixes = certainlyMended(document, name).flatMap(({ finding }) => certainFixOf(finding) ?? []);
  return changeBy(textEdits(text, applyFixes(text, fixes).text));
}

function certainlyMended({ findings }: AnalysedDocument, name: FindingName): readonly ShownFinding[] {
  return findings.filter(({ finding }) => finding.name === name && certainFixOf(finding) !== null);
}

/** The fix that `responses check --fix` would make. */
export function certainFixOf({ fixes }: Finding): Fix | null {
  return fixes.find(({ kind }) => kind === "automatic") ?? null;
}
