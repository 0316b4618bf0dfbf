import { commands, Uri, window, workspace } from "vscode";
import type { VirtualDocuments } from "../virtual-documents.js";
import { checkPages } from "./check-page.js";

/** Shows what a finding means and how to mend it; asks which, where nobody says it. */
export async function showCheck(extension: Uri, pages: VirtualDocuments, given: unknown): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, "docs/checks.md"));
  const all = checkPages(new TextDecoder().decode(bytes));
  const name = typeof given === "string" ? given : await askWhich([...all.keys()]);
  if (name === undefined) return;
  const page = all.get(name);
  if (page === undefined) {
    void window.showErrorMessage(`Responses knows no finding that is called ${name}.`);
    return;
  }
  const uri = pages.write(`${name}.md`, `${page}\n`);
  try {
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    // Markdown's preview is an extension of the editor's own, which can be turned off.
    await pages.showBeside(uri);
  }
}

function askWhich(names: readonly string[]): Thenable<string | undefined> {
  return window.showQuickPick(names, { title: "What a finding means", placeHolder: "The finding's name" });
}
