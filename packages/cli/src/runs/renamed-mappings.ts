import { located } from "@responses/dsl/editor";
import { mayBeOneSystem, renamedFiles, systemOf } from "@responses/node-host";
import { isProblem } from "../terminal/usage-error.js";
import type { Side } from "./compared-sides.js";

/** By what a mapping is known again under another name: what its file holds, the system that it names, or its recorded responses. */
export type KnownBy = "text" | "system" | "examples";

export interface RenamedMapping {
  readonly from: string;
  readonly by: KnownBy;
}

/** By what somebody is to believe that two files are one mapping; nothing where their text says so. */
export const KNOWN_BY: Readonly<Record<KnownBy, string | null>> = {
  text: null,
  system: "paired by its system name",
  examples: "paired by its recorded responses",
};

/** Mapping files of one side, those that the other side has not. */
interface Unpaired {
  readonly side: Pick<Side, "files">;
  readonly paths: readonly string[];
}

/** What is not paired yet. */
interface BothUnpaired {
  readonly gone: Unpaired;
  readonly added: Unpaired;
}

/**
 * The mappings that are called otherwise now, by their newer paths: those that one file alone on each side is for one system, of the others
 * those whose files hold much the same, and then those that one file alone on each side has the same recorded responses. Where several
 * could be meant, none is, and two files that name different systems are never one mapping.
 */
export function renamedMappings(gone: Unpaired, added: Unpaired): ReadonlyMap<string, RenamedMapping> {
  const pairs = new Map<string, RenamedMapping>();
  const found = new Set<string>();
  const take = (to: string, from: string, by: KnownBy): void => {
    pairs.set(to, { from, by });
    found.add(from);
  };
  const left = (): BothUnpaired => ({
    gone: { ...gone, paths: gone.paths.filter((path) => !found.has(path)) },
    added: { ...added, paths: added.paths.filter((path) => !pairs.has(path)) },
  });
  for (const [to, from] of pairsByMark(left(), systemOf)) {
    const both = { gone: { ...gone, paths: [from] }, added: { ...added, paths: [to] } };
    const isSame = textPairs(both).size > 0;
    take(to, from, isSame ? "text" : "system");
  }
  for (const [to, from] of textPairs(left())) take(to, from, "text");
  for (const [to, from] of pairsByMark(left(), recordedIn)) {
    const [old, now] = [readOf(gone.side, from), readOf(added.side, to)];
    if (old !== null && now !== null && mayBeOneSystem(systemOf(old), systemOf(now)))
      take(to, from, "examples");
  }
  return pairs;
}

type ReadFile = ReturnType<Side["files"]["read"]>;

function textPairs({ gone, added }: BothUnpaired): ReadonlyMap<string, string> {
  return renamedFiles(contentsOf(gone), contentsOf(added));
}

/** The paths that one file alone has on each side for what says which mapping it is; `keyOf` gives null where it says nothing. */
function pairsByMark(
  { gone, added }: BothUnpaired,
  keyOf: (file: ReadFile) => string | null,
): readonly (readonly [to: string, from: string])[] {
  const before = byMark(gone, keyOf);
  return [...byMark(added, keyOf)].flatMap(([key, [to, ...otherNew]]) => {
    const [from, ...otherOld] = before.get(key) ?? [];
    return from === undefined || otherNew.length + otherOld.length > 0 ? [] : [[to, from] as const];
  });
}

/** The responses that a file records. */
function recordedIn(file: ReadFile): string | null {
  const recorded = located(file, "example").map(({ model: { status, body } }) =>
    JSON.stringify([status, body]),
  );
  return recorded.length === 0 ? null : recorded.sort().join("\n");
}

/** The files by what `keyOf` gives for them; one at least by each key. */
function byMark(
  { side, paths }: Unpaired,
  keyOf: (file: ReadFile) => string | null,
): ReadonlyMap<string, readonly [string, ...string[]]> {
  const marked = new Map<string, [string, ...string[]]>();
  for (const path of paths) {
    const file = readOf(side, path);
    const key = file === null ? null : keyOf(file);
    if (key === null) continue;
    const known = marked.get(key);
    if (known === undefined) marked.set(key, [path]);
    else known.push(path);
  }
  return marked;
}

function contentsOf({ side, paths }: Unpaired) {
  return paths.map((path) => {
    readOf(side, path);
    return { path, content: side.files.contentOf(path) };
  });
}

/** Null for a file that cannot be read: nothing is known of it, and comparing it will say why. */
function readOf({ files }: Pick<Side, "files">, path: string): ReadFile | null {
  try {
    return files.read(path);
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
