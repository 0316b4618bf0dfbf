import { parseArgs } from "node:util";
import { Misuse } from "../misuse.mjs";

/** What to measure, as the words of a command say it. */

/**
 * @typedef {object} Choice
 * @property {readonly string[] | null} tables null for all
 * @property {readonly number[] | null} rules how many; null for all that a table has
 * @property {readonly number[] | null} sizes of bodies in bytes; null for all that a table has
 * @property {readonly string[] | null} hits early, late, none; null for all that a table has
 * @property {readonly string[] | null} families of hostile bodies; null for all
 * @property {boolean} isQuick with figures that are good for a first look
 * @property {boolean} hasWebAssembly false to see the shapes for engines that have none
 * @property {string | null} node a major version of Node, from npm; null for the running one
 * @property {boolean} installsNative compiles native re2 first
 * @property {string | null} write a page whose tables to replace
 */

export const USAGE = `npm run bench match -- [options]

  --table NAMES      of ${"texts, globs, bytes, json, xml, form, captures, ndjson, size, scale, ways, hostile"}; all without it
  --rules COUNTS     only cells with so many rules, as 3,10
  --sizes BYTES      only cells with bodies of so many bytes, as 100,1000
  --hits HITS        only early, late or none
  --families NAMES   only these families of hostile bodies (parts of names)
  --quick            short rounds: figures for a first look
  --no-wasm          without WebAssembly, as on engines that have none
  --node MAJOR       with Node 20, 22 or 24 from npm, installed apart (Linux on x64)
  --native           compiles native re2 as a peer, the first time (a minute, g++ and make)
  --write PAGE       puts the tables into the page, between its marks
`;

const OPTIONS = /** @type {const} */ ({
  table: { type: "string" },
  rules: { type: "string" },
  sizes: { type: "string" },
  hits: { type: "string" },
  families: { type: "string" },
  quick: { type: "boolean", default: false },
  "no-wasm": { type: "boolean", default: false },
  node: { type: "string" },
  native: { type: "boolean", default: false },
  write: { type: "string" },
});

/**
 * @param {readonly string[]} words
 * @returns {Choice}
 * @throws {Misuse} for words that mean nothing here
 */
export function readChoice(words) {
  const values = readOptions(words);
  const list = (/** @type {string | undefined} */ value) => value?.split(",") ?? null;
  const numbers = (/** @type {string | undefined} */ value) => list(value)?.map(wholeNumber) ?? null;
  return {
    tables: list(values.table),
    rules: numbers(values.rules),
    sizes: numbers(values.sizes),
    hits: list(values.hits),
    families: list(values.families),
    isQuick: values.quick,
    hasWebAssembly: !values["no-wasm"],
    node: values.node ?? null,
    installsNative: values.native,
    write: values.write ?? null,
  };
}

/** @param {string} text */
function wholeNumber(text) {
  if (!/^\d+$/.test(text)) throw new Misuse(`${text} is no whole number`);
  return Number(text);
}

/**
 * @template Item
 * @param {readonly Item[]} all
 * @param {readonly Item[] | null} wanted
 * @returns {readonly Item[]} those of the wanted that there are; all where nothing is said
 */
export function chosen(all, wanted) {
  return wanted === null ? all : all.filter((item) => wanted.includes(item));
}

/** @param {readonly string[]} words */
function readOptions(words) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
