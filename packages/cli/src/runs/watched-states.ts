import { readdirSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { counted, isMappingFileName, listed } from "@responses/dsl/editor";
import { withSlashes } from "@responses/node-host";

/** What a run read, or looked for in vain; a change of any of it asks for another run. */
export interface WatchedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Whether something is not there that was named. */
  readonly lacksNamed: boolean;
}

/** How watched files and folders are, by their absolute paths: of a file what the system says of it, of a folder what is in it. */
export interface WatchedStates {
  /** Null for one that is not there. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly folders: ReadonlyMap<string, readonly string[] | null>;
}

/** So many names are told of what changed. */
const SHOWN_NAMES = 3;

export function statesOf({ files, folders }: Pick<WatchedPaths, "files" | "folders">): WatchedStates {
  return {
    files: new Map(files.map((path) => [resolve(path), stateOfFile(path)])),
    folders: new Map(folders.map((path) => [resolve(path), entriesOf(path)])),
  };
}

/** Whether anything is another than before, of the same files and folders. */
export function isOther(now: WatchedStates, before: WatchedStates): boolean {
  const changes = changesBetween(before, now);
  return changes.changed.length + changes.came.length + changes.gone.length > 0;
}

/** What changed, came and went, as `a.responses has changed, and b.responses is new`. */
export function changesInWords(before: WatchedStates, now: WatchedStates): string {
  const { changed, came, gone } = changesBetween(before, now);
  const parts = [
    ...part(changed, "has changed", "have changed"),
    ...part(came, "is new", "are new"),
    ...part(gone, "is gone", "are gone"),
  ];
  // What was like that for a moment only.
  return parts.length === 0 ? "something has changed" : parts.join(", ");
}

interface Changes {
  readonly changed: readonly string[];
  readonly came: readonly string[];
  readonly gone: readonly string[];
}

function changesBetween(before: WatchedStates, now: WatchedStates): Changes {
  const changed: string[] = [];
  const came = new Set<string>();
  const gone = new Set<string>();
  for (const [path, state] of now.files) {
    const old = before.files.get(path) ?? null;
    if (state === old) continue;
    if (old === null) came.add(path);
    else if (state === null) gone.add(path);
    else changed.push(path);
  }
  for (const [path, entries] of now.folders) {
    const entriesBefore = before.folders.get(path) ?? null;
    if (entriesBefore === null && entries !== null) came.add(path);
    if (entriesBefore !== null && entries === null) gone.add(path);
    const old = new Set(entriesBefore ?? []);
    const there = new Set(entries ?? []);
    for (const name of there) if (!old.has(name)) came.add(resolve(path, name));
    for (const name of old) if (!there.has(name)) gone.add(resolve(path, name));
  }
  return { changed, came: [...came], gone: [...gone] };
}

function part(paths: readonly string[], one: string, several: string): readonly string[] {
  if (paths.length === 0) return [];
  const shown = paths.slice(0, SHOWN_NAMES).map((path) => withSlashes(relative(".", path)));
  const left = paths.length - shown.length;
  const names = listed(left > 0 ? [...shown, counted(left, "other")] : shown);
  return [`${names} ${paths.length === 1 ? one : several}`];
}

function stateOfFile(path: string): string | null {
  try {
    const { ino, mtimeMs, size, mode } = statSync(path);
    return `${ino} ${mtimeMs} ${size} ${mode}`;
  } catch {
    return null;
  }
}

/** Only what could be a mapping file or lead to one: other files come and go without a run. */
function entriesOf(path: string): readonly string[] | null {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || isMappingFileName(entry.name))
      .map(({ name }) => name);
  } catch {
    return null;
  }
}
