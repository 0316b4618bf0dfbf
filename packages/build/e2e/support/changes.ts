import { until } from "./processes.js";
import type { Project } from "./project.js";

/**
 * Milliseconds after which a change is made again. A watcher looks at a file from some time after the tool has said that it waits, which
 * nothing tells: a change in between is lost, as it would be for somebody as fast as a test.
 */
const AGAIN_AFTER = 5_000;

/** Changes of a project's files that a watching tool is to notice. */
export class Changes {
  readonly #project: Project;
  readonly #told: () => string;
  #again = (): void => {};

  /** @param told what the tool has printed so far, for messages */
  constructor(project: Project, told: () => string) {
    this.#project = project;
    this.#told = told;
  }

  /** Writes or removes (null) files. */
  make(files: Readonly<Record<string, string | null>>): void {
    const before = Object.fromEntries(Object.keys(files).map((file) => [file, this.#textOf(file)]));
    this.#write(files);
    this.#again = () => {
      this.#write(before);
      this.#write(files);
    };
  }

  /** Waits for what comes of the last change. */
  async until(what: string, look: () => Promise<boolean> | boolean): Promise<void> {
    let made = Date.now();
    const lookOrChange = async (): Promise<true | null> => {
      if (await look()) return true;
      if (Date.now() - made > AGAIN_AFTER) {
        made = Date.now();
        this.#again();
      }
      return null;
    };
    await until(what, lookOrChange, this.#told);
  }

  #write(files: Readonly<Record<string, string | null>>): void {
    for (const [file, text] of Object.entries(files)) {
      if (text === null) this.#project.remove(file);
      else this.#project.write(file, text);
    }
  }

  #textOf(file: string): string | null {
    return this.#project.has(file) ? this.#project.read(file) : null;
  }
}
