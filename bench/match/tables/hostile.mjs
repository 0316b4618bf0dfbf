import { HOSTILE_FAMILIES } from "@responses/testing/hostile-families";
import { workedMs } from "../../stopwatch.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { markdownTable } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { inTime, rounded } from "../units.mjs";

/* How the time of a verdict grows as hostile bodies do: from 64 kB to 8 MB, it should double as the body does. */

const SIZES = Array.from({ length: 8 }, (_, doublings) => 2 ** (16 + doublings));

/** Up to here in a quick run. */
const QUICK_SIZE = 2 ** 20;

/** How much more time a body of twice the size may take. */
const MOST_PER_DOUBLING = 2.3;

/** No body is doubled after a verdict that took as long as this. */
const MOST_MS = 2000;

/** A size is asked again and again for so long, and the least time counts: what others do to the caches only adds to it. */
const MS_A_SIZE = 80;
const BATCHES_AT_LEAST = 3;
const MOST_TURNS = 4;

/**
 * @typedef {object} Growth
 * @property {string} family
 * @property {readonly { size: number, ns: number }[]} times
 */

/** The clock of a process is not finer than some microseconds. */
const MS_A_BATCH = 3;

/**
 * @param {() => unknown} verdict
 * @param {number} milliseconds
 * @returns {number} nanoseconds of a call in the fastest of several batches
 */
function leastTime(verdict, milliseconds) {
  const end = performance.now() + milliseconds;
  let least = Number.POSITIVE_INFINITY;
  let calls = 1;
  for (let batches = 0; batches < BATCHES_AT_LEAST || performance.now() < end; batches++) {
    const start = workedMs();
    for (let call = 0; call < calls; call++) verdict();
    const taken = workedMs() - start;
    if (taken < MS_A_BATCH) {
      calls *= 2;
      batches--;
      continue;
    }
    least = Math.min(least, taken / calls);
    if (taken > MOST_MS / 4) break;
  }
  return least * 1e6;
}

/** @param {readonly string[] | null} wanted parts of names */
function chosenFamilies(wanted) {
  return HOSTILE_FAMILIES.map(({ name }, index) => ({ name, index })).filter(
    ({ name }) => wanted?.some((part) => name.includes(part)) ?? true,
  );
}

export const hostile = measuredTable({
  name: "hostile",
  parts: ({ families }) => chosenFamilies(families).map(({ index }) => index),
  async measure(index, { isQuick }) {
    const family = HOSTILE_FAMILIES[index];
    if (family === undefined) throw new RangeError(`no family ${index}`);
    const { match } = await compiledModule(family.mapping);
    const times = [];
    for (const size of SIZES) {
      if (isQuick && size > QUICK_SIZE) break;
      const body = family.body(size);
      const verdict = () => match({ status: 200, body });
      // The engine compiles what runs often; that belongs to no size.
      if (times.length === 0) leastTime(verdict, 2 * MS_A_SIZE);
      globalThis.gc?.();
      let time = { size: body.length, ns: Number.POSITIVE_INFINITY };
      // A time that looks too long may be another program's doing; a growth that is real stays.
      for (let turn = 0; turn < MOST_TURNS; turn++) {
        time = { ...time, ns: Math.min(time.ns, leastTime(verdict, isQuick ? MS_A_SIZE / 4 : MS_A_SIZE)) };
        const before = times.at(-1);
        if (before === undefined || factor(before, time) <= MOST_PER_DOUBLING) break;
      }
      times.push(time);
      if (time.ns > MOST_MS * 1e6) break;
    }
    return [/** @type {Growth} */ ({ family: family.name, times })];
  },
  markdown: (growths) => `${summaryOf(growths)}\n\n${growthTable(growths)}`,
  summary(growths) {
    const failing = growths.filter(isSuperLinear);
    return failing.length === 0 ? summaryOf(growths) : `${summaryOf(growths)}\n\n${growthTable(failing)}`;
  },
});

/** @param {Growth} growth */
function isSuperLinear(growth) {
  return worstDoubling(growth) > MOST_PER_DOUBLING;
}

/** @param {readonly Growth[]} growths */
function summaryOf(growths) {
  const failing = growths.filter(isSuperLinear).length;
  return `${growths.length} families; ${failing} of them have a doubling above ${MOST_PER_DOUBLING}.`;
}

/** @param {readonly Growth[]} growths */
function growthTable(growths) {
  const columns = ["body", "64 kB", "longest", "of", "ns a character", "mean doubling", "worst doubling"];
  return markdownTable(columns, growths.map(writeGrowth));
}

/** @param {Growth} growth */
function worstDoubling({ times }) {
  return Math.max(...times.slice(1).map((time, index) => factor(times[index] ?? time, time)));
}

/**
 * By how much time grows where the size doubles; what is not quite a doubling counts for what it is.
 *
 * @param {{ size: number, ns: number }} before
 * @param {{ size: number, ns: number }} after
 */
function factor(before, after) {
  return (after.ns / before.ns) ** (Math.LN2 / Math.log(after.size / before.size));
}

/** @param {Growth} growth */
function writeGrowth(growth) {
  const [first] = growth.times;
  const last = growth.times.at(-1);
  if (first === undefined || last === undefined) return [growth.family];
  const worst = worstDoubling(growth);
  return [
    growth.family.replaceAll("|", "\\|"),
    inTime(first.ns),
    inTime(last.ns),
    `${rounded(last.size / 2 ** 20)} MB`,
    rounded(last.ns / last.size),
    rounded(factor(first, last)),
    isSuperLinear(growth) ? `**${rounded(worst)}**` : rounded(worst),
  ];
}
