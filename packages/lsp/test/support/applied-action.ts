import { applyFixes, type Span } from "@responses/dsl";
import type { DocumentChange } from "../../src/features/code-actions/action-change.js";
import { actionsFor, isKindWanted } from "../../src/features/code-actions/action-list.js";
import type { OfferedAction } from "../../src/features/code-actions/offered-action.js";
import { resolveChange } from "../../src/features/code-actions/resolved-change.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import type { Workspace } from "../../src/workspace/workspace.js";

/** What is offered at a place to somebody who asks for it. */
export function offeredAt(
  document: AnalysedDocument,
  span: Span,
  only: readonly string[] | null = null,
): readonly OfferedAction[] {
  return actionsFor({ document, span, isAskedFor: true }, (kind) => isKindWanted(kind, only));
}

/** The change that an action makes; each offered one must make one. */
export async function changeOf(
  action: OfferedAction,
  document: AnalysedDocument,
  workspace: Workspace,
): Promise<DocumentChange> {
  const change = await resolveChange(action.change, document, {
    relink: (text) => workspace.linkText(document.uri, text),
    isTaken: (uri) => workspace.exists(uri),
    pause: () => workspace.nextTurn(),
  });
  if (change === null) throw new Error(`${action.title} is offered and does nothing`);
  return change;
}

/** The text after a change, whose edits must not overlap. */
export function textAfter({ file }: AnalysedDocument, { edits }: DocumentChange): string {
  const { text } = file.tree.source;
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  inOrder.forEach(({ span }, index) => {
    const next = inOrder[index + 1];
    if (next !== undefined && next.span.start < span.end) throw new Error("two edits overlap");
  });
  const fixed = applyFixes(text, [{ title: "", kind: "automatic", edits: inOrder }]);
  return fixed.text;
}
