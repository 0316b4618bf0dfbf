import { dirname, relative, resolve } from "node:path";
import type { VerdictChange } from "@responses/dsl";
import { type AcceptedEntry, causesOf, fnvHash, writeAccepted } from "@responses/dsl/editor";
import { DISK, isInside, readAcceptedFile, withSlashes, writeAtomically } from "@responses/node-host";
import type { AcceptancePlace } from "./acceptance-place.js";
import type { ComparedFile } from "./compared-file.js";

/** What a run holds against the differences that somebody has accepted. */
export interface Acceptance {
  /** The file, as messages call it. */
  readonly path: string;
  /** Why a group of responses, or a mapping that came or went, is accepted; null where it is not. */
  readonly reasonOf: (difference: VerdictChange | ComparedFile) => string | null;
  /** Entries of this change whose difference does not occur: the change has become another, or is gone. */
  readonly expired: readonly AcceptedEntry[];
  /** Entries that the older side has, too, and whose difference does not occur: they were merged with it. */
  readonly merged: readonly AcceptedEntry[];
  /** What `--accept` wrote; null where nothing was to be written. */
  readonly written: WrittenAcceptance | null;
}

export interface WrittenAcceptance {
  readonly added: number;
  readonly kept: number;
  readonly removed: number;
}

/** The file of accepted differences of one run, read before anything is compared. */
export class AcceptedDifferences {
  /** The real file, absolute. */
  readonly place: string;
  readonly #place: AcceptancePlace;
  readonly #entries: readonly AcceptedEntry[];
  /** The fingerprints that the older side's file has. */
  readonly #older: ReadonlySet<string>;

  /** Throws a FileError where the file cannot be used, be it that of the older side. */
  constructor(place: AcceptancePlace) {
    this.#place = place;
    this.place = place.file;
    const path = this.#path;
    this.#entries = readAcceptedFile(DISK, place.file, path) ?? [];
    const { older } = place;
    const before =
      older === null ? null : readAcceptedFile(older.source, place.file, `${path} at ${older.name}`);
    this.#older = new Set((before ?? []).map(({ fingerprint }) => fingerprint));
  }

  get #path(): string {
    return withSlashes(relative(this.#place.folder, this.#place.file));
  }

  /** Whether it can make any difference. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Holds what differs against it. */
  heldAgainst(files: readonly ComparedFile[]): Acceptance {
    const found = this.#differencesOf(files);
    return this.#acceptance(files, this.#entries, found, null);
  }

  /**
   * Accepts all that differs for a reason, and takes out what occurs no more; entries of mappings that were not compared stay as they
   * are. Throws a FileError where it cannot be written.
   */
  accept(files: readonly ComparedFile[], reason: string): Acceptance {
    const found = this.#differencesOf(files);
    const { expired, merged } = this.#acceptance(files, this.#entries, found, null);
    const gone = new Set([...expired, ...merged]);
    const kept = this.#entries.filter((entry) => !gone.has(entry));
    const known = new Set(kept.map(({ fingerprint }) => fingerprint));
    const added = [...found.entries.values()].filter(({ fingerprint }) => !known.has(fingerprint));
    const entries = [...kept, ...added.map((entry) => ({ ...entry, reason }))];
    const isChanged = added.length > 0 || gone.size > 0;
    if (isChanged) writeAtomically(this.#place.file, writeAccepted(entries));
    const written = { added: added.length, kept: kept.length, removed: gone.size };
    return this.#acceptance(files, entries, found, isChanged ? written : null);
  }

  #acceptance(
    files: readonly ComparedFile[],
    entries: readonly AcceptedEntry[],
    found: Differences,
    written: WrittenAcceptance | null,
  ): Acceptance {
    const reasons = new Map(entries.map(({ fingerprint, reason }) => [fingerprint, reason]));
    const isDecided = this.#decidedIn(files);
    const absent = entries.filter(
      ({ fingerprint, mapping }) => !found.entries.has(fingerprint) && isDecided(mapping),
    );
    return {
      path: this.#path,
      reasonOf: (difference) => reasons.get(found.fingerprints.get(difference) ?? "") ?? null,
      expired: absent.filter(({ fingerprint }) => !this.#older.has(fingerprint)),
      merged: absent.filter(({ fingerprint }) => this.#older.has(fingerprint)),
      written,
    };
  }

  /** Tells of which mappings all differences are known. */
  #decidedIn(files: readonly ComparedFile[]): (mapping: string) => boolean {
    const isDecided = new Map<string, boolean>();
    for (const file of files) {
      for (const path of [file.before, file.after])
        if (path !== null) isDecided.set(this.#nameOf(path), isFileDecided(file));
    }
    const { isWhole, folder, file: place } = this.#place;
    return (mapping) =>
      // Of one that neither side has nothing can differ.
      isDecided.get(mapping) ?? (isWhole && isInside(folder, resolve(dirname(place), mapping)));
  }

  #differencesOf(files: readonly ComparedFile[]): Differences {
    const entries = new Map<string, AcceptedEntry>();
    const fingerprints = new Map<VerdictChange | ComparedFile, string>();
    const add = (difference: VerdictChange | ComparedFile, file: ComparedFile, cause: Cause): void => {
      const mapping = this.#nameOf(file.after ?? file.before ?? "");
      const { change, before, after } = cause;
      const fingerprint = fnvHash(JSON.stringify([mapping, change, before, after]));
      fingerprints.set(difference, fingerprint);
      entries.set(fingerprint, {
        fingerprint,
        mapping,
        change,
        before: before.join("; "),
        after: after.join("; "),
        reason: "",
      });
    };
    for (const file of files) {
      switch (file.kind) {
        case "added":
        case "removed":
          add(file, file, { change: `the mapping was ${file.kind}`, before: [], after: [] });
          break;
        case "compared": {
          const { changes } = file.comparison;
          if (changes.length === 0) break;
          const causeOf = causesOf(file.mappingBefore, file.mappingAfter);
          for (const change of changes) {
            const { from, to, before, after } = causeOf(change);
            add(change, file, { change: `${from} → ${to}`, before, after });
          }
          break;
        }
        case "refused":
        case "unreadable":
          break;
      }
    }
    return { entries, fingerprints };
  }

  /** What entries call a mapping. */
  #nameOf(path: string): string {
    const { folder, file } = this.#place;
    return withSlashes(relative(dirname(file), resolve(folder, path)));
  }
}

interface Cause {
  readonly change: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What differs: as entries without a reason, and which of them each difference is. */
interface Differences {
  readonly entries: ReadonlyMap<string, AcceptedEntry>;
  readonly fingerprints: ReadonlyMap<VerdictChange | ComparedFile, string>;
}

function isFileDecided(file: ComparedFile): boolean {
  switch (file.kind) {
    case "added":
    case "removed":
      return true;
    case "compared":
      return file.comparison.undecided.length === 0;
    case "refused":
    case "unreadable":
      return false;
  }
}
