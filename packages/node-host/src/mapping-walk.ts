import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { FOLDERS_LEFT_OUT, isMappingFileName } from "@responses/dsl/editor";
import { reasonOf } from "./failure-reason.js";

/** What a walk comes upon. Paths are relative to where it begins, with `/` between their parts; empty for that folder itself. */
export type WalkStep =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "unlistable-folder"; readonly path: string; readonly reason: string }
  /** A file named like a mapping file. A link may lead anywhere, or nowhere. */
  | { readonly kind: "file" | "link"; readonly path: string };

/**
 * Walks through a folder and all below it for mapping files, in no particular order. `node_modules` and `.git` are left out,
 * and what `enters` refuses; symbolic links to folders are not followed.
 */
export async function* walkMappingFiles(
  folder: string,
  enters: (path: string) => boolean = () => true,
): AsyncGenerator<WalkStep> {
  const waiting = [""];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield { kind: "folder", path: next };
    const entries = await entriesOf(join(folder, next));
    if (typeof entries === "string") {
      yield { kind: "unlistable-folder", path: next, reason: entries };
      continue;
    }
    for (const entry of entries) {
      const path = next === "" ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!FOLDERS_LEFT_OUT.has(entry.name) && enters(path)) waiting.push(path);
      } else if (isMappingFileName(entry.name)) {
        if (entry.isFile()) yield { kind: "file", path };
        else if (entry.isSymbolicLink()) yield { kind: "link", path };
      }
    }
  }
}

/** The folder's entries, or why they can't be listed. */
async function entriesOf(folder: string): Promise<readonly Dirent[] | string> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return reasonOf(error);
  }
}
