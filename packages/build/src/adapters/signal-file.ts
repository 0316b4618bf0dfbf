import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A file that a bundler watches and that is written to when it has to build again: in the system's folder for temporary files, made
 * when it is asked for first, gone with the process.
 */
export class SignalFile {
  #path: string | null = null;
  #count = 0;

  get path(): string {
    if (this.#path !== null) return this.#path;
    const folder = mkdtempSync(join(tmpdir(), "responses-build-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    this.#path = join(folder, "appeared");
    writeFileSync(this.#path, "");
    return this.#path;
  }

  /** Makes the bundler build again. */
  give(): void {
    this.#count += 1;
    writeFileSync(this.path, `${this.#count}\n`);
  }
}
