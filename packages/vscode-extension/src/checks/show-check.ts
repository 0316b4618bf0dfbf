import { commands, ViewColumn, window } from "vscode";
import type { CheckPages } from "./check-pages.js";

/** Shows what a finding means and how to fix it, beside what is being worked on; asks which, where nobody says it. */
export async function showCheck(pages: CheckPages, given: unknown): Promise<void> {
  const name = typeof given === "string" ? given : await askWhich(await pages.names());
  if (name !== undefined) await commands.executeCommand("vscode.open", pages.uriOf(name), ViewColumn.Beside);
}

function askWhich(names: readonly string[]): Thenable<string | undefined> {
  return window.showQuickPick(names, { title: "What a finding means", placeHolder: "The finding's name" });
}
