import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { dirname } from "node:path";
import { printErrorLine } from "./terminal.js";

/** What a run read, or looked for in vain; a change of any of it asks for another run. */
export interface WatchedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Editors save in several steps; this long nothing must happen before the next run. */
const QUIET_MILLISECONDS = 80;

/** How often to look where the system cannot tell of changes. */
const POLL_MILLISECONDS = 1000;

/**
 * Runs, and runs again whenever something that the last run read has changed, appeared or gone, until SIGINT or SIGTERM.
 * Folders are watched rather than files, since most editors save by renaming.
 */
export async function runAndWatch(run: () => Promise<WatchedPaths>): Promise<void> {
  const watchers = new Map<string, FSWatcher | null>();
  let wake: (() => void) | null = null;
  let stopped = false;
  const notify = (): void => wake?.();
  const stop = (): void => {
    stopped = true;
    notify();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  let isRepetition = false;
  while (!stopped) {
    const started = Date.now();
    const watched = await run();
    // What was saved while it ran may have been read before; once more is enough, whatever the clock of the disk says.
    isRepetition = !isRepetition && watched.files.some((file) => isNewerThan(file, started));
    if (isRepetition) continue;
    const seen = stateOf(watched);
    watchFolders(watchers, watched, notify);
    printErrorLine("watching for changes; Ctrl+C ends it");
    const polls = [...watchers.values()].includes(null);
    while (!stopped && stateOf(watched) === seen) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (polls) setTimeout(resolve, POLL_MILLISECONDS);
      });
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS));
    }
  }
  for (const watcher of watchers.values()) watcher?.close();
}

/** Starts and ends watchers so that every folder of interest has one; null for a folder that cannot be watched. */
function watchFolders(
  watchers: Map<string, FSWatcher | null>,
  watched: WatchedPaths,
  notify: () => void,
): void {
  const wanted = new Set([...watched.folders, ...watched.files.map((file) => dirname(file))]);
  for (const [folder, watcher] of watchers) {
    if (wanted.has(folder) && watcher !== null) continue;
    watcher?.close();
    watchers.delete(folder);
  }
  for (const folder of wanted) {
    if (!watchers.has(folder)) watchers.set(folder, watchFolder(folder, notify));
  }
}

function watchFolder(folder: string, notify: () => void): FSWatcher | null {
  try {
    return watch(folder, notify).on("error", notify);
  } catch {
    return null;
  }
}

/** A text that differs whenever something has changed. */
function stateOf({ files, folders }: WatchedPaths): string {
  return [...files.map(stateOfFile), ...folders.map(stateOfFolder)].join("\n");
}

function stateOfFile(path: string): string {
  try {
    const { ino, mtimeMs, size, mode } = statSync(path);
    return `${ino} ${mtimeMs} ${size} ${mode}`;
  } catch {
    return "missing";
  }
}

/** Only what could be a mapping file or lead to one: other files come and go without a run. */
function stateOfFolder(path: string): string {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.name.endsWith(".responses"))
      .map(({ name }) => name)
      .join("/");
  } catch {
    return "missing";
  }
}

function isNewerThan(path: string, time: number): boolean {
  try {
    return statSync(path).mtimeMs > time;
  } catch {
    return false;
  }
}
