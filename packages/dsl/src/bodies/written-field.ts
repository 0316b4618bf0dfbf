import { writeString } from "../syntax/text-literal.js";
import type { PathFieldWord } from "../syntax/vocabulary.js";

/** A field with a path as a file writes it: `json "$.reason"`. The asterisks of a path are its own. */
export function writeField(kind: PathFieldWord, path: string): string {
  const [first = "", ...rest] = path.split("*");
  return `${kind} ${writeString([first, ...rest])}`;
}
