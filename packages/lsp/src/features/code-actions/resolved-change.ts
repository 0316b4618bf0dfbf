import type { Linked } from "@responses/dsl";
import type { AnalysedDocument } from "../../workspace/analysed-document.js";
import { extractRules } from "./extracted-rules.js";
import { fixAll } from "./fix-all.js";
import { makeExample } from "./made-example.js";
import type { ActionChange, DocumentChange } from "./offered-action.js";
import { mendAll } from "./quick-fixes.js";

/** What working out a change needs beyond the document. */
export interface Surroundings {
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
  { relink, isTaken, pause }: Surroundings,
): Promise<DocumentChange | null> {
  switch (change.kind) {
    case "now":
      return change;
    case "fix-all":
      return fixAll(document, relink, pause);
    case "mend-all":
      return mendAll(document, change.name);
    case "make-example":
      return makeExample(document, change.span, relink);
    case "extract-include":
      return extractRules(document, change.span, isTaken);
  }
}
