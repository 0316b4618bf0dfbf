import { visible } from "@responses/dsl/editor";

/** A text of a file, a name or a body, on one line and with nothing in it that a terminal would obey. */
export function safe(text: string): string {
  return visible(text);
}
