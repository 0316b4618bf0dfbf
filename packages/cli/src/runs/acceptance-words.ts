import type { VerdictChange } from "@responses/dsl";
import { type AcceptedEntry, meaningOf, verdictsInWords } from "@responses/dsl/editor";
import type { Acceptance, AcceptanceToWrite } from "./acceptance.js";
import type { ComparedFile } from "./compared-file.js";
import { partedChanges, reasonFor } from "./parted-changes.js";
import { typedCommand } from "./typed-command.js";

/** A group of responses that somebody has accepted, on one line; texts of files in it are as they are. */
export function acceptedInWords(
  change: VerdictChange,
  file: ComparedFile,
  acceptance: Acceptance | null,
): string {
  const reason = reasonFor(acceptance, file, change) ?? "";
  return `${meaningOf(change)}, ${verdictsInWords(change.verdictBefore, change.verdictAfter).join(" → ")}: ${reason}`;
}

/** What `--accept` wrote, as a line. */
export function writtenInWords(path: string, { added, kept, removed }: AcceptanceToWrite): string {
  return `wrote ${path} (${added} accepted, ${kept} kept, ${removed} taken out)`;
}

/** Entries that do not occur, and those that were merged, as sentences; texts of files in them are as they are. */
export function staleEntriesInWords({ path, args, expired, merged }: Acceptance): {
  readonly expired: readonly string[];
  readonly merged: readonly string[];
} {
  const named = ({ mapping, change, before, reason }: AcceptedEntry): string =>
    `${change} in ${mapping}${before === "" ? "" : `, of ${before}`} (${reason})`;
  return {
    expired: expired.map(
      (entry) =>
        `${path} accepts ${named(entry)}, which is not what this change does: ${typedCommand("diff", [...args, "--accept", "REASON"])} takes it out`,
    ),
    merged: merged.map(
      (entry) =>
        `${path} has ${named(entry)}, which was merged and accepts nothing any more: the next --accept takes it out`,
    ),
  };
}

/** What of a file is accepted, as sentences; texts of files in them are as they are. */
export function acceptedOfFile(file: ComparedFile, acceptance: Acceptance | null): readonly string[] {
  const name = file.after ?? file.before ?? "";
  const reason = reasonFor(acceptance, file);
  if (reason !== null) return [`accepted in ${name}, which was ${file.kind}: ${reason}`];
  if (file.kind !== "compared") return [];
  const { accepted } = partedChanges(file, acceptance);
  return accepted.comparison.changes.map(
    (change) => `accepted in ${name}: ${acceptedInWords(change, file, acceptance)}`,
  );
}
