import { dirname, relative, resolve } from "node:path";
import { type AcceptedEntry, writeAccepted } from "@responses/dsl/editor";
import {
  DISK,
  FileError,
  type FileSource,
  readAcceptedFile,
  readBefore,
  rewriteInProject,
  untilUnchanged,
  withSlashes,
} from "@responses/node-host";
import type { AcceptancePlace } from "./acceptance-place.js";

/** What somebody has accepted before a run, as the files of both sides say. */
export interface AcceptedEntries {
  readonly place: AcceptancePlace;
  /** The file, as messages call it. */
  readonly path: string;
  readonly entries: readonly AcceptedEntry[];
  /** The arguments of `responses diff` that make the same comparison with the same file again. */
  readonly args: readonly string[];
  /** What the older side's file has: it was merged, and accepts nothing any more. Nothing where that file cannot be used. */
  readonly mergedEntries: readonly AcceptedEntry[];
  /** The fingerprints of these. */
  readonly merged: ReadonlySet<string>;
  /** What the older side's file is called where it cannot be used: which entries were merged is not known then. */
  readonly unusable: string | null;
}

/**
 * Reads them. What is wrong with the older side's file cannot be mended there, and keeps nobody from mending it.
 *
 * @param args the arguments of the comparison
 * @throws {FileError} where the newer side's file cannot be used
 */
export function readAcceptedEntries(place: AcceptancePlace, args: readonly string[]): AcceptedEntries {
  const { file, folder, older } = place;
  const path = withSlashes(relative(folder, file));
  const entries = readAcceptedFile(DISK, file, path) ?? [];
  const before = older === null ? [] : olderEntries(older.source, file, `${path} at ${older.name}`);
  const [merged, unusable] = typeof before === "string" ? [[], before] : [before, null];
  return {
    place,
    path,
    args,
    entries,
    mergedEntries: merged,
    merged: new Set(merged.map(({ fingerprint }) => fingerprint)),
    unusable,
  };
}

/** What the older side's file has, or its name where it cannot be used. */
function olderEntries(source: FileSource, file: string, name: string): readonly AcceptedEntry[] | string {
  try {
    return readAcceptedFile(source, file, name) ?? [];
  } catch (error) {
    if (error instanceof FileError) return name;
    throw error;
  }
}

/** What becomes other in the file; what else stands in it stays. */
export interface AcceptanceToWrite {
  readonly added: readonly AcceptedEntry[];
  readonly removed: readonly AcceptedEntry[];
}

/** How many entries a file has after it was written, and how many less. */
export interface WrittenEntries {
  readonly added: number;
  readonly kept: number;
  readonly removed: number;
}

/**
 * Writes the file anew: as it is now, since another run may have written into it meanwhile, but for what becomes other. Throws a FileError where
 * it cannot be written; what was there stays, then.
 */
export function writeAcceptedEntries(
  { place, path }: Pick<AcceptedEntries, "place" | "path">,
  { added, removed }: AcceptanceToWrite,
): WrittenEntries {
  const gone = new Set(removed.map(({ fingerprint }) => fingerprint));
  return untilUnchanged(() => {
    const before = readBefore(place.file);
    const entries = readAcceptedFile(DISK, place.file, path) ?? [];
    const kept = entries.filter(({ fingerprint }) => !gone.has(fingerprint));
    const known = new Set(kept.map(({ fingerprint }) => fingerprint));
    const missing = added.filter(({ fingerprint }) => !known.has(fingerprint));
    rewriteInProject(relative("", place.file), before, writeAccepted([...kept, ...missing]));
    return { added: missing.length, kept: kept.length, removed: entries.length - kept.length };
  });
}

/** What entries call a mapping. */
export function nameInEntries({ folder, file }: AcceptancePlace, path: string): string {
  return withSlashes(relative(dirname(file), resolve(folder, path)));
}

/** Whether there are entries for a mapping that can accept something. */
export function hasEntriesFor({ place, entries, merged }: AcceptedEntries, path: string): boolean {
  const name = nameInEntries(place, path);
  return entries.some(({ mapping, fingerprint }) => mapping === name && !merged.has(fingerprint));
}
