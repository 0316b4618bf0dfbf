import { existsSync, mkdtempSync, rmSync, unwatchFile, watchFile, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds after which it is looked again whether a file is there. */
const INTERVAL = 500;

/**
 * Files that a mapping waits for, for Rolldown, whose watcher forgets a file that is not there: it is given another file to watch,
 * in the system's folder for temporary files, which is written to when one of them appears.
 */
export class AppearingFiles {
  readonly #awaited = new Set<string>();
  #signal: string | null = null;
  #count = 0;

  /**
   * @param paths that a result depends on, absolute; those that are there already are left to the bundler
   * @returns the file to watch instead of those that are not there; null if all are
   */
  await(paths: readonly string[]): string | null {
    const missing = paths.filter((path) => !existsSync(path));
    for (const path of missing) this.#look(path);
    return missing.length === 0 ? null : this.#signalFile();
  }

  /** Looks no more. */
  close(): void {
    for (const path of this.#awaited) unwatchFile(path);
    this.#awaited.clear();
  }

  #look(path: string): void {
    if (this.#awaited.has(path)) return;
    this.#awaited.add(path);
    watchFile(path, { interval: INTERVAL, persistent: false }, ({ nlink }) => {
      // Of a file that is not there all numbers are 0.
      if (nlink === 0) return;
      unwatchFile(path);
      this.#awaited.delete(path);
      this.#count += 1;
      writeFileSync(this.#signalFile(), `${this.#count}\n`);
    });
  }

  #signalFile(): string {
    if (this.#signal !== null) return this.#signal;
    const folder = mkdtempSync(join(tmpdir(), "responses-build-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    this.#signal = join(folder, "appeared");
    writeFileSync(this.#signal, "");
    return this.#signal;
  }
}
