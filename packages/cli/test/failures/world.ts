import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { commitAll, git, writeFiles } from "@responses/testing/git-repository";
import { FORMATS } from "./commands.js";

const COMMON = 'reject word "duplicate" as Duplicate\n';
const A = `system "A"

include "common.responses"

success word "accepted"

example 200 "it is accepted" is success
example 200 "a duplicate"    is reject Duplicate
`;
const B = 'success word "sold"\n\nexample 200 "it is sold" is success\n';

/** What is in the places of outputs before a run: known as compiled by its second line, and as a page by its last ones. */
const OLD = `// As it was.
// Do not edit: change the mapping file and compile it again.
<p>Made by <code>responses docs</code>.</p>
</footer>
</body>
</html>
`;

/** The same of types, which are known by what they declare. */
const OLD_TYPES = `${OLD}export declare const rules: unknown;\n`;

/** Whether an output is what stood in its place before the run. */
export function isOld(content: string): boolean {
  return content === OLD || content === OLD_TYPES;
}

/**
 * A folder in which every command of `commands.ts` ends with 0: a repository with the branches `main` and `change`, which differ in
 * nothing that counts, and outputs of a run before.
 */
export class World {
  readonly #template: string;
  readonly #folders = new Set<string>();

  constructor() {
    this.#template = this.#newFolder();
    const files = {
      "mappings/a.responses": A,
      "mappings/common.responses": COMMON,
      "mappings/deep/b.responses": B,
      "responses.config.json": '{ "severity": { "untested-rule": "hint" } }\n',
      "answer.txt": "it is accepted",
      lines: '{"status":200,"body":"it is accepted"}\n{"body":"other"}\n',
      ".gitignore": "out/\nold/\n",
    };
    writeFiles(this.#template, files);
    git(this.#template, "init", "-q", "--template=", "-b", "main");
    commitAll(this.#template);
    git(this.#template, "switch", "-q", "-c", "change");
    commitAll(this.#template, {
      "mappings/a.responses": `# What A says.\n${A}`,
      "mappings/deep/b.responses": `${B}\n# More.\n`,
    });
    cpSync(join(this.#template, "mappings"), join(this.#template, "old"), { recursive: true });
    const outputs = [
      ...FORMATS.map((format) => `reports/${format}`),
      "compiled/mappings/a.responses.mjs",
      "compiled/mappings/a.responses.json",
      "types/mappings/a.d.responses.ts",
      "pages/mappings/a.responses.html",
      "pages/index.html",
      "bad",
    ];
    writeFiles(
      this.#template,
      Object.fromEntries(outputs.map((path) => [`out/${path}`, path.startsWith("types/") ? OLD_TYPES : OLD])),
    );
  }

  /** A copy for one run. */
  copy(): string {
    const folder = this.#newFolder();
    cpSync(this.#template, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    return folder;
  }

  /** Removes a copy: a campaign makes tens of thousands. */
  drop(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    this.#folders.delete(folder);
  }

  remove(): void {
    for (const folder of this.#folders) this.drop(folder);
  }

  #newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), "responses-fails-"));
    this.#folders.add(folder);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

/** All files of a folder, but git's own and links, with what they hold. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of entriesOf(next)) {
      const path = join(next, name);
      const stats = lstatSync(path);
      if (stats.isDirectory() && name !== ".git") waiting.push(path);
      if (stats.isFile()) files.set(relative(folder, path), contentOf(path));
    }
  }
  return files;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
