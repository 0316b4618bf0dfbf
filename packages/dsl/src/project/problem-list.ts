import { counted } from "../findings/counted.js";
import type { Span } from "../text/span.js";
import type { ConfigProblem } from "./json-document.js";

/** Problems of a file that are told at most: one with more is mended step by step. */
const MOST_TOLD = 100;

/**
 * What is wrong with a project file, a baseline or accepted differences. Of thousands of problems the first are told, and at the next one
 * how many more there are.
 */
export class ProblemList {
  readonly #first: ConfigProblem[] = [];
  #firstLeftOut: Span | null = null;
  #leftOut = 0;

  /** A message that takes long to make is given as a function, which is called for those that are told. */
  report(message: string | (() => string), span: Span): void {
    if (this.#first.length < MOST_TOLD)
      this.#first.push({ message: typeof message === "string" ? message : message(), span });
    else {
      this.#firstLeftOut ??= span;
      this.#leftOut++;
    }
  }

  get isEmpty(): boolean {
    return this.#first.length === 0;
  }

  get told(): readonly ConfigProblem[] {
    const span = this.#firstLeftOut;
    if (span === null) return this.#first;
    const verb = this.#leftOut === 1 ? "is" : "are";
    const message = `${counted(this.#leftOut, "more problem")} ${verb} not told; mend those before first`;
    return [...this.#first, { message, span }];
  }
}
