import { type Uri, workspace } from "vscode";

/** What a file is called in sentences and lists: its path in the workspace. One that was never saved has its name alone. */
export function shownName(uri: Uri): string {
  return uri.scheme === "untitled" ? (uri.path.split("/").at(-1) ?? uri.path) : workspace.asRelativePath(uri);
}
