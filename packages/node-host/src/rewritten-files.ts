import { dirname } from "node:path";
import { type ReadBefore, rewriteAtomically } from "./atomic-write.js";
import { FileError } from "./file-error.js";
import { IncludeBounds, LEADS_OUT } from "./include-bounds.js";
import { withSlashes } from "./paths.js";
import { clearLeftovers } from "./temporary-files.js";

/**
 * Writes a file of the project that was read before, such as a mapping. One that holds its content already is left alone; all the same, what
 * runs that were killed have left beside it is removed. Throws a FileError where it cannot be written, holds something else by now, or is a
 * symbolic link that leads out of the project's folders: what is there is not the project's to change.
 */
export function rewriteInProject(path: string, before: ReadBefore, content: string | Uint8Array): void {
  if (before !== null && Buffer.from(content).equals(before)) {
    clearLeftovers(dirname(path));
    return;
  }
  refuseLinkOut(path);
  rewriteAtomically(path, before, content);
}

/** Throws a FileError where writing a file would go through a symbolic link out of the project's folders. */
export function refuseLinkOut(path: string): void {
  if (!new IncludeBounds(process.cwd()).leadsOut(path)) return;
  throw new FileError({ kind: "cannot-write", path: withSlashes(path), reason: LEADS_OUT });
}
