import { counted, isMappingFileName, listed, PROJECT_FILE } from "@responses/dsl/editor";
import type { Narrowing } from "../runs/inputs.js";

/** What project files leave out, as the end of what a run has done; nothing for nothing. */
export function leftOutInWords(paths: readonly string[]): string {
  const files = paths.filter((path) => isMappingFileName(path.slice(path.lastIndexOf("/") + 1))).length;
  const folders = paths.length - files;
  if (paths.length === 0) return "";
  const counts = [
    ...(files === 0 ? [] : [counted(files, "file")]),
    ...(folders === 0 ? [] : [counted(folders, "folder")]),
  ];
  return `; ${listed(counts)} ${paths.length === 1 ? "is" : "are"} left out by ${PROJECT_FILE}`;
}

/** Deleted files that are named. */
const NAMED_DELETED = 3;

/** What a run did not look at, though somebody may think so: what was deleted since the revision that it was narrowed by, and what is left out. */
export function absentInWords({
  narrowing,
  leftOut,
}: {
  readonly narrowing: Narrowing | null;
  readonly leftOut: readonly string[];
}): string {
  const deleted = narrowing?.deleted ?? [];
  const more = deleted.length - NAMED_DELETED;
  const gone = [...deleted.slice(0, NAMED_DELETED), ...(more > 0 ? [`${more} more`] : [])];
  const words = gone.length === 0 ? "" : `; ${listed(gone)} ${deleted.length === 1 ? "was" : "were"} deleted`;
  return `${words}${leftOutInWords(leftOut)}`;
}
