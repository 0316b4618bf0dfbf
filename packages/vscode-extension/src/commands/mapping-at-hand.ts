import { type TextDocument, Uri, window, workspace } from "vscode";
import { shownName } from "../shown-name.js";

/**
 * The mapping file that a command is about: the one that it was called for (from the file tree, a lens, a test), else the
 * one in the active editor, else one that is chosen from all. Undefined where there is none, or nobody chooses.
 */
export async function mappingAtHand(given: unknown): Promise<TextDocument | undefined> {
  const uri = uriOf(given);
  if (uri !== null) return workspace.openTextDocument(uri);
  const visible = [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor?.document.languageId === "responses",
  );
  if (visible !== undefined) return visible.document;
  const files = await workspace.findFiles("**/*.responses", "**/node_modules/**");
  if (files.length === 0) {
    void window.showInformationMessage(
      'There is no mapping file here yet. "Responses: New Mapping File" makes one.',
    );
    return undefined;
  }
  const [only] = files;
  if (files.length === 1 && only !== undefined) return workspace.openTextDocument(only);
  const items = files
    .map((file) => ({ label: shownName(file), file }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const chosen = await window.showQuickPick(items, { title: "Which mapping file?" });
  return chosen === undefined ? undefined : workspace.openTextDocument(chosen.file);
}

function uriOf(given: unknown): Uri | null {
  if (given instanceof Uri) return given;
  return typeof given === "string" ? Uri.parse(given) : null;
}
