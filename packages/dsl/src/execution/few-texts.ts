import type { FewTextRow } from "../runtime/few-text-scan.js";
import { isSimple } from "../runtime/ordered-expression.js";
import { searchedTexts } from "../runtime/text-meaning.js";
import type { TextRows } from "../runtime/text-table.js";
import { type CarriedWays, MANY_TEXTS } from "./search-ways.js";

/** Texts that little code searches (`fewTextSearch`): few, short and of ASCII, each of which makes a rule hold. */
export interface FewTextsPlan {
  /** In the order of their rules. */
  readonly rows: readonly FewTextRow[];
  /** How many places a step of the scanner's second filter passes; 0 where no text has windows. */
  readonly stride: number;
  /** Whether one regular expression finds them in a short subject. */
  readonly expression: boolean;
}

/** Of a mapping that asks for nothing but texts of the body and statuses; null where the texts are not such. */
export function planFewTexts(
  { keywords = [], words = [] }: TextRows,
  { expression, scan, only }: CarriedWays,
): FewTextsPlan | null {
  const texts = searchedTexts(keywords, words);
  if (only !== null || scan === null || texts.length >= MANY_TEXTS) return null;
  const few = texts.flatMap((searched, id): readonly FewTextRow[] => {
    const { text, rank } = searched;
    const place = scan.places[id];
    // Where there is no body stand zeros in the scanner's memory.
    const isFit = isSimple(searched) && !text.includes("\0") && typeof place === "number";
    return isFit ? [[text, rank, place]] : [];
  });
  return few.length === texts.length ? { rows: few, stride: scan.stride, expression } : null;
}
