import { quotePath } from "../model/fields/quoted-path.js";
import { writeString } from "../syntax/text-literal.js";
import type { PathFieldWord } from "../syntax/vocabulary.js";

/** The kinds of field that one text leads to: a path, or a name of a form. */
export type NamedFieldKind = PathFieldWord | "form";

/** A field with its path or name as a file writes it: `json "$.reason"`, `form "reason"`. */
export function writeField(kind: NamedFieldKind, path: string): string {
  return `${kind} ${kind === "form" ? writeString([path]) : quotePath(path)}`;
}
