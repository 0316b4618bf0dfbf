import type { Statement } from "@responses/dsl";
import { canBeSuppressed, lineEndOf } from "@responses/dsl/editor";
import type { ShownFinding } from "../../../workspace/analysis/analysed-document.js";
import { statementAt, wordStart } from "../../../workspace/documents/statement-places.js";
import { changeBy } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
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
  return statementAt(file, finding.span.start);
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
  const inserted = changeBy([{ span: { start, end: start }, newText: comment + lineEndOf(source) }]);
  const change = { ...inserted, cursor: comment.length };
  return offer(`Ignore ${name} here, and say why`, ACTION_KINDS.quickFix, change, [shown]);
}
