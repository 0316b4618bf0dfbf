import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CACHE } from "./places.js";

/** A project of a user: a folder with modules of JavaScript, as in their own package. */
export class Project {
  readonly folder: string;

  /** Makes the folder anew. */
  constructor(name: string, files: Readonly<Record<string, string>> = {}) {
    this.folder = join(CACHE, "projects", name);
    rmSync(this.folder, { recursive: true, force: true });
    this.write("package.json", '{ "private": true, "type": "module" }\n');
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  write(file: string, text: string): void {
    const path = this.path(file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true, force: true });
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  read(file: string): string {
    return readFileSync(this.path(file), "utf8");
  }

  /** What a file holds; null while it is not there, as in the moment in which a tool empties its folder. */
  textOf(file: string): string | null {
    try {
      return this.read(file);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    }
  }

  /** All files below a folder, by their paths in the project. */
  filesBelow(folder: string): readonly string[] {
    return readdirSync(this.path(folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((file) => statSync(this.path(file)).isFile());
  }
}
