import { link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import { type AcceptedEntry, compareMappings } from "@responses/dsl/editor";
import { decideAcceptance } from "../src/runs/acceptance.js";
import type { AcceptedEntries } from "../src/runs/accepted-entries.js";
import type { ComparedFile, ComparedResult } from "../src/runs/compared-file.js";
import { NOTHING_NEW } from "../src/runs/new-findings.js";

/* Two states of a mapping, compared, and what somebody has accepted of them, for tests that need no repository. */

function mappingOf(text: string): Mapping {
  const linked = link(parse("a.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

const PATHS = { after: "a.responses", renamedBy: null, leftOut: null };

/** All that an edit changes, or a mapping that was added. */
export function compared(before: string | null, after: string): ComparedFile {
  if (before !== null) return comparedTexts(before, after);
  const added = { rules: 1, examples: 0, mapping: mappingOf(after), nearName: null };
  return { ...PATHS, before: null, kind: "added", ...added, ...NOTHING_NEW };
}

/** All that an edit changes. */
export function comparedTexts(before: string, after: string): ComparedFile & ComparedResult {
  const found = compareMappings(mappingOf(before), mappingOf(after), { all: true });
  return { ...PATHS, before: "a.responses", kind: "compared", ...found, ...NOTHING_NEW };
}

/** Entries as a run knows them. */
export const known = (entries: readonly AcceptedEntry[]): AcceptedEntries => ({
  place: { file: "/x.accepted.json", folder: "/", coversFolder: true, older: null },
  path: "x.accepted.json",
  args: [],
  entries,
  mergedEntries: [],
  merged: new Set(),
  unusable: null,
});

/** The entries that accept all that differs. */
export function accepted(file: ComparedFile): readonly AcceptedEntry[] {
  const toAccept = { kind: "accept", reason: "so be it", only: null } as const;
  return decideAcceptance(known([]), [file], toAccept).toWrite?.added ?? [];
}
