import type { ExampleResults } from "@responses/lsp";
import { commands } from "vscode";
import { EXAMPLES_PASS, PREVIEW_SEEN } from "./manifest-names.js";

/** Tells the walkthrough what somebody has seen and reached, by contexts that its steps wait for. */
export class WalkthroughProgress {
  /** A preview was shown. */
  previewShown(): void {
    void this.#reach(PREVIEW_SEEN);
  }

  /** A file's examples went like this. */
  examplesRan(results: ExampleResults | null): void {
    const examples = results?.asItWas === null ? results.examples : [];
    if (examples.length > 0 && examples.every(({ passed }) => passed)) void this.#reach(EXAMPLES_PASS);
  }

  /**
   * VS Code ticks a step at the moment when its context becomes true. It knows the walkthrough only once somebody has opened it, and
   * then never ticks what was true before; so the context is true for a moment each time.
   */
  async #reach(context: string): Promise<void> {
    await commands.executeCommand("setContext", context, true);
    await commands.executeCommand("setContext", context, false);
  }
}
