import { resolve } from "node:path";
import { listed } from "@responses/dsl/editor";
import { isProblem } from "../terminal/usage-error.js";
import type { AcceptedEntries } from "./accepted-entries.js";
import { changedProjects, type ProjectNote } from "./changed-projects.js";
import type { Pair } from "./compared-pairs.js";
import type { Side, Sides } from "./compared-sides.js";
import { typedCommand } from "./typed-command.js";
import { uncommittedFiles } from "./uncommitted-files.js";

/** What somebody should know who takes the run for more than it is. */
export type DiffNote =
  /** Both sides are one commit. */
  | { readonly kind: "same-commit" }
  | ProjectNote
  /** The older side's file of accepted differences cannot be used. */
  | { readonly kind: "unusable-accepted"; readonly name: string }
  /** Mapping files of the working tree are not as they are in the commit that was compared; these arguments compare them. */
  | { readonly kind: "uncommitted"; readonly files: readonly string[]; readonly args: readonly string[] };

/** Files that a note names. */
const NAMED_FILES = 3;

/** A note as a sentence; names of files in it are as they are. */
export function noteInWords(note: DiffNote, { after }: { readonly after: Pick<Side, "commit"> }): string {
  switch (note.kind) {
    case "same-commit":
      return `both sides are the same commit (${after.commit?.slice(0, 10) ?? ""}), so nothing can differ between them`;
    case "project-file":
      return note.inPlaceOf === null
        ? `${note.path} changed: ${note.changes.join("; ")}`
        : `${note.path} holds in place of ${note.inPlaceOf} now: ${note.changes.join("; ")}`;
    case "unusable-accepted":
      return `${note.name} cannot be used: which differences were accepted before is not known, and entries that accept nothing here count as merged`;
    case "uncommitted": {
      const { files, args } = note;
      const more = files.length - NAMED_FILES;
      const named = [...files.slice(0, NAMED_FILES), ...(more > 0 ? [`${more} more`] : [])];
      return `what is not committed was not compared (${listed(named)}): ${typedCommand("diff", args)} compares the working tree`;
    }
  }
}

/** What is to be said of a comparison besides what it came to, once it has been made. */
export async function notesOf(
  sides: Sides,
  pairs: readonly Pair[],
  accepted: AcceptedEntries | null,
): Promise<readonly DiffNote[]> {
  const { before, after } = sides;
  const isOneCommit = before.commit !== null && before.commit === after.commit;
  const unusable = accepted?.unusable ?? null;
  return [
    ...(isOneCommit ? [{ kind: "same-commit" } as const] : []),
    ...(unusable === null ? [] : [{ kind: "unusable-accepted", name: unusable } as const]),
    ...(await uncommitted(sides)),
    ...changedProjects(sides, pairs),
  ];
}

async function uncommitted({ after, checkedOut, ofWorkingTree }: Sides): Promise<readonly DiffNote[]> {
  if (checkedOut === null) return [];
  const inCommit = new Map(after.found.paths.map((path) => [path, filesBelow(after, path)]));
  const files = await uncommittedFiles(checkedOut, inCommit);
  return files.length === 0 ? [] : [{ kind: "uncommitted", files, args: ofWorkingTree }];
}

/** The file itself where it is not known what it stands on, since something can't be read. */
function filesBelow({ files }: Side, path: string): Iterable<string> {
  try {
    return files.filesOf(path);
  } catch (error) {
    if (isProblem(error)) return [resolve(path)];
    throw error;
  }
}
