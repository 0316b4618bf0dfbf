import { MOST_ALTERNATIVES, orderedExpression } from "../runtime/ordered-expression.js";
import type { ScanPlan } from "../runtime/scan-plan.js";
import { searchedTexts } from "../runtime/text-meaning.js";
import type { SearchWay } from "../runtime/text-search.js";
import type { TextRows } from "../runtime/text-table.js";
import { planScan } from "./scan-places.js";

/** The ways to search the texts of one subject that a mapping carries, beside that of searching each by itself. */
export interface CarriedWays {
  /** Whether there are so few that one regular expression finds them in a short subject. */
  readonly expression: boolean;
  /** Where the scanner in WebAssembly looks for them; null where it is not carried. */
  readonly scan: ScanPlan | null;
  /** Whether there is an automaton, for where there is no scanner and for what is too much for it. */
  readonly automaton: boolean;
  /** The only way to take, in tests; null for the fastest. */
  readonly only: SearchWay | null;
}

/** With fewer texts each is as well searched by itself where there is no scanner (bench/match/tables/ways.mjs). */
export const MANY_TEXTS = 12;

/** The ways that are worth their size for these texts; `variants` are the other cases of letters outside ASCII. */
export function searchWaysFor(
  { keywords = [], words = [] }: TextRows,
  variants: ReadonlyMap<string, readonly string[]>,
  only: SearchWay | null,
): CarriedWays {
  const texts = searchedTexts(keywords, words);
  const takes = (way: SearchWay): boolean => texts.length > 0 && (only === null || only === way);
  return {
    expression: takes("expression") && texts.length <= MOST_ALTERNATIVES && orderedExpression(texts) !== null,
    scan: takes("scanner") ? planScan(texts, variants) : null,
    automaton: takes("automaton") && (only !== null || texts.length >= MANY_TEXTS),
    only,
  };
}
