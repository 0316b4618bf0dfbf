import { OUTCOMES } from "@responses/dsl/editor";
import { commands, Range, Selection, type TextDocument, window } from "vscode";
import { mappingAtHand } from "./mapping-at-hand.js";

/**
 * Shows the preview of a rule: of the one at the cursor where the mapping has the focus, else of the first. VS Code's own command
 * for it does nothing where no editor has the focus, as in the walkthrough.
 */
export async function showPreview(): Promise<void> {
  const document = await mappingAtHand(undefined);
  if (document === undefined) return;
  const isActive = window.activeTextEditor?.document === document;
  const column = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const editor = await window.showTextDocument(document, {
    preview: false,
    ...(column === undefined ? {} : { viewColumn: column }),
  });
  const line = firstRule(document);
  if (!isActive && line !== null) {
    editor.selection = new Selection(line, 0, line, 0);
    editor.revealRange(new Range(line, 0, line, 0));
  }
  await commands.executeCommand("editor.action.showHover");
}

/** The line on which the first rule begins. */
function firstRule(document: TextDocument): number | null {
  for (let line = 0; line < document.lineCount; line++) {
    const text = document.lineAt(line).text.trimStart();
    if (OUTCOMES.some((outcome) => text.startsWith(`${outcome} `))) return line;
  }
  return null;
}
