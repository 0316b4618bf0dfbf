import { statSync } from "node:fs";

/** Milliseconds between two looks. */
const INTERVAL = 500;

interface Awaited {
  /** What each file is like as long as nothing has happened to it, by its path. */
  readonly states: ReadonlyMap<string, string>;
  readonly changed: () => void;
}

/**
 * Files whose changes a bundler would not tell, for mappings that depend on them: such as are not there yet. They are looked at from
 * time to time.
 */
export class AwaitedFiles {
  /** By the mapping file. */
  readonly #awaited = new Map<string, Awaited>();
  #timer: NodeJS.Timeout | null = null;

  /**
   * Does something once, when one of the files appears, changes or goes; what was awaited for the mapping before is not any more.
   *
   * @param mapping the mapping file
   * @param paths absolute; none, if nothing is to be awaited
   */
  await(mapping: string, paths: readonly string[], changed: () => void): void {
    this.#awaited.delete(mapping);
    if (paths.length === 0) return;
    this.#awaited.set(mapping, { states: new Map(paths.map((path) => [path, stateOf(path)])), changed });
    // A process that has nothing else to do may end.
    this.#timer ??= setInterval(() => this.#look(), INTERVAL).unref();
  }

  /** Looks no more. */
  close(): void {
    this.#awaited.clear();
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    // Most mappings await the same files.
    const now = new Map<string, string>();
    const isAsBefore = ([path, state]: readonly [string, string]): boolean => {
      const known = now.get(path) ?? stateOf(path);
      now.set(path, known);
      return known === state;
    };
    for (const [mapping, { states, changed }] of this.#awaited) {
      if ([...states].every(isAsBefore)) continue;
      this.#awaited.delete(mapping);
      changed();
    }
  }
}

function stateOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return "missing";
  }
}
