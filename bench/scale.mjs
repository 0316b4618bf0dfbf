import { FAMILIES } from "../campaigns/scale/families.mjs";
import { COMMANDS, growthsOf, measuredFamilies } from "../campaigns/scale/measured-families.mjs";
import { sizesBetween } from "../campaigns/scale/sizes.mjs";
import { Misuse } from "./misuse.mjs";

/** @typedef {import("./table.mjs").Table} Table */

const FROM = 32 * 1024;
const USUAL_TO = 512 * 1024;
const FARTHEST = 4 * 1024 * 1024;

/** Milliseconds after which a run is given up. */
const PATIENCE = 120_000;

/** Families that a table shows, the worst. */
const SHOWN = 20;

/**
 * How long commands take for families of mapping files, and how their counted work grows, the worst first: `npm run bench scale [COMMAND…]
 * [-- --far]`; `--far` goes on to 4 MB.
 *
 * @param {readonly string[]} words
 * @returns {Promise<readonly Table[]>}
 */
export async function benchScale(words) {
  const wanted = words.filter((word) => word !== "--far");
  const unknown = wanted.filter((word) => !Object.hasOwn(COMMANDS, word));
  if (unknown.length > 0)
    throw new Misuse(
      `no such command: ${unknown.join(", ")}; there are ${Object.keys(COMMANDS).join(", ")}, and --far`,
    );
  const sizes = sizesBetween(FROM, words.includes("--far") ? FARTHEST : USUAL_TO);
  /** @type {Table[]} */
  const tables = [];
  for (const command of wanted.length > 0 ? wanted : ["check", "test", "fmt", "compile", "match"])
    tables.push(await tableOf(command, sizes));
  return tables;
}

/**
 * @param {string} command
 * @param {readonly number[]} sizes
 * @returns {Promise<Table>}
 */
async function tableOf(command, sizes) {
  const names = Object.keys(FAMILIES);
  const measured = await measuredFamilies({ command, names, sizes, patience: PATIENCE });
  const rows = measured
    .map((family) => ({ family, growth: Math.max(...growthsOf(family)) }))
    .sort((a, b) => b.growth - a.growth)
    .slice(0, SHOWN)
    .map(({ family, growth }) => [
      family.name,
      Number.isFinite(growth) ? growth : "not ended",
      ...sizes.map((_, index) => family.sizes[index]?.run?.milliseconds ?? Number.NaN),
    ]);
  return {
    title: `${command}: ${names.length} families of mapping files, the ${rows.length} whose work grows most`,
    columns: ["family", "work × per doubling", ...sizes.map((size) => `${size / 1024} kB, ms`)],
    rows,
    notes: [
      "work is what V8 counts of the command's functions and blocks; times are those of runs that are counted, one at a time on each of two processors",
    ],
  };
}
