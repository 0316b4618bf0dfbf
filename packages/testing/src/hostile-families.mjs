import { OTHERS } from "./hostile/cuts.mjs";
import { JSONS, XMLS } from "./hostile/documents.mjs";
import { SEVERAL_TESTS } from "./hostile/several-tests.mjs";
import { GLOBS, KEYWORDS, WORDS } from "./hostile/texts.mjs";

/*
 * Bodies made to be slow, each with the mapping that they are made for, in any size: what costs a naive matcher quadratic time,
 * or a clever one the storm of candidates that its filter lets through. `npm run bench match -- --table hostile` doubles them
 * and looks at the clock; tests can count work instead.
 */

/** @type {readonly import("./hostile/parts.mjs").HostileFamily[]} */
export const HOSTILE_FAMILIES = [
  ...KEYWORDS,
  ...WORDS,
  ...GLOBS,
  ...JSONS,
  ...XMLS,
  ...OTHERS,
  ...SEVERAL_TESTS,
];
