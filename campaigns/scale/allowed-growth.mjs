/** By so much the counted work may grow when a file's size doubles. */
export const MOST_GROWTH = 2.3;

const REPLACEMENTS =
  "what could stand in a test's place is tried on all examples for the first rules alone: for rules times examples up to 1,000,000";

const AGAIN = "from some hundred rules on the same is written again, and there are findings to print";

/**
 * Families whose work may grow by more between the sizes that the test measures, each with the reason and the bound that ends it.
 *
 * @type {Readonly<Record<string, { readonly growth: number, readonly reason: string }>>}
 */
export const ALLOWED = {
  "rules that nearly hold, examples": { growth: 3.3, reason: REPLACEMENTS },
  "rules of status 599, examples": { growth: 2.8, reason: REPLACEMENTS },
  "a missing keyword each": { growth: 2.6, reason: REPLACEMENTS },
  "texts of two letters, all": { growth: 3.2, reason: AGAIN },
  "pairs in order": { growth: 3.2, reason: AGAIN },
  "a status and not another": { growth: 2.6, reason: AGAIN },
};
