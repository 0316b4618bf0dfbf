import { type Running, run, until } from "./processes.js";
import type { Project } from "./project.js";

/**
 * Milliseconds after which a change is made again. A watcher looks at a file from some time after the tool has said that it waits, which
 * nothing tells: a change in between is lost, as it would be for somebody as fast as a test.
 */
const AGAIN_AFTER = 5_000;

/** A tool that watches a project, and what comes of the files' changes. */
export class WatchedOutput {
  readonly #tool: Running;
  readonly #project: Project;
  readonly #output: string;
  /** How much the tool had printed when a file was changed last. */
  #mark = 0;
  #again = (): void => {};

  /** @param output the module that the tool makes */
  constructor(tool: Running, project: Project, output: string) {
    this.#tool = tool;
    this.#project = project;
    this.#output = output;
  }

  /** Writes or removes (null) files. */
  change(files: Readonly<Record<string, string | null>>): void {
    this.#mark = this.#tool.output.length;
    const before = Object.keys(files).map((file) => [file, this.#textOf(file)] as const);
    this.#writeAll(files);
    this.#again = () => {
      this.#writeAll(Object.fromEntries(before));
      this.#writeAll(files);
    };
  }

  /** Waits until the module that the tool makes prints a text. */
  async untilPrinted(text: string): Promise<void> {
    let seen = "";
    await this.#until(`an output that prints ${text}`, async () => {
      const code = this.#textOf(this.#output);
      if (code === null || code === seen || code === "") return false;
      seen = code;
      return (await run([process.execPath, this.#output], this.#project.folder)).output.includes(text);
    });
  }

  /** Waits until the tool has printed a text since the last change. */
  async untilTold(text: string): Promise<void> {
    await this.#until(`the tool to say: ${text}`, () => this.#tool.output.slice(this.#mark).includes(text));
  }

  async #until(what: string, look: () => Promise<boolean> | boolean): Promise<void> {
    let changed = Date.now();
    await until(
      what,
      async () => {
        if (await look()) return true;
        if (Date.now() - changed > AGAIN_AFTER) {
          changed = Date.now();
          this.#again();
        }
        return null;
      },
      () => this.#tool.output,
    );
  }

  #writeAll(files: Readonly<Record<string, string | null>>): void {
    for (const [file, text] of Object.entries(files)) {
      if (text === null) this.#project.remove(file);
      else this.#project.write(file, text);
    }
  }

  #textOf(file: string): string | null {
    return this.#project.has(file) ? this.#project.read(file) : null;
  }

  async stop(): Promise<void> {
    await this.#tool.stop();
  }
}
