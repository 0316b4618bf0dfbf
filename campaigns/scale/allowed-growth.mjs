/** By so much the counted work may grow when a file's size doubles. */
export const MOST_GROWTH = 2.3;

/**
 * Work that counts as none: what completion and hover do is so little that it grows and shrinks with where the lines lie that are asked
 * about.
 */
export const LITTLE = 300_000;

const REPLACEMENTS =
  "what could stand in a test's place is tried on all examples for the first rules alone: for rules times examples up to 1,000,000";

const AGAIN = "from some hundred rules on the same is written again, and there are findings to print";

/**
 * Commands of which a family's work may grow by more between the sizes that the test measures, each with the reason and the bound that
 * ends it.
 *
 * @typedef {object} Allowed
 * @property {readonly string[]} commands
 * @property {number} growth
 * @property {string} reason
 */

const WORKSPACE =
  "all mappings of the workspace are linked for it, and each has all below it: an answer waits for that for 100 ms, and then says that it is not whole";

/** What finds all findings of a file; a comparison finds those of both. */
const ANALYSED = ["check", "test", "test --coverage", "diff"];

/** @type {Readonly<Record<string, Allowed>>} */
export const ALLOWED = {
  "rules that nearly hold, examples": { commands: ANALYSED, growth: 3.3, reason: REPLACEMENTS },
  "rules of status 599, examples": { commands: ANALYSED, growth: 2.8, reason: REPLACEMENTS },
  "a missing keyword each": { commands: ANALYSED, growth: 2.6, reason: REPLACEMENTS },
  "texts of two letters, all": { commands: ANALYSED, growth: 4, reason: AGAIN },
  "pairs in order": { commands: ANALYSED, growth: 4, reason: AGAIN },
  "a status and not another": { commands: ANALYSED, growth: 2.9, reason: AGAIN },
  "statuses one by one": { commands: ANALYSED, growth: 2.6, reason: AGAIN },
  "a chain of includes": { commands: ["completion"], growth: 4.1, reason: WORKSPACE },
  "diamonds of includes": { commands: ["completion"], growth: 4.1, reason: WORKSPACE },
  "equal rules, examples that fail": {
    commands: ["test", "test --coverage", "diff"],
    growth: 2.5,
    reason: AGAIN,
  },
  "lists of statuses, examples": { commands: ANALYSED, growth: 2.8, reason: AGAIN },
};

/**
 * By so much a command's work may grow for a family when the size doubles.
 *
 * @param {string} command
 * @param {string} name
 */
export function mostGrowth(command, name) {
  const allowed = ALLOWED[name];
  return allowed?.commands.includes(command) ? allowed.growth : MOST_GROWTH;
}
