import type { TextPieces } from "../syntax/text-literal.js";
import type { LocalSpan } from "../text/span.js";

/** A text as the mapping means it. `pieces` are the texts between bare asterisks; `text` has asterisks as they are. */
export interface MappingText {
  readonly text: string;
  readonly pieces: TextPieces;
  /** `text` and `pieces` with their case folded: what is compared. */
  readonly folded: string;
  readonly foldedPieces: readonly string[];
  readonly span: LocalSpan;
}
