import type { Statement } from "@responses/dsl";
import { quoted } from "@responses/dsl/editor";
import { holdsOffset } from "../../workspace/documents/statement-places.js";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { type Block, line, type Piece, textOfPieces, words, written } from "./preview-text.js";

/*
 * What says that something is shown as it was last, `as it was before line 7 was broken`, or without what nobody ever could
 * read, `without line 7, which has an error`. `about` is the statement that it is
 * shown for; null for the file as a whole. A statement that is only begun has said nothing before, and makes nothing
 * old.
 */

/** A line of a preview; none where it is as it is now. */
export function staleBlocks(usable: UsableMapping, about: Statement | null): readonly Block[] {
  const pieces = stalePieces(usable, about);
  return pieces === null ? [] : [line(pieces, 150)];
}

/** The same as plain text; null where it is as it is now. */
export function staleText(usable: UsableMapping, about: Statement | null): string | null {
  const pieces = stalePieces(usable, about);
  return pieces === null ? null : textOfPieces(pieces);
}

/** The same behind something else: `, as it was before line 7 was broken`, or nothing. */
export function staleRemark(usable: UsableMapping, about: Statement | null): string {
  const text = staleText(usable, about);
  return text === null ? "" : `, ${text}`;
}

function stalePieces({ staleAt, mapping }: UsableMapping, about: Statement | null): readonly Piece[] | null {
  if (staleAt === null) return null;
  const { file, line: number, isLeftOut } = staleAt;
  if (file !== mapping.file.path) {
    const name = written(quoted(file));
    return isLeftOut
      ? [words("without "), name, words(", which has errors")]
      : [words("as it was before "), name, words(" was broken")];
  }
  if (isLeftOut) return [words(`without line ${number + 1}, which has an error`)];
  const isItself = about !== null && holdsOffset(about, staleAt.span.start);
  return [words(`as it was before ${isItself ? "this" : `line ${number + 1}`} was broken`)];
}
