import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./stopwatch.mjs";

/* How fast mapping files are read and checked, and whether that is linear. Each size runs in processes of its own. */

const SIZES = [100, 10_000, 50_000, 100_000];
const RUNS = 3;

/** What reading-run.mjs measures. @typedef {import("./reading-run.mjs").Reading} Reading */

/** @returns {import("./table.mjs").Table} */
export function benchReading() {
  /** @type {Reading[][]} */
  const runs = SIZES.map(() => []);
  for (let run = 0; run < RUNS; run++) {
    for (const [index, size] of SIZES.entries()) runs[index]?.push(measure(size));
  }
  const rows = SIZES.map((size, index) => {
    const of = (/** @type {keyof Reading} */ key) =>
      median((runs[index] ?? []).map((reading) => reading[key]));
    return {
      size,
      lines: of("lines"),
      total: of("checkMs"),
      parse: of("parseMs"),
      compile: of("compileMs"),
      compiledBytes: of("compiledBytes"),
      json: of("jsonMs"),
      yaml: of("yamlMs"),
      memory: of("memoryMB"),
    };
  });
  const [half, whole] = [rows.at(-2), rows.at(-1)];
  const doubling = half === undefined || whole === undefined ? Number.NaN : whole.total / half.total;
  return {
    title: "Reading: parse and check, then compile (one example for every ten rules)",
    columns: [
      "rules",
      "lines",
      "parse+check ms",
      "lines/s",
      "parse ms",
      "compile ms",
      "module kB",
      "÷ JSON.parse",
      "÷ yaml",
      "peak MB",
    ],
    rows: rows.map((row) => [
      row.size,
      row.lines,
      row.total,
      (row.lines * 1000) / row.total,
      row.parse,
      row.compile,
      row.compiledBytes / 1000,
      row.parse / row.json,
      row.parse / row.yaml,
      row.memory,
    ]),
    notes: [
      `50,000 to 100,000 rules: parse+check takes ${doubling.toFixed(2)} times as long (2 is linear; at most 2.3 wanted)`,
      "÷ JSON.parse, ÷ yaml: time of parse over that of a peer reading the same rules as data",
    ],
  };
}

/**
 * @param {number} size
 * @returns {Reading}
 */
function measure(size) {
  const script = fileURLToPath(new URL("reading-run.mjs", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, String(size)], { encoding: "utf8" }));
}
