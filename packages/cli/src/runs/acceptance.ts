import { dirname, resolve } from "node:path";
import type { Rule, VerdictChange } from "@responses/dsl";
import { type AcceptedEntry, causesOf, meaningKeyOf, ruleAt } from "@responses/dsl/editor";
import { isInside } from "@responses/node-host";
import { lineOf } from "@responses/reporting";
import {
  type AcceptableDifference,
  acceptableDifferences,
  coveringEntries,
  type FoundDifference,
  groupDifference,
} from "./acceptable-difference.js";
import { type AcceptanceToWrite, type AcceptedEntries, nameInEntries } from "./accepted-entries.js";
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

/** What becomes of the entries: what differs is accepted besides, all of it or at some places, or nothing is. Either way those that accept nothing go. */
export type ToAccept = Accepting | { readonly kind: "prune" };

export interface Accepting {
  readonly kind: "accept";
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
  const all = [...found.differences.values()];
  const isDecided = decidedIn(files, known);
  const coveringKnown = coveringEntries(known.entries);
  const occurring = new Set(
    all.flatMap((difference) => coveringKnown(difference).map(({ fingerprint }) => fingerprint)),
  );
  const ofDecided = known.entries.filter(({ mapping }) => isDecided(mapping));
  // Where nobody can tell what was merged, what does not occur may have been.
  const isMerged = ({ fingerprint }: AcceptedEntry): boolean =>
    known.merged.has(fingerprint) || (known.unusable !== null && !occurring.has(fingerprint));
  const merged = ofDecided.filter(isMerged);
  const expired = ofDecided.filter((entry) => !isMerged(entry) && !occurring.has(entry.fingerprint));
  const decided = (entries: readonly AcceptedEntry[]) => ({
    path: known.path,
    args: known.args,
    reasons: reasonsOf(entries, found),
  });
  if (toAccept === null) return { ...decided(known.entries), expired, merged, unmet: [], toWrite: null };
  const isWanted = (fingerprint: string): boolean =>
    toAccept.kind === "accept" &&
    (toAccept.only === null ||
      toAccept.only.some((place) => found.places.get(place)?.has(fingerprint) === true));
  const gone = new Set([...expired, ...merged]);
  const kept = known.entries.filter((entry) => !gone.has(entry));
  const coveringKept = coveringEntries(kept);
  const added = all.filter(
    (difference) => coveringKept(difference).length === 0 && isWanted(difference.entry.fingerprint),
  );
  const reason = toAccept.kind === "accept" ? toAccept.reason : "";
  const toWrite = { added: added.map(({ entry }) => ({ ...entry, reason })), removed: [...gone] };
  const isChanged = added.length > 0 || gone.size > 0;
  const only = toAccept.kind === "accept" ? (toAccept.only ?? []) : [];
  const unmet = only.filter((place) => !found.places.has(place));
  return {
    ...decided([...kept, ...toWrite.added]),
    expired: [],
    merged: [],
    unmet,
    toWrite: isChanged ? toWrite : null,
  };
}

/** What differs. */
interface Differences {
  /** By the fingerprint of the entry that accepts it. */
  readonly differences: ReadonlyMap<string, AcceptableDifference>;
  readonly byKey: ReadonlyMap<DifferenceKey, AcceptableDifference>;
  /** By the place by which a person names it, the fingerprints of what differs there. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

function reasonsOf(
  entries: readonly AcceptedEntry[],
  { byKey }: Differences,
): ReadonlyMap<DifferenceKey, string> {
  const covering = coveringEntries(entries);
  return new Map(
    [...byKey].flatMap(([key, difference]) => {
      const [entry] = covering(difference);
      return entry === undefined ? [] : [[key, entry.reason] as const];
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

function differencesIn(
  files: readonly ComparedFile[],
  { place, mergedEntries }: AcceptedEntries,
): Differences {
  const differences = new Map<string, AcceptableDifference>();
  const byKey = new Map<DifferenceKey, AcceptableDifference>();
  const places = new Map<string, Set<string>>();
  const acceptableIn = acceptableDifferences(mergedEntries);
  const add = (file: ComparedFile, key: DifferenceKey, found: FoundDifference, named: string): void => {
    const difference = acceptableIn(nameInEntries(place, file.after ?? file.before ?? ""), found);
    const { fingerprint } = difference.entry;
    byKey.set(key, difference);
    places.set(named, (places.get(named) ?? new Set()).add(fingerprint));
    differences.set(fingerprint, difference);
  };
  for (const file of files) {
    switch (file.kind) {
      case "added":
      case "removed": {
        const content = file.mapping === null ? null : meaningKeyOf(file.mapping);
        const change = `the mapping was ${file.kind}`;
        const found = { ...NO_STATEMENTS, change, content };
        add(file, differenceKey(file), found, file.after ?? file.before ?? "");
        break;
      }
      case "compared": {
        const { changes } = file.comparison;
        if (file.leftOut === "after") {
          const found = { ...NO_STATEMENTS, change: "the mapping is left out now", content: null };
          add(file, differenceKey(file), found, file.after ?? file.before ?? "");
        }
        if (changes.length === 0) break;
        const causeOf = causesOf(file.mappingBefore, file.mappingAfter);
        for (const change of changes)
          add(
            file,
            differenceKey(file, change),
            groupDifference(causeOf(change)),
            placeOfGroup(change, file),
          );
        break;
      }
      case "refused":
      case "unreadable":
        break;
    }
  }
  return { differences, byKey, places };
}

const NO_STATEMENTS = { before: [], after: [], letThrough: [], kept: [] };

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
