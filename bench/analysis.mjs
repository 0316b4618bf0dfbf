import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleSource } from "../scripts/bundle-source.mjs";
import { bodyRules } from "./analysis/body-rules.mjs";
import { askZ3 } from "./analysis/z3.mjs";
import { median } from "./stopwatch.mjs";

/*
 * How long exact answers about rules take: whether each can decide, after an edit again, and what a change changes. Each size runs in
 * processes of its own. Beside them, on rules that these understand: automata pair by pair, and a solver of formulas over texts.
 */

/** @typedef {import("./table.mjs").Table} Table */
/** @typedef {import("./analysis/measure.js").OfSize} OfSize */
/** @typedef {import("./analysis/measure.js").OfPeers} OfPeers */
/** @typedef {import("./analysis/measure.js").OfWorstCase} OfWorstCase */

/** Milliseconds that are wanted of each size: whether all rules can decide, and comparing after five edits. */
const AIMS = [
  { size: 100, reachability: 5, difference: 2 },
  { size: 1_000, reachability: 40, difference: 40 },
  { size: 10_000, reachability: 200, difference: 350 },
  { size: 32_000, reachability: 600, difference: null },
];
const DOUBLED = [5_000, 10_000, 20_000];
const RUNS = 3;

const PEER_SIZES = [30, 100];
/** Questions that Z3 is asked for a file, and milliseconds that it has for each. */
const Z3_QUESTIONS = 6;
const Z3_MOST = 10_000;

/** @returns {Promise<readonly Table[]>} */
export async function benchAnalysis() {
  const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
  try {
    const script = join(folder, "measure.mjs");
    await bundleSource("bench/analysis/measure.ts", script);
    const measure = (/** @type {readonly string[]} */ ...words) =>
      JSON.parse(execFileSync(process.execPath, [script, ...words], { encoding: "utf8" }));
    return [
      sizes((size) => measure("size", String(size))),
      await peers((size) => measure("peers", String(size))),
      worstCases(measure("worst")),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {(size: number) => OfSize} measure
 * @returns {Table}
 */
function sizes(measure) {
  const measured = [...AIMS.map(({ size }) => size), ...DOUBLED].map((size) => ({
    size,
    runs: /** @type {OfSize[]} */ ([]),
  }));
  for (let run = 0; run < RUNS; run++) for (const { size, runs } of measured) runs.push(measure(size));
  const of = (/** @type {number} */ size, /** @type {keyof OfSize} */ key) =>
    Math.min(...(measured.find((one) => one.size === size)?.runs ?? []).map((run) => run[key] ?? Number.NaN));
  const growth = DOUBLED.slice(1).map((size, index) => {
    const half = DOUBLED[index] ?? size;
    return `${half.toLocaleString("en")} to ${size.toLocaleString("en")} rules: ${(of(size, "reachability") / of(half, "reachability")).toFixed(2)} times as long`;
  });
  return {
    title: "Exact answers: milliseconds (one example for every ten rules)",
    columns: [
      "rules",
      "reachability",
      "aim",
      "analyse",
      "one edit",
      "aim",
      "analyse after it",
      "diff of 5 edits",
      "aim",
      "not decided",
    ],
    rows: AIMS.map(({ size, reachability, difference }) => [
      size,
      of(size, "reachability"),
      reachability,
      of(size, "analysis"),
      of(size, "recheck"),
      size === 10_000 ? 5 : Number.NaN,
      of(size, "analysisAfterEdit"),
      of(size, "difference"),
      difference ?? Number.NaN,
      of(size, "undecided"),
    ]),
    notes: [
      ...growth.map((one) => `${one}; at most 2.3 is wanted`),
      "reachability alone is a part of analyse, which also runs all examples and makes every other check",
      `files of up to 1,000 rules are measured warm, larger ones as a user meets them; the fastest of ${RUNS} processes`,
      "what the process worked is measured, not what it waited while others had the processor",
    ],
  };
}

/**
 * @param {(size: number) => OfPeers} measure
 * @returns {Promise<Table>}
 */
async function peers(measure) {
  const rows = [];
  for (const size of PEER_SIZES) {
    const { own, refa } = measure(size);
    // Questions from all over the file; one without an answer took all the time that there was.
    const places = Array.from(
      { length: Z3_QUESTIONS },
      (_, n) => (n + 1) * Math.floor(size / Z3_QUESTIONS) - 1,
    );
    const asked = await askZ3(bodyRules(size), places, Z3_MOST);
    const z3 = median(asked.map(({ ms }) => ms));
    const answered = asked.filter(({ answer }) => answer !== "unknown").length;
    rows.push([`${size} rules`, own, refa, refa / own, z3, z3 / own, `${answered} of ${asked.length}`]);
  }
  return {
    title: "Can a rule decide? Milliseconds for each rule",
    columns: ["file", "responses", "refa", "÷", "Z3", "÷", "Z3 answers"],
    rows,
    notes: [
      "refa: whether one rule above takes all, pair by pair; that several do together it does not see",
      `Z3 (median of ${Z3_QUESTIONS} questions) has ${Z3_MOST / 1000} s for each; letter case and white space at the ends are left aside for it; its time is that of the clock`,
    ],
  };
}

/**
 * @param {readonly OfWorstCase[]} cases
 * @returns {Table}
 */
function worstCases(cases) {
  return {
    title: "Lists that are made to be slow",
    columns: ["list", "rules", "steps", "of one rule at most", "not decided", "the last rule is", "ms"],
    rows: cases.map((one) => [
      one.name,
      one.rules,
      one.steps,
      one.mostStepsOfRule,
      one.undecided,
      one.last,
      one.ms,
    ]),
    notes: ["what is not decided has come to a bound on steps, and is told as such"],
  };
}
