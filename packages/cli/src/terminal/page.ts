import type { Style } from "@responses/reporting";
import { type Stream, styleFor, widthOf } from "./style.js";

/** What a text is laid out for. */
export interface Page {
  readonly style: Style;
  /** In columns. */
  readonly width: number;
}

export function pageFor(stream: Stream): Page {
  return { style: styleFor(stream), width: widthOf(stream) };
}
