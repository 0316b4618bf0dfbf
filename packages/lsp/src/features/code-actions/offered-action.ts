import type { Span } from "@responses/dsl";
import type { AnalysedDocument, ShownFinding } from "../../workspace/analysis/analysed-document.js";
import type { ActionChange } from "./action-change.js";

/** The kinds of action, as the protocol names them; the last parts say what of ours it is. */
export const ACTION_KINDS = {
  quickFix: "quickfix",
  makeExample: "refactor.extract.example",
  extractInclude: "refactor.extract.include",
  rewriteKeyword: "refactor.rewrite.keyword",
  fixAll: "source.fixAll.responses",
} as const;

export type ActionKind = (typeof ACTION_KINDS)[keyof typeof ACTION_KINDS];

/** What the editor asks about. */
export interface ActionRequest {
  readonly document: AnalysedDocument;
  /** What is selected, or where the cursor stands. */
  readonly span: Span;
  /** Whether somebody waits for the list, and not just the editor for whether there is one. */
  readonly isAskedFor: boolean;
}

/** Something that can be done to a document, to be chosen by a person. */
export interface OfferedAction {
  readonly title: string;
  readonly kind: ActionKind;
  /** The findings at the selection that it fixes or suppresses. */
  readonly resolves: readonly ShownFinding[];
  /** Whether there is hardly another way to fix it: it leaves the meaning as it is, or every example speaks for it. */
  readonly isPreferred: boolean;
  readonly change: ActionChange;
}

/** An action that is one way among others; `resolves` are the findings at the selection that it fixes or suppresses. */
export function offer(
  title: string,
  kind: ActionKind,
  change: ActionChange,
  resolves: readonly ShownFinding[] = [],
): OfferedAction {
  return { title, kind, resolves, isPreferred: false, change };
}
