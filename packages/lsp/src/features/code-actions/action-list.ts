import type { TextEdit } from "@responses/dsl";
import type { ShownFinding } from "../../workspace/analysis/analysed-document.js";
import { smallestEdit } from "../edits/text-edits.js";
import type { DocumentChange } from "./action-change.js";
import { addedRules } from "./actions/added-rule.js";
import { changedRules } from "./actions/changed-rule.js";
import { expectedVerdicts } from "./actions/expected-verdict.js";
import { extractionActions } from "./actions/extracted-rules.js";
import { fixAllAction } from "./actions/fix-all.js";
import { madeExampleActions, pastedExampleActions } from "./actions/made-example.js";
import { narrowedKeywords } from "./actions/narrowed-keyword.js";
import { quickFixes } from "./actions/quick-fixes.js";
import { suppressionActions } from "./actions/suppress-finding.js";
import { ACTION_KINDS, type ActionKind, type ActionRequest, type OfferedAction } from "./offered-action.js";

/** What gives actions, and of which kinds: it is not asked for others. */
const SOURCES: readonly {
  readonly kind: ActionKind;
  readonly actions: (request: ActionRequest) => readonly OfferedAction[];
}[] = [
  { kind: ACTION_KINDS.quickFix, actions: pastedExampleActions },
  { kind: ACTION_KINDS.quickFix, actions: changedRules },
  { kind: ACTION_KINDS.quickFix, actions: quickFixes },
  { kind: ACTION_KINDS.quickFix, actions: addedRules },
  { kind: ACTION_KINDS.quickFix, actions: suppressionActions },
  { kind: ACTION_KINDS.quickFix, actions: expectedVerdicts },
  { kind: ACTION_KINDS.rewriteKeyword, actions: narrowedKeywords },
  { kind: ACTION_KINDS.makeExample, actions: madeExampleActions },
  { kind: ACTION_KINDS.extractInclude, actions: extractionActions },
  { kind: ACTION_KINDS.fixAll, actions: fixAllAction },
];

/**
 * All that can be done at the selection, of the kinds that `isWanted`; nothing is offered twice, and of what would mend the same finding
 * the first alone can be preferred.
 */
export function actionsFor(
  request: ActionRequest,
  isWanted: (kind: ActionKind) => boolean,
): readonly OfferedAction[] {
  const seen = new Set<string>();
  const preferred = new Set<ShownFinding>();
  const { text } = request.document.file.tree.source;
  return SOURCES.filter(({ kind }) => isWanted(kind))
    .flatMap(({ actions }) => actions(request))
    .filter(({ change, title }) => {
      const key = JSON.stringify(change.kind === "now" ? effectOf(change, text) : [change, title]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((action) => {
      if (!action.isPreferred) return action;
      const isLater = action.resolves.length > 0 && action.resolves.every((shown) => preferred.has(shown));
      for (const shown of action.resolves) preferred.add(shown);
      return isLater ? { ...action, isPreferred: false } : action;
    });
}

/** What the edits change, and none of what they replace by itself. */
function effectOf({ edits }: DocumentChange, text: string): readonly TextEdit[] {
  return edits.map(({ span: { start, end }, newText }) =>
    smallestEdit(start, text.slice(start, end), newText),
  );
}

/** Whether a client that asks for some kinds wants one: a kind stands for all that begin with it. Null asks for all. */
export function isKindWanted(kind: string, only: readonly string[] | null): boolean {
  return (
    only === null || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`))
  );
}
