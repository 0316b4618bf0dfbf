import type { Linked } from "@responses/dsl";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { ActionChange, DocumentChange } from "./action-change.js";
import { extractRules } from "./actions/extracted-rules.js";
import { fixAll } from "./actions/fix-all.js";
import { makeExample } from "./actions/made-example.js";
import { fixAllNamed } from "./actions/quick-fixes.js";

/** What working out a change needs beyond the document. */
export interface WorkspaceAccess {
  /** What a text would mean in the place of the document's. */
  relink(text: string): Promise<Linked | null>;
  /** Whether there is a file. */
  isTaken(uri: string): Promise<boolean>;
  /** Lets others have their turn. */
  pause(): Promise<void>;
}

/** The edits that an action stands for; null where there is nothing left to do. */
export async function resolveChange(
  change: ActionChange,
  document: AnalysedDocument,
  { relink, isTaken, pause }: WorkspaceAccess,
): Promise<DocumentChange | null> {
  switch (change.kind) {
    case "now":
      return change;
    case "fix-all":
      return fixAll(document, relink, pause);
    case "mend-all":
      return fixAllNamed(document, change.name);
    case "make-example":
      return makeExample(document, change.span, change.states, relink);
    case "extract-include":
      return extractRules(document, change.span, isTaken);
  }
}
