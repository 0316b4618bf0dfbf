import { lowestForStatus, type StatusCells } from "./decision-by-status.js";
import { rawBodyOf, statusOf, textOfRawBody } from "./response-parts.js";
import { type LetterVariants, NO_ANSWER, NO_RULE } from "./searched-text.js";
import { foldWith } from "./text-matching.js";
import type { SearchedSubject } from "./text-search.js";
import type { RowSearch } from "./text-table.js";

/**
 * Decides by the status and by texts of the body alone, each of which makes a rule hold. Gives the index of the first rule that
 * holds, or -1. Never throws.
 */
export function decideDirectly(
  cells: StatusCells,
  { search }: RowSearch,
  status: unknown,
  body: unknown,
  variants: LetterVariants,
): number {
  const best = cells.length === 0 ? NO_RULE : lowestForStatus(cells, statusOf(status));
  if (best < search.first) return best;
  const raw = typeof body === "string" ? body : rawBodyOf(body);
  const quick = search.searchQuickly(raw, best);
  const rule = quick === NO_ANSWER ? search.searchOtherwise(new BodySubject(raw, variants), best, []) : quick;
  return rule === NO_RULE ? -1 : rule;
}

/** The body of a response of which nothing else is asked. */
class BodySubject implements SearchedSubject {
  readonly raw: string | Uint8Array;
  readonly variants: LetterVariants;

  constructor(raw: string | Uint8Array, variants: LetterVariants) {
    this.raw = raw;
    this.variants = variants;
  }

  text(): string {
    return textOfRawBody(this.raw);
  }

  folded(): string {
    return foldWith(this.text(), this.variants);
  }
}
