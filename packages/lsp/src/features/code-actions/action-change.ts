import type { FindingName, Span, TextEdit } from "@responses/dsl";
import type { ExampleStates } from "@responses/dsl/editor";

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
  | { readonly kind: "make-example"; readonly span: Span; readonly states: ExampleStates }
  | { readonly kind: "extract-include"; readonly span: Span };

/** Edits and nothing else. */
export function changeBy(edits: readonly TextEdit[]): DocumentChange {
  return { kind: "now", edits, cursor: null, created: null };
}
