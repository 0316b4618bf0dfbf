import { TabInputText, type TextDocument, Uri, window, workspace } from "vscode";
import { isMapping } from "../client/mapping-places.js";
import { shownName } from "../shown-name.js";
import { newFile } from "./new-file.js";

/**
 * The mapping file that a command is about: the one that it was called for (from the file tree, a lens, a test), else the
 * one in the active editor, else the only one that is open behind something else, such as the walkthrough, else one that is
 * chosen from all. Undefined where there is none, or nobody chooses.
 */
export async function mappingAtHand(given: unknown): Promise<TextDocument | undefined> {
  const uri = uriOf(given);
  if (uri !== null) return workspace.openTextDocument(uri);
  const visible = [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor !== undefined && isMapping(editor.document),
  );
  if (visible !== undefined) return visible.document;
  const open = openMappings();
  const [only] = open;
  if (open.length === 1 && only !== undefined) return workspace.openTextDocument(only);
  return chosen([...open, ...(await workspace.findFiles("**/*.responses", "**/node_modules/**"))]);
}

/** The mapping files in tabs, also those that nobody has saved yet. */
function openMappings(): readonly Uri[] {
  const mappings = workspace.textDocuments.filter(isMapping);
  const tabs = window.tabGroups.all.flatMap(({ tabs }) => tabs);
  return mappings
    .map(({ uri }) => uri)
    .filter((uri) =>
      tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
    );
}

async function chosen(found: readonly Uri[]): Promise<TextDocument | undefined> {
  const files = [...new Map(found.map((file) => [file.toString(), file])).values()];
  const [only] = files;
  if (only === undefined) {
    void offerNewFile();
    return undefined;
  }
  if (files.length === 1) return workspace.openTextDocument(only);
  const items = files
    .map((file) => ({ label: shownName(file), file }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const choice = await window.showQuickPick(items, { title: "Which mapping file?" });
  return choice === undefined ? undefined : workspace.openTextDocument(choice.file);
}

async function offerNewFile(): Promise<void> {
  const make = "New Mapping File";
  const answer = await window.showInformationMessage("There is no mapping file here yet.", make);
  if (answer === make) await newFile();
}

function uriOf(given: unknown): Uri | null {
  if (given instanceof Uri) return given;
  return typeof given === "string" ? Uri.parse(given) : null;
}
