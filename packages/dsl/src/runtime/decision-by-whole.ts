import { applyMeaningInPart, type DecisionStep } from "./decision.js";
import { canHold, type StatusRanges } from "./decision-by-status.js";
import { findPicked, type JudgedResponse } from "./judged-response.js";
import type { PickedPart } from "./picked.js";
import { foldPicked, isWhiteSpaceUnit, trimmedRange } from "./text-matching.js";
import { meaningOf, type TextMeaning, type TextRow } from "./text-meaning.js";

/** Somebody could write one text in any number of ways. */
const MOST_SEEN = 256;

/**
 * Rules from `lowest` on that hold where a text that the field of that number picks is, without the white space at its ends,
 * one of these; all of them need one of the statuses, if some are given.
 */
export function byWhole(
  lowest: number,
  field: number,
  rows: readonly TextRow[],
  statuses: StatusRanges | null = null,
): DecisionStep {
  const meanings = new Map<string, TextMeaning>(rows.map((row) => [row[0], meaningOf(row)]));
  const longest = rows.reduce((length, [text]) => Math.max(length, text.length), 0);
  /** For each length 1 if a text has it: folding changes none. */
  const lengths = new Uint8Array(longest + 1);
  for (const [text] of rows) lengths[text.length] = 1;
  /** The same, by texts as they were picked: to look for one that comes again needs no folding. */
  const seen = new Map<string, TextMeaning>();
  const decides = ({ text, isAscii }: PickedPart, response: JudgedResponse): boolean => {
    if (text === null) return false;
    const trimmed = trimmedText(text);
    // Others are not folded: they can be as long as somebody likes.
    if (lengths[trimmed.length] !== 1) return false;
    let meaning = seen.get(trimmed);
    if (meaning === undefined) {
      meaning = meanings.get(foldPicked(trimmed, isAscii, response.tables.variants));
      if (meaning === undefined) return false;
      if (seen.size < MOST_SEEN) seen.set(trimmed, meaning);
    }
    applyMeaningInPart(response, meaning);
    return response.best <= lowest;
  };
  return {
    lowest,
    run(response) {
      if (canHold(response.status, statuses)) findPicked(response, field, decides, response);
    },
  };
}

function trimmedText(text: string): string {
  const { length } = text;
  if (
    length === 0 ||
    !(isWhiteSpaceUnit(text.charCodeAt(0)) || isWhiteSpaceUnit(text.charCodeAt(length - 1)))
  )
    return text;
  const { start, end } = trimmedRange(text, 0, length);
  return text.slice(start, end);
}
