import type { ExampleResults } from "@responses/lsp";
import { commands } from "vscode";

/** Tells the walkthrough what somebody has seen and reached, by contexts that its steps wait for. */
export class WalkthroughProgress {
  readonly #reached = new Set<string>();

  /** A preview was shown. */
  previewShown(): void {
    this.#reach("responses.previewSeen");
  }

  /** A file's examples went like this. */
  examplesRan(results: ExampleResults | null): void {
    const examples = results?.asItWas === null ? results.examples : [];
    if (examples.length > 0 && examples.every(({ passed }) => passed)) this.#reach("responses.examplesPass");
  }

  #reach(context: string): void {
    if (this.#reached.has(context)) return;
    this.#reached.add(context);
    void commands.executeCommand("setContext", context, true);
  }
}
