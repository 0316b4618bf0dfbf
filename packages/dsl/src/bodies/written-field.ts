import { quotePath } from "../model/fields/quoted-path.js";
import type { PathFieldWord } from "../syntax/vocabulary.js";

/** A field with a path as a file writes it: `json "$.reason"`. */
export function writeField(kind: PathFieldWord, path: string): string {
  return `${kind} ${quotePath(path)}`;
}
