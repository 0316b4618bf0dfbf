import { chosen } from "../choice.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { FULL_PACE, figureOf, QUICK_PACE, timeInterleaved } from "../interleaved.mjs";
import { keywords } from "../made/keywords.mjs";
import { keywordMapping } from "../made/mapping-text.mjs";
import { bodiesOf } from "../made/text-bodies.mjs";
import { markdownTable } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { inBytes, inTime } from "../units.mjs";

/*
 * The ways in which a module can search texts, against one another: what the numbers of packages/dsl/src/runtime/text-search.ts and
 * of packages/dsl/src/execution/ come from. Bodies without a hit, which are read to their ends.
 */

const RULES = [2, 3, 4, 10, 24, 100];
const SIZES = [100, 300, 1000, 10_000];

/** @type {readonly import("@responses/dsl").SearchWay[]} */
const WAYS = ["expression", "one by one", "scanner", "automaton"];

/** One expression is made for so few texts only. */
const MOST_IN_EXPRESSION = 3;

/**
 * @typedef {object} WaysCell
 * @property {number} rules
 * @property {string} body
 * @property {readonly (number | null)[]} ns of each way; null for one that is not made for so many texts
 * @property {number} chosen nanoseconds of the module that chooses
 */

export const ways = measuredTable({
  name: "ways",
  parts: ({ rules }) => chosen(RULES, rules),
  async measure(rules, { sizes, isQuick }) {
    const wanted = keywords(rules);
    const text = keywordMapping(wanted);
    const possible = WAYS.filter((way) => way !== "expression" || rules <= MOST_IN_EXPRESSION);
    const modules = await Promise.all([
      compiledModule(text),
      ...possible.map((way) => compiledModule(text, way)),
    ]);
    const cells = [];
    for (const size of chosen(SIZES, sizes)) {
      const inputs = bodiesOf(size, "none", wanted);
      const competitors = modules.map(({ classify }, index) => ({
        name: possible[index - 1] ?? "chosen",
        work: (/** @type {string} */ body) => classify(200, body),
      }));
      for (const { name, work } of competitors) {
        if (inputs.some((input) => work(input) !== -1)) throw new Error(`${name} finds what is not there`);
      }
      const taken = await timeInterleaved(competitors, inputs, isQuick ? QUICK_PACE : FULL_PACE);
      const [chosenNs = Number.NaN, ...others] = taken.map((rounds) => figureOf(rounds).median);
      const ns = WAYS.map((way) => others[possible.indexOf(way)] ?? null);
      cells.push({ rules, body: inBytes(size), ns, chosen: chosenNs });
    }
    return cells;
  },
  markdown: waysTable,
  summary: waysTable,
});

/** @param {readonly WaysCell[]} cells */
function waysTable(cells) {
  return markdownTable(
    ["texts", "body", ...WAYS, "the module chooses"],
    cells.map(({ rules, body, ns, chosen: chosenNs }) => {
      const least = Math.min(...ns.map((one) => one ?? Infinity));
      const shown = ns.map((one) => (one === null ? "" : one === least ? `**${inTime(one)}**` : inTime(one)));
      return [String(rules), body, ...shown, inTime(chosenNs)];
    }),
  );
}
