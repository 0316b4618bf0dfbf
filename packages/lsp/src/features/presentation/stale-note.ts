import { quoted, type Statement } from "@responses/dsl";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { type Piece, words, written } from "./preview-text.js";

/**
 * What says that something is shown as it was last: `as it was before line 7 was broken`. Null where it is as it is now.
 * `about` is the statement that it is shown for.
 */
export function staleNote(
  { brokenAt, mapping }: Pick<UsableMapping, "brokenAt" | "mapping">,
  about: Statement | null,
): readonly Piece[] | null {
  if (brokenAt === null) return null;
  if (brokenAt.file !== mapping.file.path) {
    return [words("as it was before "), written(quoted(brokenAt.file)), words(" was broken")];
  }
  const isItself =
    about !== null &&
    about.start <= brokenAt.span.start &&
    brokenAt.span.start < about.start + about.syntax.text.length;
  return [words(`as it was before ${isItself ? "this" : `line ${brokenAt.line + 1}`} was broken`)];
}
