import { dirname, join, resolve } from "node:path";
import { ACCEPTED_FILE, PROJECT_FILE } from "@responses/dsl/editor";
import { DISK, type FileSource, isInside, realPathOf } from "@responses/node-host";

/** Where the accepted differences of a comparison are. */
export interface AcceptancePlace {
  /** The file, absolute; it need not be there. */
  readonly file: string;
  /** Where relative paths start. */
  readonly folder: string;
  /** Whether all mapping files in that folder and below are compared. */
  readonly isWhole: boolean;
  /** The older side, whose own file tells what was merged; null where it can have none. */
  readonly older: { readonly source: FileSource; readonly name: string } | null;
}

/**
 * Where a repository has its file of accepted differences: the nearest one upwards, or else, for one that is to be written, beside the
 * nearest project file, or at the root.
 */
export function acceptedFileIn(root: string, folder: string): string {
  const folders = foldersUpTo(realPathOf(root), realPathOf(folder));
  const nearest = (name: string): string | undefined =>
    folders.find((one) => DISK.whatIsAt(join(one, name)).kind !== "missing");
  return join(nearest(ACCEPTED_FILE) ?? nearest(PROJECT_FILE) ?? root, ACCEPTED_FILE);
}

/** A folder and those above it, up to the root. */
function foldersUpTo(root: string, folder: string): readonly string[] {
  const own = resolve(folder);
  if (!isInside(root, own)) return [root];
  return own === root ? [own] : [own, ...foldersUpTo(root, dirname(own))];
}
