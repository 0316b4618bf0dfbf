import { readdir, readFile, stat } from "node:fs/promises";
import { LARGEST_SOURCE } from "@responses/dsl";
import { URI, Utils } from "vscode-uri";
import type { FileSource } from "../workspace/files/file-source.js";

/** Folders in which nobody keeps mapping files of their own. */
const LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** The files of the machine; other schemes than `file` lead nowhere. */
export const nodeFiles: FileSource = {
  async read(uri) {
    const file = URI.parse(uri);
    if (file.scheme !== "file") return null;
    try {
      const found = await stat(file.fsPath);
      // A device may never end, and a pipe never begin.
      if (!found.isFile()) return null;
      // A file that is too large is told by its first bytes; the rest need not be read.
      return found.size > LARGEST_SOURCE ? new Uint8Array(LARGEST_SOURCE + 1) : await readFile(file.fsPath);
    } catch {
      return null;
    }
  },
  async listMappingFiles(folder) {
    const root = URI.parse(folder);
    if (root.scheme !== "file") return [];
    const found: string[] = [];
    const waiting = [root];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const entry of await entriesOf(next.fsPath)) {
        const uri = Utils.joinPath(next, entry.name);
        if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) waiting.push(uri);
        else if (entry.isFile() && entry.name.endsWith(".responses")) found.push(uri.toString());
      }
    }
    return found.sort();
  },
};

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
