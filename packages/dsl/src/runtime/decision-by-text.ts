import { applyMeaning, applyMeaningInPart, type DecisionStep, searchBody } from "./decision.js";
import { canHold, type StatusRanges } from "./decision-by-status.js";
import { findPicked, type JudgedResponse } from "./judged-response.js";
import type { PickedPart } from "./picked.js";
import type { LetterVariants } from "./searched-text.js";
import { foldWith } from "./text-matching.js";
import type { TextMeaning } from "./text-meaning.js";
import type { SearchedSubject } from "./text-search.js";
import { searchRows, type TextTable } from "./text-table.js";

/** Rules from `lowest` on that look for a text in the body; all of them need one of the statuses, if some are given. */
export function byBody(
  lowest: number,
  { edges, search }: TextTable,
  statuses: StatusRanges | null = null,
): DecisionStep {
  return {
    lowest,
    run(response) {
      if (!canHold(response.status, statuses)) return;
      if (edges !== null) {
        const meanings: TextMeaning[] = [];
        edges.look(response.raw, meanings);
        for (const meaning of meanings) applyMeaning(response, meaning);
      }
      if (search === null) return;
      for (const row of searchBody(response, search)) {
        const meaning = search.meanings[row];
        if (meaning !== undefined) applyMeaning(response, meaning);
      }
    },
  };
}

/** Likewise in one of the texts that the field of that number picks. */
export function byField(
  lowest: number,
  field: number,
  { edges, search }: TextTable,
  statuses: StatusRanges | null = null,
): DecisionStep {
  const decides = ({ text }: PickedPart, response: JudgedResponse): boolean => {
    if (text === null) return false;
    const found: TextMeaning[] = [];
    if (edges !== null) edges.look(text, found);
    if (search !== null) {
      const rows: number[] = [];
      const subject = new PickedSubject(text, response.tables.variants);
      response.best = searchRows(search, subject, response.best, rows);
      for (const row of rows) {
        const meaning = search.meanings[row];
        if (meaning !== undefined) found.push(meaning);
      }
    }
    for (const meaning of found) applyMeaningInPart(response, meaning);
    return response.best <= lowest;
  };
  return {
    lowest,
    run(response) {
      if (canHold(response.status, statuses)) findPicked(response, field, decides, response);
    },
  };
}

/** A text that a field has picked: unlike a body, it is taken as it is, with a mark at its beginning. */
class PickedSubject implements SearchedSubject {
  readonly raw: string;
  readonly variants: LetterVariants;

  constructor(text: string, variants: LetterVariants) {
    this.raw = text;
    this.variants = variants;
  }

  text(): string {
    return this.raw;
  }

  folded(): string {
    return foldWith(this.raw, this.variants);
  }
}
