import type { PlanText } from "../plan/plan-text.js";
import type { TextRows } from "../runtime/text-table.js";
import type { TextMatchWord } from "../syntax/vocabulary.js";
import { isTrimmed } from "../text/trimmed.js";

/** How a text stands in a subject. */
export type TextPosition = keyof TextRows;

/** A text that stands somewhere in a subject if a test holds. */
export interface TextPlace {
  readonly position: TextPosition;
  readonly text: string;
  /** Whether the test holds wherever the text stands so. */
  readonly suffices: boolean;
}

/** Of longer texts only the beginning, or the end, is looked for, and then the test is asked. */
export const LONGEST_SEARCHED = 128;

/**
 * Places of which each tells whether a test can hold for the text, the most telling first; none where it holds for any
 * subject.
 */
export function placesOf(how: TextMatchWord, { folded }: PlanText): readonly TextPlace[] {
  const [first = "", ...others] = folded;
  switch (how) {
    case "keyword":
      return [searched("keywords", first, true)];
    case "word":
      return [
        first.length > LONGEST_SEARCHED ? searched("keywords", first, false) : searched("words", first, true),
      ];
    case "exact":
      return others.length === 0
        ? [{ position: "whole", text: first, suffices: true }]
        : placesOfPieces(first, others.slice(0, -1), others.at(-1) ?? "");
  }
}

/** Of a pattern with wildcards between its beginning, middle pieces and end. */
function placesOfPieces(beginning: string, middles: readonly string[], end: string): readonly TextPlace[] {
  const pieces = [beginning, ...middles, end].filter((piece) => piece !== "").length;
  const atEdges: TextPlace[] = [];
  if (beginning !== "") atEdges.push(edge("beginnings", beginning, pieces === 1));
  if (end !== "") atEdges.push(edge("endings", end, pieces === 1));
  const inside = middles
    .filter((piece) => piece !== "")
    // White space at the subject's ends does not belong to it, but is searched.
    .map((piece) => searched("keywords", piece, pieces === 1 && isTrimmed(piece)))
    .sort((a, b) => b.text.length - a.text.length);
  return [...atEdges, ...inside];
}

function edge(position: "beginnings" | "endings", text: string, suffices: boolean): TextPlace {
  if (text.length <= LONGEST_SEARCHED) return { position, text, suffices };
  const cut = position === "beginnings" ? beginningOf(text) : endOf(text);
  return { position, text: cut, suffices: false };
}

function searched(position: "keywords" | "words", text: string, suffices: boolean): TextPlace {
  if (text.length <= LONGEST_SEARCHED) return { position, text, suffices };
  return { position, text: beginningOf(text), suffices: false };
}

/** As much of a long text as is searched, without half a character. */
function beginningOf(text: string): string {
  const isPairCut = (text.codePointAt(LONGEST_SEARCHED - 1) ?? 0) > 0xffff;
  return text.slice(0, isPairCut ? LONGEST_SEARCHED - 1 : LONGEST_SEARCHED);
}

function endOf(text: string): string {
  const from = text.length - LONGEST_SEARCHED;
  const isPairCut = (text.codePointAt(from - 1) ?? 0) > 0xffff;
  return text.slice(isPairCut ? from + 1 : from);
}
