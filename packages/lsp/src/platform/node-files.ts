import { LARGEST_SOURCE } from "@responses/dsl/editor";
import { IncludeBounds, readRegularFile, realPathOf, walkMappingFiles } from "@responses/node-host";
import { URI, Utils } from "vscode-uri";
import type { FileSource } from "../workspace/files/file-source.js";

let bounds = new IncludeBounds(process.cwd());

/** Paths of files by their URIs, null for what is no file of the machine: where mappings are linked, each is asked for again and again. */
const paths = new Map<string, string | null>();

function pathOf(uri: string): string | null {
  const known = paths.get(uri);
  if (known !== undefined) return known;
  const { scheme, fsPath } = URI.parse(uri);
  const path = scheme === "file" ? fsPath : null;
  paths.set(uri, path);
  return path;
}

/** The files of the machine; other schemes than `file` lead nowhere. */
export const nodeFiles: FileSource = {
  async read(uri) {
    const file = URI.parse(uri);
    if (file.scheme !== "file") return null;
    const read = await readRegularFile(file.fsPath, LARGEST_SOURCE);
    switch (read.kind) {
      case "bytes":
        return read.bytes;
      case "too-large":
        // The language says of it that it is.
        return read.start;
      case "missing":
      case "no-file":
      case "impossible":
      case "unreadable":
        return null;
    }
  },
  async listMappingFiles(folder) {
    const root = URI.parse(folder);
    if (root.scheme !== "file") return [];
    const found: string[] = [];
    for await (const step of walkMappingFiles(root.fsPath)) {
      // What a link leads to is listed where it is, if that is in a folder of the editor.
      if (step.kind === "file") found.push(Utils.joinPath(root, step.path).toString());
    }
    return found.sort();
  },
  mayInclude(from, path) {
    const [own, other] = [pathOf(from), pathOf(path)];
    return own === null || other === null || bounds.mayInclude(realPathOf(own), realPathOf(other));
  },
  forgetBounds() {
    bounds = new IncludeBounds(process.cwd());
    paths.clear();
  },
};
