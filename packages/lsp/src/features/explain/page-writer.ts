import type { Location, Range } from "vscode-languageserver";
import type { ShownBody } from "./shown-body.js";

/** A page of plain text with places in it; columns are UTF-16 units, whatever client and server agreed on for files. */
export interface Page {
  readonly text: string;
  /** Where the page speaks of a place in a file. */
  readonly links: readonly PageLink[];
  /** Where it names a place of the response, and where on the page that is shown. */
  readonly places: readonly PagePlace[];
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

export interface PagePlace {
  readonly range: Range;
  readonly shownAt: Range;
}

/** A stretch of a body, in UTF-16 offsets. */
export interface BodyStretch {
  readonly start: number;
  readonly end: number;
}

/** What a stretch of a line speaks of. */
export type PagePiece =
  | { readonly text: string; readonly location: Location | null }
  | { readonly text: string; readonly inBody: BodyStretch };

/** Writes a page line by line. No piece holds a line end. */
export class PageWriter {
  readonly #lines: string[] = [];
  readonly #links: PageLink[] = [];
  readonly #inBody: { readonly range: Range; readonly stretch: BodyStretch }[] = [];
  #doubt: string | null = null;

  /** Writes a line of pieces behind an indentation. */
  line(indent: number, ...pieces: readonly (string | PagePiece)[]): void {
    let text = " ".repeat(indent);
    const line = this.#lines.length;
    for (const piece of pieces) {
      const character = text.length;
      text += typeof piece === "string" ? piece : piece.text;
      if (typeof piece === "string") continue;
      const range = { start: { line, character }, end: { line, character: text.length } };
      if ("inBody" in piece) this.#inBody.push({ range, stretch: piece.inBody });
      else if (piece.location !== null) this.#links.push({ range, location: piece.location });
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

  /** The page where it shows no response. */
  page(): Page {
    return this.#page([], [], null);
  }

  /** The page with the response at its end, below a heading, in which these stretches are lit. */
  pageWith(heading: string, body: ShownBody, lit: readonly BodyStretch[]): Page {
    this.blank();
    const responseLine = this.#lines.length;
    this.line(0, heading);
    this.blank();
    const first = this.#lines.length;
    for (const line of body.lines) this.#lines.push(line);
    const places = this.#inBody.flatMap(({ range, stretch }) => {
      const shownAt = body.rangeOf(stretch.start, stretch.end, first);
      return shownAt === null ? [] : [{ range, shownAt }];
    });
    const shown = lit.flatMap(({ start, end }) => body.rangeOf(start, end, first) ?? []);
    return this.#page(places, shown, responseLine);
  }

  /** The same where its body is empty. */
  pageWithEmptyBody(heading: string): Page {
    this.blank();
    this.line(0, heading);
    return this.#page([], [], this.#lines.length - 1);
  }

  #page(places: readonly PagePlace[], lit: readonly Range[], responseLine: number | null): Page {
    const text = `${this.#lines.join("\n")}\n`;
    return { text, links: this.#links, places, lit, responseLine, doubt: this.#doubt };
  }
}
