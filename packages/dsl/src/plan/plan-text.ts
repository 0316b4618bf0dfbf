import type { MappingText } from "../model/mapping-text.js";
import { lengthPrefixed } from "../text/length-prefixed.js";

/** A text that is looked for: its pieces, with any text between one and the next. One without wildcards is one piece. */
export interface PlanText {
  /** As the mapping has them. */
  readonly pieces: readonly string[];
  /** With their case folded: what is compared. */
  readonly folded: readonly string[];
}

/** A text in which asterisks are what they are. */
export function plainPlanText({ text, folded }: MappingText): PlanText {
  return { pieces: [text], folded: [folded] };
}

/** A text in which bare asterisks stand for any text. */
export function patternPlanText({ pieces, foldedPieces }: MappingText): PlanText {
  return { pieces, folded: foldedPieces };
}

/** Equal for lists of texts that are equal but for their case. */
export function keyOfTexts(texts: readonly PlanText[]): string {
  return texts.map(({ folded }) => folded.map(lengthPrefixed).join("*")).join(",");
}
