import { canBeSuppressed, type Statement } from "@responses/dsl";
import type { ShownFinding } from "../../../workspace/analysis/analysed-document.js";
import { statementIndexAt, wordStart } from "../../../workspace/documents/mapping-document.js";
import { ACTION_KINDS, type ActionRequest, lineEndOf, type OfferedAction } from "../offered-action.js";
import { findingsAt } from "./quick-fixes.js";

/** For each name of the findings that the selection touches, the action that suppresses it in its statement. */
export function suppressionActions(request: ActionRequest): readonly OfferedAction[] {
  const actions = new Map<string, OfferedAction>();
  for (const shown of findingsAt(request)) {
    const statement = statementOf(shown, request);
    const { name } = shown.finding;
    // A suppression of what is wrong with a suppression would only add to it.
    if (statement === null || !canBeSuppressed(name) || name === "unused-suppression") continue;
    const key = `${name} ${statement.start}`;
    if (!actions.has(key)) actions.set(key, suppressionAction(shown, statement, request));
  }
  return [...actions.values()];
}

function statementOf({ finding }: ShownFinding, { document: { file } }: ActionRequest): Statement | null {
  return file.tree.statements[statementIndexAt(file, finding.span.start)] ?? null;
}

/** A comment line directly above the statement's word; the cursor goes where the reason is missing. */
function suppressionAction(
  shown: ShownFinding,
  statement: Statement,
  { document }: ActionRequest,
): OfferedAction {
  const { name } = shown.finding;
  const { source } = document.file.tree;
  const start = source.lineStart(source.lineAt(wordStart(statement)));
  const indentation = source.text.slice(start, wordStart(statement));
  const comment = `${indentation}# responses-ignore ${name}: `;
  return {
    title: `Ignore ${name} here, and say why`,
    kind: ACTION_KINDS.quickFix,
    resolves: [shown],
    isPreferred: false,
    change: {
      kind: "now",
      edits: [{ span: { start, end: start }, newText: comment + lineEndOf(source) }],
      cursor: comment.length,
      created: null,
    },
  };
}
