import type { Location, Range } from "vscode-languageserver";

/** A page of plain text with places in it; columns are UTF-16 units, whatever client and server agreed on for files. */
export interface Page {
  readonly text: string;
  /** Where the page speaks of a place in a file. */
  readonly links: readonly PageLink[];
  /** What in the response is shown decided, or was captured. */
  readonly lit: readonly Range[];
  /** The line of the heading above the response, from 0; null where none is shown. */
  readonly responseLine: number | null;
  /** Why the verdict is doubtful that the page tells, as a clause about the response; null where nothing speaks against it. */
  readonly doubt: string | null;
}

export interface PageLink {
  readonly range: Range;
  readonly location: Location;
}

/** A stretch of a line, with the place that it speaks of. */
export interface PagePiece {
  readonly text: string;
  readonly location: Location | null;
}

/** Writes a page line by line. No piece holds a line end. */
export class PageWriter {
  readonly #lines: string[] = [];
  readonly #links: PageLink[] = [];
  #doubt: string | null = null;

  /** How many lines there are. */
  get length(): number {
    return this.#lines.length;
  }

  /** Writes a line of pieces behind an indentation. */
  line(indent: number, ...pieces: readonly (string | PagePiece)[]): void {
    let text = " ".repeat(indent);
    for (const piece of pieces) {
      const { text: own, location } = typeof piece === "string" ? { text: piece, location: null } : piece;
      const character = text.length;
      text += own;
      if (location === null) continue;
      const line = this.#lines.length;
      this.#links.push({
        range: { start: { line, character }, end: { line, character: text.length } },
        location,
      });
    }
    this.#lines.push(text);
  }

  /** Takes on why the verdict is doubtful; the first reason is told. */
  doubt(reason: string): void {
    this.#doubt ??= reason;
  }

  blank(): void {
    this.#lines.push("");
  }

  /** Writes lines as they are. */
  lines(lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line);
  }

  page(lit: readonly Range[], responseLine: number | null): Page {
    return { text: `${this.#lines.join("\n")}\n`, links: this.#links, lit, responseLine, doubt: this.#doubt };
  }
}
