import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that is open in VS Code, as it is stored. */
export class Folder {
  readonly path: string;
  /** The files as they were at first, and those that were added. */
  readonly #original: Map<string, string>;

  constructor(path: string) {
    this.path = path;
    this.#original = new Map(this.files().map((name) => [name, this.stored(name)]));
  }

  files(): readonly string[] {
    return readdirSync(this.path).sort();
  }

  stored(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  /** Puts a file into the folder, which belongs to it from then on. */
  add(name: string, text: string): void {
    this.#original.set(name, text);
    writeFileSync(join(this.path, name), text);
  }

  remove(name: string): void {
    this.#original.delete(name);
    rmSync(join(this.path, name));
  }

  get hasChanged(): boolean {
    const files = this.files();
    return files.length !== this.#original.size || files.some((name) => !this.#isAsAtFirst(name));
  }

  /** Takes back whatever was stored since. */
  restore(): void {
    for (const name of this.files()) if (!this.#original.has(name)) rmSync(join(this.path, name));
    for (const [name, text] of this.#original) {
      if (!this.#isAsAtFirst(name)) writeFileSync(join(this.path, name), text);
    }
  }

  #isAsAtFirst(name: string): boolean {
    return this.files().includes(name) && this.stored(name) === this.#original.get(name);
  }
}
