import type { FindingName, SourceText, Span, TextEdit } from "@responses/dsl";
import type { AnalysedDocument, ShownFinding } from "../../workspace/analysis/analysed-document.js";

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

/** What an action does: known at once, or worked out when it is chosen. */
export type ActionChange = DocumentChange | LaterChange;

/** Edits of the document itself, and perhaps a new file. */
export interface DocumentChange {
  readonly kind: "now";
  readonly edits: readonly TextEdit[];
  /** Where the cursor belongs afterwards: an offset in the text of the only edit; null for where it is. */
  readonly cursor: number | null;
  readonly created: { readonly uri: string; readonly text: string } | null;
}

/** A change that takes a while to work out, as the data from which to do so. It goes to the client and back as JSON. */
export type LaterChange =
  | { readonly kind: "fix-all" }
  | { readonly kind: "mend-all"; readonly name: FindingName }
  | { readonly kind: "make-example"; readonly span: Span }
  | { readonly kind: "extract-include"; readonly span: Span };

/** Edits and nothing else. */
export function changeBy(edits: readonly TextEdit[]): DocumentChange {
  return { kind: "now", edits, cursor: null, created: null };
}

/** The line end of a text's first line: what is added gets the same. */
export function lineEndOf(source: SourceText): string {
  return source.text.slice(source.lineEnd(0), source.lineStart(1)) || "\n";
}
