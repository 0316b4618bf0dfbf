import type { VerdictChange } from "@responses/dsl";
import { type AcceptedEntry, counted, meaningOf, verdictsInWords } from "@responses/dsl/editor";
import type { Acceptance } from "./acceptance.js";
import type { WrittenEntries } from "./accepted-entries.js";
import type { ComparedFile } from "./compared-file.js";
import { reasonFor } from "./parted-changes.js";
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
export function writtenInWords(path: string, { added, kept, removed }: WrittenEntries): string {
  return `wrote ${path} (${added} accepted, ${kept} kept, ${removed} taken out)`;
}

/** Entries that do not occur as sentences, and those that were merged as one; texts of files in them are as they are. */
export function staleEntriesInWords({ path, args, expired, merged }: Acceptance): {
  readonly expired: readonly string[];
  readonly merged: string | null;
} {
  const prune = typedCommand("diff", [...args, "--prune-accepted"]);
  const why = ({ of }: AcceptedEntry): string =>
    of === null
      ? "and was written by an earlier version, whose entries did not name all that makes a difference: accept it again"
      : "and that is not what this change does any more";
  const named = (entry: AcceptedEntry): string => {
    const { mapping, change, before, reason } = entry;
    return `${change} in ${mapping}${before === "" ? "" : `, of ${before}`} (${reason}), ${why(entry)}`;
  };
  return {
    expired: expired.map(
      (entry) => `${path} accepts ${named(entry)}; ${prune} takes out what is accepted for nothing`,
    ),
    merged:
      merged.length === 0
        ? null
        : `${counted(merged.length, "entry", "entries")} of ${path} ${merged.length === 1 ? "was" : "were"} merged and ${merged.length === 1 ? "accepts" : "accept"} nothing any more: ${prune} takes ${merged.length === 1 ? "it" : "them"} out`,
  };
}
