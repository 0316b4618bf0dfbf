import { STARTER_FILE } from "@responses/dsl/editor";
import { Position, Uri, WorkspaceEdit, window, workspace } from "vscode";

/** Opens a new mapping file with something to begin with. It is stored when its author saves it. */
export async function newFile(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const document =
    folder === undefined
      ? await workspace.openTextDocument({ language: "responses", content: STARTER_FILE })
      : await openNew(await freeName(folder.uri));
  await window.showTextDocument(document);
}

async function openNew(uri: Uri) {
  const document = await workspace.openTextDocument(uri.with({ scheme: "untitled" }));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), STARTER_FILE);
  await workspace.applyEdit(edit);
  return document;
}

/** `new.responses`, or the next such name that nothing has in the folder. */
async function freeName(folder: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, number === 1 ? "new.responses" : `new-${number}.responses`);
    const isOpen = workspace.textDocuments.some((document) => document.uri.path === uri.path);
    if (!isOpen && !(await exists(uri))) return uri;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
