import { EventEmitter, type InlayHint, type Uri } from "vscode";

/**
 * The lines behind which VS Code itself says how a test fails. It covers what stands there, so that the server's hint, which says the
 * same of examples that nobody has run, is left out.
 */
export class FailureMarks {
  readonly #lines = new Map<string, ReadonlySet<number>>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** Takes on the lines of a file, from 0. */
  set(uri: Uri, lines: ReadonlySet<number>): void {
    const before = this.#lines.get(uri.toString()) ?? new Set();
    this.#lines.set(uri.toString(), lines);
    if (before.size !== lines.size || [...lines].some((line) => !before.has(line))) this.#changed.fire();
  }

  /** The hints that are not covered. */
  uncovered<Hint extends InlayHint>(uri: Uri, hints: Hint[]): Hint[] {
    const lines = this.#lines.get(uri.toString());
    if (lines === undefined) return hints;
    return hints.filter(({ label, position }) => {
      const text = typeof label === "string" ? label : (label[0]?.value ?? "");
      return !text.startsWith("→") || !lines.has(position.line);
    });
  }
}
