import { Changes } from "./changes.js";
import { type Running, run } from "./processes.js";
import type { Project } from "./project.js";

/** A tool that watches a project, and what comes of the files' changes. */
export class WatchedOutput {
  readonly #tool: Running;
  readonly #project: Project;
  readonly #output: string;
  readonly #changes: Changes;
  /** How much the tool had printed when a file was changed last. */
  #mark = 0;

  /** @param output the module that the tool makes */
  constructor(tool: Running, project: Project, output: string) {
    this.#tool = tool;
    this.#project = project;
    this.#output = output;
    this.#changes = new Changes(project, () => tool.output);
  }

  /** Writes or removes (null) files. */
  change(files: Readonly<Record<string, string | null>>): void {
    this.#mark = this.#tool.output.length;
    this.#changes.make(files);
  }

  /** Waits until the module that the tool makes prints a text. */
  async untilPrinted(text: string): Promise<void> {
    let seen = "";
    await this.#changes.until(`an output that prints ${text}`, async () => {
      const code = this.#project.textOf(this.#output);
      if (code === null || code === seen || code === "") return false;
      seen = code;
      return (await run([process.execPath, this.#output], this.#project.folder)).output.includes(text);
    });
  }

  /** Waits until the tool has printed a text since the last change. */
  async untilTold(text: string): Promise<void> {
    await this.#changes.until(`the tool to say: ${text}`, () =>
      this.#tool.output.slice(this.#mark).includes(text),
    );
  }

  async stop(): Promise<void> {
    await this.#tool.stop();
  }
}
