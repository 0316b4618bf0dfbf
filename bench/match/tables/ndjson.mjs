import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NDJSON_AIM } from "../aims.mjs";
import { chosen } from "../choice.mjs";
import { figureOf } from "../interleaved.mjs";
import { fieldBodies } from "../made/field-bodies.mjs";
import { keywords } from "../made/keywords.mjs";
import { keywordMapping, mappingText, quoted } from "../made/mapping-text.mjs";
import { markdownTable } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { inBytes, inRatio, rounded } from "../units.mjs";

/*
 * `responses match --ndjson`: the whole command from a file to nowhere, less what it takes for an empty file, beside `JSON.parse` of
 * each line in this process, which is given strings and reads no file. They take turns. One thread is compared by the work of its
 * process, since others on the machine would change what a clock says; several are compared by the clock.
 */

const SIZES = [300, 1000, 10_000];
const RULES = 30;

/** Bytes of a file, and how often each is timed: what the engine compiles meanwhile is a small part of the work. */
const FULL = { bytes: 192e6, rounds: 5 };
const QUICK = { bytes: 24e6, rounds: 3 };

/** Lines of a file are written so many times at once. */
const AT_ONCE = 1000;

const COMMAND = fileURLToPath(new URL("../../../packages/cli/dist/responses.mjs", import.meta.url));

/** @type {Readonly<Record<string, (texts: readonly string[]) => string>>} */
const MAPPINGS = {
  "keywords on the body": keywordMapping,
  "texts of a JSON field": (texts) =>
    mappingText(texts, (text) => `json "$.result.reason" exact ${quoted(text)}`),
};

/**
 * @typedef {object} Taken
 * @property {number} clock milliseconds
 * @property {number} work milliseconds of all its threads
 */

/**
 * @typedef {object} LinesCell
 * @property {string} line
 * @property {string} rules
 * @property {number} jobs
 * @property {import("../interleaved.mjs").Figure} clock MB a second
 * @property {import("../interleaved.mjs").Figure} work MB a second
 * @property {import("../interleaved.mjs").Figure} parse MB a second of work
 * @property {import("../interleaved.mjs").Figure} ratio
 */

export const ndjson = measuredTable({
  name: "ndjson",
  parts: ({ sizes }) => chosen(SIZES, sizes),
  async measure(size, { isQuick }) {
    const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
    try {
      return Object.entries(MAPPINGS).flatMap(([rules, write]) => {
        const texts = keywords(RULES);
        const mapping = join(folder, "mapping.responses");
        writeFileSync(mapping, write(texts));
        return measureLines(folder, mapping, linesOf(size, texts), isQuick ? QUICK : FULL).map((cell) => ({
          ...cell,
          line: inBytes(size),
          rules,
        }));
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  markdown: writeCells,
  summary: writeCells,
});

/**
 * @param {number} size of a body in bytes
 * @param {readonly string[]} texts
 */
function linesOf(size, texts) {
  const { inputs } = fieldBodies("json", size, texts, 1);
  return inputs.map((body, id) =>
    JSON.stringify({
      id,
      time: "2026-11-28T10:22:31Z",
      url: "https://acme.example/leads",
      status: 200,
      body,
    }),
  );
}

/**
 * @param {string} folder
 * @param {string} mapping
 * @param {readonly string[]} lines
 * @param {typeof FULL} pace
 * @returns {readonly Omit<LinesCell, "line" | "rules">[]}
 */
function measureLines(folder, mapping, lines, { bytes, rounds }) {
  const [path, single] = [join(folder, "lines.ndjson"), join(folder, "line.ndjson")];
  const block = `${lines.join("\n")}\n`;
  const repeated = Math.ceil(bytes / Buffer.byteLength(block));
  const megabytes = (repeated * Buffer.byteLength(block)) / 1e6;
  writeFileSync(path, "");
  // No string is as long as the file.
  for (let written = 0; written < repeated; written += AT_ONCE)
    appendFileSync(path, block.repeat(Math.min(AT_ONCE, repeated - written)));
  // A file without a line is refused.
  writeFileSync(single, `${lines[0]}\n`);
  const parse = () =>
    timed(() => {
      let length = 0;
      for (let time = 0; time < repeated; time++)
        for (const line of lines) length += JSON.parse(line).body.length;
      if (length === 0) throw new Error("there are no bodies");
    });
  parse();
  return [1, availableParallelism()].map((jobs) => {
    const compared = jobs === 1 ? "work" : "clock";
    /** @type {{ ours: Taken, parse: Taken }[]} */
    const taken = [];
    for (let round = 0; round < rounds; round++) {
      const [all, nothing] = [matchLines(mapping, path, jobs), matchLines(mapping, single, jobs)];
      const ours = { clock: all.clock - nothing.clock, work: all.work - nothing.work };
      taken.push({ ours, parse: parse() });
    }
    const speed = (/** @type {number} */ ms) => (megabytes * 1000) / ms;
    return {
      jobs,
      clock: figureOf(taken.map(({ ours }) => speed(ours.clock))),
      work: figureOf(taken.map(({ ours }) => speed(ours.work))),
      parse: figureOf(taken.map((round) => speed(round.parse.work))),
      ratio: figureOf(taken.map((round) => round.parse[compared] / round.ours[compared])),
    };
  });
}

/**
 * @param {() => void} run
 * @returns {Taken}
 */
function timed(run) {
  const before = process.cpuUsage();
  const start = performance.now();
  run();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, work: (user + system) / 1000 };
}

/** Tells at the end, in milliseconds, how much the process has worked. */
const TELLS_WORK = `data:text/javascript,import { writeSync } from "node:fs";
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String((user + system) / 1000));
});`;

/**
 * @param {string} mapping
 * @param {string} path
 * @param {number} jobs
 * @returns {Taken}
 */
function matchLines(mapping, path, jobs) {
  const start = performance.now();
  const words = [COMMAND, "match", mapping, "--ndjson", path, "--jobs", String(jobs)];
  const { status, output } = spawnSync(process.execPath, ["--import", TELLS_WORK, ...words], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`the command ended with ${status}`);
  return { clock: performance.now() - start, work: Number(output[3]) };
}

/** @param {readonly LinesCell[]} cells */
function writeCells(cells) {
  const columns = [
    "body",
    `${RULES} rules`,
    "threads",
    "MB/s",
    "of work",
    "JSON.parse, of work",
    "ratio",
    "aim",
  ];
  const rows = cells.map(({ line, rules, jobs, clock, work, parse, ratio }) => {
    const aim = jobs === 1 ? NDJSON_AIM : null;
    const isReached = aim === null || ratio.median >= aim;
    const written = `${inRatio(ratio.median)} (${inRatio(ratio.least)}–${inRatio(ratio.most)})`;
    return [
      line,
      rules,
      String(jobs),
      rounded(clock.median),
      rounded(work.median),
      rounded(parse.median),
      isReached ? written : `**${written}**`,
      aim === null ? "" : `${aim}${isReached ? "" : ", missed"}`,
    ];
  });
  return markdownTable(columns, rows);
}
