import { foldText } from "../../text/case-folding.js";
import type { ReadableText } from "./field-base.js";

/** A text that a part of a field has picked, as the next part reads it. */
export class InnerText implements ReadableText {
  readonly body: string;
  #foldedBody: string | null = null;

  constructor(body: string) {
    this.body = body;
  }

  /** Few parts ask for it. */
  get foldedBody(): string {
    this.#foldedBody ??= foldText(this.body);
    return this.#foldedBody;
  }
}
