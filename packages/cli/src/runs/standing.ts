import type { Acceptance } from "./acceptance.js";
import type { ComparedFile } from "./compared-file.js";
import { partedChanges, reasonFor } from "./parted-changes.js";

/** What a comparison comes to for a file. */
export type Standing = "failed" | "differs" | "undecided" | "accepted" | "same";

/** Whether something of the file is another than it was, or may be, and nobody has accepted that. */
export function standingOf(file: ComparedFile, acceptance: Acceptance | null): Standing {
  switch (file.kind) {
    case "refused":
    case "unreadable":
      return "failed";
    case "added":
    case "removed":
      return reasonFor(acceptance, file) === null ? "differs" : "accepted";
    case "compared": {
      const { open, accepted } = partedChanges(file, acceptance);
      const isLeftOut = file.leftOut === "after";
      const isOpen = isLeftOut && reasonFor(acceptance, file) === null;
      if (open.comparison.changes.length > 0 || isOpen) return "differs";
      if (open.comparison.undecided.length > 0) return "undecided";
      return accepted.comparison.changes.length > 0 || isLeftOut ? "accepted" : "same";
    }
  }
}
