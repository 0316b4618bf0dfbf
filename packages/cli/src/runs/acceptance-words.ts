import type { VerdictChange } from "@responses/dsl";
import { type AcceptedEntry, meaningOf, verdictsInWords } from "@responses/dsl/editor";
import type { Acceptance } from "./acceptance.js";
import type { ComparedFile, ComparedResult } from "./compared-file.js";

/** Why a difference is accepted; null where it is not. */
export function reasonFor(
  difference: VerdictChange | ComparedFile,
  acceptance: Acceptance | null,
): string | null {
  return acceptance?.reasonOf(difference) ?? null;
}

/** The changes of a file that nobody has accepted, and those that somebody has. */
export function partedChanges(
  { comparison }: ComparedResult,
  acceptance: Acceptance | null,
): { readonly open: readonly VerdictChange[]; readonly accepted: readonly VerdictChange[] } {
  const isOpen = (change: VerdictChange): boolean => reasonFor(change, acceptance) === null;
  const { changes } = comparison;
  return { open: changes.filter(isOpen), accepted: changes.filter((change) => !isOpen(change)) };
}

/** A group of responses that somebody has accepted, on one line; texts of files in it are as they are. */
export function acceptedInWords(change: VerdictChange, acceptance: Acceptance | null): string {
  const reason = reasonFor(change, acceptance) ?? "";
  return `${meaningOf(change)}, ${verdictsInWords(change.verdictBefore, change.verdictAfter).join(" → ")}: ${reason}`;
}

/** What `--accept` wrote, as a line; none where it wrote nothing. */
export function writtenInWords({ path, written }: Acceptance): readonly string[] {
  if (written === null) return [];
  const { added, kept, removed } = written;
  return [`wrote ${path} (${added} accepted, ${kept} kept, ${removed} taken out)`];
}

/** Entries that do not occur, as sentences; texts of files in them are as they are. */
export function staleEntriesInWords({ path, expired, merged }: Acceptance): {
  readonly expired: readonly string[];
  readonly merged: readonly string[];
} {
  const named = ({ mapping, change, before, reason }: AcceptedEntry): string =>
    `${change} in ${mapping}${before === "" ? "" : `, of ${before}`} (${reason})`;
  return {
    expired: expired.map(
      (entry) =>
        `${path} accepts ${named(entry)}, which is not what this change does: responses diff --accept REASON takes it out`,
    ),
    merged: merged.map(
      (entry) => `${path} accepts ${named(entry)}, which is merged: the next --accept takes it out`,
    ),
  };
}

/** What of a file is accepted, as sentences; texts of files in them are as they are. */
export function acceptedOfFile(file: ComparedFile, acceptance: Acceptance | null): readonly string[] {
  const name = file.after ?? file.before ?? "";
  const reason = reasonFor(file, acceptance);
  if (reason !== null) return [`accepted in ${name}, which was ${file.kind}: ${reason}`];
  if (file.kind !== "compared") return [];
  const { accepted } = partedChanges(file, acceptance);
  return accepted.map((change) => `accepted in ${name}: ${acceptedInWords(change, acceptance)}`);
}
