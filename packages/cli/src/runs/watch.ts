import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname, resolve } from "node:path";
import { printErrorLine } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { changesInWords, isOther, statesOf, type WatchedPaths } from "./watched-states.js";

/** Editors save in several steps; this long nothing must happen before the next run. */
const QUIET_MILLISECONDS = 80;

/** How often to look where the system cannot tell of changes. */
const POLL_MILLISECONDS = 1000;

/**
 * Runs, and runs again whenever something that the last run read has changed, appeared or gone, until SIGINT or SIGTERM. It ends
 * after the first run where a path is named that is not there: that is a slip, and nobody would wait for it. Folders are watched rather than files, since most editors save by renaming.
 */
export async function runAndWatch(run: () => Promise<WatchedPaths>): Promise<void> {
  let watchers: readonly (FSWatcher | null)[] = [];
  let wake = (): void => {};
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    wake();
  };
  const change = async (): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((done) => {
      wake = done;
      if (watchers.includes(null)) timer = setTimeout(done, POLL_MILLISECONDS);
    });
    clearTimeout(timer);
    if (!stopped) await new Promise((done) => setTimeout(done, QUIET_MILLISECONDS));
  };
  const close = (): void => {
    for (const watcher of watchers) watcher?.close();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    let before: WatchedPaths = { files: [], folders: [], lacksNamed: false };
    let isFirst = true;
    for (let isRepetition = false; !stopped; ) {
      const started = Date.now();
      const state = statesOf(before);
      const watched = await run();
      if (isFirst && watched.lacksNamed) return;
      isFirst = false;
      // First of all: what is saved from here on differs from it, and what was saved before is newer than the run.
      const seen = statesOf(watched);
      // What was saved while it ran may have been read before, and what came then not at all. Of times once more is enough,
      // whatever the clock of the disk says.
      const hasChanged = isOther(statesOf(before), state);
      isRepetition = !isRepetition && watched.files.some((file) => isNewerThan(file, started));
      before = watched;
      if (isRepetition || hasChanged) continue;
      // Anew after each run: a folder that went and came back is not the one that was watched.
      close();
      watchers = foldersOf(watched).map((folder) => watchFolder(folder, () => wake()));
      printErrorLine("watching for changes; Ctrl+C ends it");
      while (!stopped && !isOther(statesOf(watched), seen)) await change();
      if (!stopped) printErrorLine(`\n${safe(changesInWords(seen, statesOf(watched)))}; running again`);
    }
  } finally {
    close();
  }
}

function foldersOf({ files, folders }: WatchedPaths): readonly string[] {
  return [
    ...new Set([...folders.map((folder) => resolve(folder)), ...files.map((file) => dirname(resolve(file)))]),
  ];
}

/** Null for a folder that cannot be watched. */
function watchFolder(folder: string, notify: () => void): FSWatcher | null {
  try {
    return watch(folder, notify).on("error", notify);
  } catch {
    return null;
  }
}

function isNewerThan(path: string, time: number): boolean {
  try {
    return statSync(path).mtimeMs > time;
  } catch {
    return false;
  }
}
