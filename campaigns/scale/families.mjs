import { EXAMPLES } from "./examples.mjs";
import { FIELDS } from "./fields.mjs";
import { INCLUDES } from "./includes.mjs";
import { RULES } from "./rules.mjs";
import { RULES_AND_EXAMPLES } from "./rules-and-examples.mjs";
import { STATEMENTS } from "./statements.mjs";

/**
 * Families of mapping files that grow with a size in characters. Each is there because some way of reading, checking or running it
 * that comes to mind first takes the square of its size.
 *
 * @type {Readonly<Record<string, import("./shapes.mjs").Family>>}
 */
export const FAMILIES = {
  ...RULES,
  ...FIELDS,
  ...EXAMPLES,
  ...RULES_AND_EXAMPLES,
  ...STATEMENTS,
  ...INCLUDES,
};
