import { STARTER_FILE } from "@responses/dsl";
import { window, workspace } from "vscode";

/** Opens a new mapping file with something to begin with. It is saved when its author wants. */
export async function newFile(): Promise<void> {
  const document = await workspace.openTextDocument({ language: "responses", content: STARTER_FILE });
  await window.showTextDocument(document);
}
