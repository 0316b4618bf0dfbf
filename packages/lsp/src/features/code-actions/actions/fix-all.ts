import { applyFixes, check, type Linked } from "@responses/dsl";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import { textEdits } from "../../edits/text-edits.js";
import { changeBy, type DocumentChange } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { automaticFixOf } from "./quick-fixes.js";

/** The action for all certain fixes of a document, where it has any: what editors do when a file is saved. */
export function fixAllAction({ document }: ActionRequest): readonly OfferedAction[] {
  const isFixable = document.findings.some(
    ({ finding, brokenAt }) => brokenAt === null && automaticFixOf(finding) !== null,
  );
  if (!isFixable) return [];
  const title = "Make all the fixes that are certain";
  return [offer(title, ACTION_KINDS.fixAll, { kind: "fix-all" })];
}

/** A fix can make room for another; this many rounds are enough for any, and end a pair that would undo each other. */
const MOST_ROUNDS = 10;

/**
 * Makes all certain fixes, again and again until there are none left: what `responses check --fix` makes of the text. `relink`
 * says what a text would mean in the place of the document's; `pause` lets others have their turn.
 */
export async function fixAll(
  { file, settings }: AnalysedDocument,
  relink: (text: string) => Promise<Linked | null>,
  pause: () => Promise<void>,
): Promise<DocumentChange> {
  const before = file.tree.source.text;
  let text = before;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const linked = await relink(text);
    if (linked === null) break;
    await pause();
    const fixes = check(linked)
      .filter((finding) => finding.file === file.path && settings.config.severityOf(finding.name) !== "off")
      .flatMap((finding) => automaticFixOf(finding) ?? []);
    const fixed = applyFixes(text, fixes).text;
    if (fixed === text) break;
    text = fixed;
  }
  return changeBy(textEdits(before, text));
}
