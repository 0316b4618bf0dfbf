import { seenJson } from "../text/seen-json.js";

/*
 * How files of entries are written, baselines and accepted differences: an entry a line, in an order that depends on the entries alone. The
 * version comes last, so that every entry ends in a comma and lines that come or go change no other: git merges them.
 */

/** The form that is written and read. */
export const ENTRY_FILE_VERSION = "1";

/** The text of a file with these entries, each with its key and its members as JSON, in their order. Whoever reviews it sees all of it. */
export function writeEntries(entries: readonly (readonly [key: string, members: string])[]): string {
  const lines = entries.map(([key, members]) => `  ${JSON.stringify(key)}: { ${members} },\n`);
  return seenJson(`{\n${lines.join("")}  "version": ${ENTRY_FILE_VERSION}\n}\n`);
}

/** The order of two texts by their UTF-16 units, the same everywhere. */
export function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The beginning of statements, on one line, in UTF-16 units at most. */
export function beginningOf(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
