import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * A file that a bundler watches and that is written to when it has to build again: in the system's folder for temporary files, made
 * when it is asked for first, gone when nothing is watched any more, or with the process unless that is killed.
 */
export class SignalFile {
  #path: string | null = null;
  #count = 0;

  get path(): string {
    if (this.#path !== null) return this.#path;
    const folder = mkdtempSync(join(tmpdir(), "responses-build-"));
    process.once("exit", () => this.remove());
    this.#path = join(folder, "appeared");
    writeFileSync(this.#path, "");
    return this.#path;
  }

  /** Makes the bundler build again. */
  give(): void {
    this.#count += 1;
    const { path } = this;
    try {
      // Whoever tidies up temporary files may have taken the folder.
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${this.#count}\n`);
    } catch {
      // A build that comes later is better than none at all: the next change of any file makes it.
    }
  }

  remove(): void {
    if (this.#path !== null) rmSync(dirname(this.#path), { recursive: true, force: true });
    this.#path = null;
  }
}
