import { dirname, relative, resolve } from "node:path";
import { type AcceptedEntry, writeAccepted } from "@responses/dsl/editor";
import { DISK, readAcceptedFile, withSlashes, writeAtomically } from "@responses/node-host";
import type { AcceptancePlace } from "./acceptance-place.js";

/** What somebody has accepted before a run, as the files of both sides say. */
export interface AcceptedEntries {
  readonly place: AcceptancePlace;
  /** The file, as messages call it. */
  readonly path: string;
  readonly entries: readonly AcceptedEntry[];
  /** The arguments of `responses diff` that make the same comparison with the same file again. */
  readonly args: readonly string[];
  /** What the older side's file has: it was merged, and accepts nothing any more. */
  readonly mergedEntries: readonly AcceptedEntry[];
  /** The fingerprints of these. */
  readonly merged: ReadonlySet<string>;
}

/**
 * Reads them.
 *
 * @param args the arguments of the comparison
 * @throws {FileError} where the file cannot be used, be it that of the older side
 */
export function readAcceptedEntries(place: AcceptancePlace, args: readonly string[]): AcceptedEntries {
  const { file, folder, older } = place;
  const path = withSlashes(relative(folder, file));
  const entries = readAcceptedFile(DISK, file, path) ?? [];
  const before = older === null ? null : readAcceptedFile(older.source, file, `${path} at ${older.name}`);
  return {
    place,
    path,
    args,
    entries,
    mergedEntries: before ?? [],
    merged: new Set((before ?? []).map(({ fingerprint }) => fingerprint)),
  };
}

/** Writes the file anew. Throws a FileError where it cannot be written; what was there stays, then. */
export function writeAcceptedEntries({ place }: AcceptedEntries, entries: readonly AcceptedEntry[]): void {
  writeAtomically(place.file, writeAccepted(entries));
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
