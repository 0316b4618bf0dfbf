import { SourceText } from "@responses/dsl";
import { counted, type ExplainedBody, explainedBody, layOutBody, placeInWords } from "@responses/dsl/editor";
import type { Range } from "vscode-languageserver";

/** Characters of a body that a page shows. */
const LONGEST_RESPONSE = 20_000;

/** A body as a page shows it: laid out where it is JSON or XML, and not more than its beginning. Places are those of it as it is shown. */
export class ShownBody {
  readonly explained: ExplainedBody;
  readonly lines: readonly string[];
  /** Whether its lines are not those in which it came. */
  readonly isLaidOut: boolean;
  readonly #source: SourceText;
  readonly #offsetOf: (offset: number) => number;

  constructor(body: string) {
    const laidOut = layOutBody(body);
    this.#source = laidOut?.source ?? new SourceText(body);
    this.#offsetOf = laidOut === null ? (offset) => offset : (offset) => laidOut.offsetOf(offset);
    this.explained = explainedBody(body, (offset) => this.placeInWords(offset));
    this.isLaidOut = laidOut !== null;
    const { text } = this.#source;
    const lines = text.slice(0, LONGEST_RESPONSE).split(/\r\n|\r|\n/);
    const more = text.length - LONGEST_RESPONSE;
    this.lines = more > 0 ? [...lines, `… (${counted(more, "character")} more)`] : lines;
  }

  /** Where an offset of the body is, for a person. */
  placeInWords(offset: number): string {
    const place = placeInWords(this.#source, this.#offsetOf(offset));
    return this.#isShown(offset) ? place : `${place} (not shown below)`;
  }

  /** Where a stretch of the body is shown on a page whose line `first` is the body's first; null where it is cut off. */
  rangeOf(start: number, end: number, first: number): Range | null {
    if (!this.#isShown(start)) return null;
    const place = (shown: number) => {
      const { line, column } = this.#source.positionAt(Math.min(shown, LONGEST_RESPONSE), "utf-16");
      return { line: first + line, character: column };
    };
    // Behind its last character: what is laid out there belongs to what follows.
    const shownEnd = end > start ? this.#offsetOf(end - 1) + 1 : this.#offsetOf(end);
    return { start: place(this.#offsetOf(start)), end: place(shownEnd) };
  }

  #isShown(offset: number): boolean {
    return this.#offsetOf(offset) < LONGEST_RESPONSE;
  }
}
