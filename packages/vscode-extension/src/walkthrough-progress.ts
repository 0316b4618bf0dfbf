import type { ExampleResults } from "@responses/lsp";
import { commands } from "vscode";
import { EXAMPLES_PASS, PREVIEW_SEEN } from "./manifest-names.js";

/** Tells the walkthrough what somebody has seen and reached, by contexts that its steps wait for. */
export class WalkthroughProgress {
  readonly #reached = new Set<string>();

  /** A preview was shown. */
  previewShown(): void {
    this.#reach(PREVIEW_SEEN);
  }

  /** A file's examples went like this. */
  examplesRan(results: ExampleResults | null): void {
    const examples = results?.asItWas === null ? results.examples : [];
    if (examples.length > 0 && examples.every(({ passed }) => passed)) this.#reach(EXAMPLES_PASS);
  }

  #reach(context: string): void {
    if (this.#reached.has(context)) return;
    this.#reached.add(context);
    void commands.executeCommand("setContext", context, true);
  }
}
