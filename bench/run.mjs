// npm run bench [reading] [starting] [lsp] [analysis] [-- --write]; npm run bench match [-- options]; npm run bench scale [COMMAND…] [-- --far]
//
// Runs the benchmarks against what `npm run build` built, and prints a table each; --write also writes bench/results.json.
// Figures depend on the machine, so each stands beside a peer's of the same run, and the ratio is what to look at.
// `match` has options and a page of its own (docs/performance.md) and takes long, so that it only runs when it is named; `scale` too.

import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { benchAnalysis } from "./analysis.mjs";
import { benchServer } from "./lsp.mjs";
import { benchMatch } from "./match/run.mjs";
import { Misuse } from "./misuse.mjs";
import { benchReading } from "./reading.mjs";
import { benchScale } from "./scale.mjs";
import { benchStarting } from "./starting.mjs";
import { writeTable } from "./table.mjs";

/** @typedef {import("./table.mjs").Table} Table */

/** @type {Readonly<Record<string, () => readonly Table[] | Promise<readonly Table[]>>>} */
const BENCHMARKS = {
  starting: () => [benchStarting()],
  reading: () => [benchReading()],
  lsp: benchServer,
  analysis: benchAnalysis,
};

/** @param {readonly string[]} words */
async function benchOthers(words) {
  const wanted = words.filter((word) => word !== "--write");
  const unknown = wanted.filter((word) => !Object.hasOwn(BENCHMARKS, word));
  if (unknown.length > 0)
    throw new Misuse(
      `no such benchmark: ${unknown.join(", ")}; there are match, scale, ${Object.keys(BENCHMARKS).join(", ")}`,
    );

  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  process.stdout.write(`${machine}\n\n`);

  /** @type {Record<string, readonly Table[]>} */
  const results = {};
  for (const [name, bench] of Object.entries(BENCHMARKS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const tables = await bench();
    results[name] = tables;
    for (const table of tables) process.stdout.write(`${writeTable(table)}\n`);
  }

  if (words.includes("--write")) {
    const path = new URL("results.json", import.meta.url);
    writeFileSync(path, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  }
}

const [first, ...words] = process.argv.slice(2);
try {
  if (first === "match") await benchMatch(words);
  else if (first === "scale")
    for (const table of await benchScale(words)) process.stdout.write(`${writeTable(table)}\n`);
  else await benchOthers(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
