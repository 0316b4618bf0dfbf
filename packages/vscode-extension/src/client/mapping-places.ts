import { type TextDocument, type Uri, workspace } from "vscode";

/*
 * A document of the language need not be a mapping of somebody's: VS Code also shows what a rename would make, the text of a commit, the
 * middle of a merge, each as a document of a scheme of its own, which has no neighbours to include and is gone when it is closed.
 */

/** Where files lie, or are about to be: the disk, one that was never saved, repositories and folders elsewhere. */
const SCHEMES = [
  "file",
  "untitled",
  "vscode-remote",
  "vscode-local",
  "vscode-vfs",
  "vscode-test-web",
  "vsls",
  "memfs",
];

/** The schemes that files can have here: those of the folders that are open, too, whatever these are. */
export function schemesOfFiles(): ReadonlySet<string> {
  return new Set([...SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
}

/** The documents that the server is told of, and asked about. */
export function mappingSelector(): { readonly language: string; readonly scheme: string }[] {
  return [...schemesOfFiles()].map((scheme) => ({ language: "responses", scheme }));
}

/** Whether a mapping can lie at an address. */
export function isMappingPlace({ scheme }: Uri): boolean {
  return schemesOfFiles().has(scheme);
}

/** Whether a document is a mapping of somebody's. */
export function isMapping({ languageId, uri }: TextDocument): boolean {
  return languageId === "responses" && isMappingPlace(uri);
}
