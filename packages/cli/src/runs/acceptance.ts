import { dirname, resolve } from "node:path";
import type { Rule, VerdictChange } from "@responses/dsl";
import { type AcceptedEntry, type ChangeCause, causesOf, fnvHash, ruleAt } from "@responses/dsl/editor";
import { isInside } from "@responses/node-host";
import { lineOf } from "@responses/reporting";
import { type AcceptedEntries, nameInEntries } from "./accepted-entries.js";
import type { ComparedFile, ComparedResult } from "./compared-file.js";

/** What of a comparison is accepted. */
export interface Acceptance {
  /** The file, as messages call it. */
  readonly path: string;
  /** The arguments of `responses diff` that make the same comparison again. */
  readonly args: readonly string[];
  /** Why a difference is accepted, by its key. */
  readonly reasons: ReadonlyMap<DifferenceKey, string>;
  /** Entries of this change whose difference does not occur: the change has become another, or is gone. */
  readonly expired: readonly AcceptedEntry[];
  /** Entries that the older side has, too: they were merged with it, and accept nothing any more. */
  readonly merged: readonly AcceptedEntry[];
  /** Of the places that were to be accepted alone those at which nothing differs. */
  readonly unmet: readonly string[];
  /** What `--accept` has to write; null where the file stays as it is. */
  readonly toWrite: AcceptanceToWrite | null;
}

export interface AcceptanceToWrite {
  readonly entries: readonly AcceptedEntry[];
  readonly added: number;
  readonly kept: number;
  readonly removed: number;
}

/** What a difference is called in one run: equal for equal differences, be they copies. */
export type DifferenceKey = string;

/** The key of a mapping that came or went, or of the responses of a mapping that two rules decide. */
export function differenceKey(
  { before, after }: Pick<ComparedFile, "before" | "after">,
  deciders: Pick<VerdictChange, "before" | "after"> | null = null,
): DifferenceKey {
  const mapping = after ?? before;
  return JSON.stringify(deciders === null ? [mapping] : [mapping, deciders.before, deciders.after]);
}

/** What is to be accepted: all that differs, or what differs at some places. */
export interface ToAccept {
  readonly reason: string;
  /**
   * The groups that a rule decides now, as `FILE:LINE`; those that none decides and a rule did, as `before:FILE:LINE`; a mapping that
   * came or went, as `FILE`. Null for all.
   */
  readonly only: readonly string[] | null;
}

/**
 * Holds what differs against what is accepted.
 *
 * @param files those that entries name have been compared as a whole
 * @param toAccept what is to be accepted besides; entries that do not occur are taken out then, and those of mappings that were not
 *   compared stay. Null where nothing is
 */
export function decideAcceptance(
  known: AcceptedEntries,
  files: readonly ComparedFile[],
  toAccept: ToAccept | null,
): Acceptance {
  const found = differencesIn(files, known);
  const isDecided = decidedIn(files, known);
  const ofDecided = known.entries.filter(({ mapping }) => isDecided(mapping));
  const merged = ofDecided.filter(({ fingerprint }) => known.merged.has(fingerprint));
  const expired = ofDecided.filter(
    ({ fingerprint }) => !known.merged.has(fingerprint) && !found.entries.has(fingerprint),
  );
  const decided = (entries: readonly AcceptedEntry[]) => ({
    path: known.path,
    args: known.args,
    reasons: reasonsOf(entries, found),
  });
  if (toAccept === null) return { ...decided(known.entries), expired, merged, unmet: [], toWrite: null };
  const { reason, only } = toAccept;
  const isWanted = (fingerprint: string): boolean =>
    only === null || only.some((place) => found.places.get(place)?.has(fingerprint) === true);
  const gone = new Set([...expired, ...merged]);
  const kept = known.entries.filter((entry) => !gone.has(entry));
  const keptFingerprints = new Set(kept.map(({ fingerprint }) => fingerprint));
  const added = [...found.entries.values()].filter(
    ({ fingerprint }) => !keptFingerprints.has(fingerprint) && isWanted(fingerprint),
  );
  const entries = [...kept, ...added.map((entry) => ({ ...entry, reason }))];
  const toWrite = { entries, added: added.length, kept: kept.length, removed: gone.size };
  const isChanged = added.length > 0 || gone.size > 0;
  const unmet = (only ?? []).filter((place) => !found.places.has(place));
  return { ...decided(entries), expired: [], merged: [], unmet, toWrite: isChanged ? toWrite : null };
}

/** What differs: as entries without a reason, by their fingerprints, and the fingerprint of each difference. */
interface Differences {
  readonly entries: ReadonlyMap<string, AcceptedEntry>;
  readonly fingerprints: ReadonlyMap<DifferenceKey, string>;
  /** By the place by which a person names it, those of what differs there. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

function reasonsOf(
  entries: readonly AcceptedEntry[],
  { fingerprints }: Differences,
): ReadonlyMap<DifferenceKey, string> {
  const reasons = new Map(entries.map(({ fingerprint, reason }) => [fingerprint, reason]));
  return new Map(
    [...fingerprints].flatMap(([key, fingerprint]) => {
      const reason = reasons.get(fingerprint);
      return reason === undefined ? [] : [[key, reason] as const];
    }),
  );
}

/** Tells of which mappings all differences are known. */
function decidedIn(files: readonly ComparedFile[], { place }: AcceptedEntries): (mapping: string) => boolean {
  const isDecided = new Map<string, boolean>();
  for (const file of files) {
    for (const path of [file.before, file.after])
      if (path !== null) isDecided.set(nameInEntries(place, path), isFileDecided(file));
  }
  const { coversFolder, folder } = place;
  return (mapping) =>
    // Of one that neither side has nothing can differ.
    isDecided.get(mapping) ?? (coversFolder && isInside(folder, resolve(dirname(place.file), mapping)));
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

function differencesIn(files: readonly ComparedFile[], { place, merged }: AcceptedEntries): Differences {
  const entries = new Map<string, AcceptedEntry>();
  const fingerprints = new Map<DifferenceKey, string>();
  const places = new Map<string, Set<string>>();
  const add = (
    file: ComparedFile,
    key: DifferenceKey,
    cause: Omit<ChangeCause, "from" | "to">,
    change: string,
    named: string,
  ): void => {
    const mapping = nameInEntries(place, file.after ?? file.before ?? "");
    const { before, after, passed } = cause;
    const fingerprint = unmergedFingerprint([mapping, change, before, after, passed], merged);
    fingerprints.set(key, fingerprint);
    places.set(named, (places.get(named) ?? new Set()).add(fingerprint));
    // That a rule moved is not to be seen in what it says.
    const isMoved = passed.length > 0 && before.length > 0 && after.length > 0;
    const now = isMoved ? [...after, `now on the other side of ${passed.join("; ")}`] : after;
    const texts = { before: before.join("; "), after: now.join("; ") };
    entries.set(fingerprint, { fingerprint, mapping, change, ...texts, reason: "" });
  };
  for (const file of files) {
    switch (file.kind) {
      case "added":
      case "removed":
        add(
          file,
          differenceKey(file),
          { before: [], after: [], passed: [] },
          `the mapping was ${file.kind}`,
          file.after ?? file.before ?? "",
        );
        break;
      case "compared": {
        const { changes } = file.comparison;
        if (changes.length === 0) break;
        const causeOf = causesOf(file.mappingBefore, file.mappingAfter);
        for (const change of changes) {
          const cause = causeOf(change);
          add(
            file,
            differenceKey(file, change),
            cause,
            `${cause.from} → ${cause.to}`,
            placeOfGroup(change, file),
          );
        }
        break;
      }
      case "refused":
      case "unreadable":
        break;
    }
  }
  return { entries, fingerprints, places };
}

/** How a person names a group: by where the rule stands that decides it now, or else by where the one stood that did. */
function placeOfGroup(
  { before, after }: VerdictChange,
  { mappingBefore, mappingAfter }: ComparedResult,
): string {
  const placeOf = (rule: Rule): string => `${rule.file.path}:${lineOf(rule)}`;
  const now = ruleAt(mappingAfter, after);
  if (now !== null) return placeOf(now);
  // Another rule can stand in its line now.
  const old = ruleAt(mappingBefore, before);
  return old === null ? mappingAfter.file.path : `before:${placeOf(old)}`;
}

/** The fingerprint of a difference: one that was merged and comes again, since it was taken back, has another each time. */
function unmergedFingerprint(difference: readonly unknown[], merged: ReadonlySet<string>): string {
  for (let time = 1; ; time++) {
    const fingerprint = fnvHash(JSON.stringify(time === 1 ? difference : [...difference, time]));
    if (!merged.has(fingerprint)) return fingerprint;
  }
}
