import { type FileModel, parse } from "@responses/dsl";
import { located } from "@responses/dsl/editor";

/** A file by its path and what it holds. */
interface FileContent {
  readonly path: string;
  readonly content: Uint8Array;
}

/** How much of the longer file's lines two files must share to count as one that was renamed. */
const LEAST_SHARED = 0.5;

/** A line in more files than these tells nothing of a file. */
const MOST_FILES_OF_LINE = 50;

/** The system whose responses a file is for, as it says; null where it names none, or several. */
export function systemOf(file: FileModel): string | null {
  const [system, ...others] = located(file, "system");
  return system === undefined || others.length > 0 ? null : system.model.name;
}

/** Whether two files can be for one system: one that names none can be for any. */
export function mayBeOneSystem(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/**
 * Which of the files that are gone are among those that are new under another name: those that hold the same, and then those
 * that share most lines; a copy for another system is another file. The same for the files of revisions, of the working tree and of
 * folders.
 *
 * @returns the old path of each new one that was renamed
 */
export function renamedFiles(
  gone: readonly FileContent[],
  added: readonly FileContent[],
): ReadonlyMap<string, string> {
  const old = gone.map(linesOf);
  const now = added.map(linesOf);
  const candidates = sharedLines(old, now)
    .map(({ from, to, shared }) => ({ from, to, part: shared / Math.max(from.count, to.count) }))
    .filter(({ from, to, part }) => part >= LEAST_SHARED && mayBeOneSystem(from.system(), to.system()))
    .sort(
      (a, b) =>
        b.part - a.part || compareTexts(a.from.path, b.from.path) || compareTexts(a.to.path, b.to.path),
    );
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of candidates) {
    if (taken.has(from.path) || renamed.has(to.path)) continue;
    taken.add(from.path);
    renamed.set(to.path, from.path);
  }
  return renamed;
}

interface FileLines {
  readonly path: string;
  /** How often it has each line, blanks at its ends aside. */
  readonly lines: ReadonlyMap<string, number>;
  readonly count: number;
  /** Of the few files that share most lines with another one it is asked for: then the file is parsed. */
  readonly system: () => string | null;
}

function linesOf({ path, content }: FileContent): FileLines {
  const lines = new Map<string, number>();
  let count = 0;
  for (const written of Buffer.from(content).toString("utf8").split("\n")) {
    const line = written.trim();
    if (line === "") continue;
    lines.set(line, (lines.get(line) ?? 0) + 1);
    count += 1;
  }
  let system: string | null | undefined;
  return {
    path,
    lines,
    count,
    system: () => {
      if (system === undefined) system = systemOf(parse(path, content));
      return system;
    },
  };
}

interface SharedLines {
  readonly from: FileLines;
  readonly to: FileLines;
  shared: number;
}

/** The pairs that share a line, and how many they share. */
function sharedLines(old: readonly FileLines[], now: readonly FileLines[]): readonly SharedLines[] {
  const byLine = new Map<string, FileLines[]>();
  for (const file of old) {
    for (const line of file.lines.keys())
      byLine.set(line, [...(byLine.get(line) ?? []), file].slice(0, MOST_FILES_OF_LINE + 1));
  }
  return now.flatMap((to) => {
    const pairs = new Map<string, SharedLines>();
    for (const [line, times] of to.lines) {
      const files = byLine.get(line) ?? [];
      if (files.length > MOST_FILES_OF_LINE) continue;
      for (const from of files) {
        const pair = pairs.get(from.path) ?? { from, to, shared: 0 };
        pair.shared += Math.min(times, from.lines.get(line) ?? 0);
        pairs.set(from.path, pair);
      }
    }
    return [...pairs.values()];
  });
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
