import { gzipSync } from "node:zlib";
import { link, parse } from "@responses/dsl";
import { transformSync } from "esbuild";
import { moduleOf } from "../../library.mjs";
import { makeRules } from "../../mappings.mjs";
import { chosen } from "../choice.mjs";
import { loadModule } from "../compiled-module.mjs";
import { firstVerdicts } from "../first-verdict.mjs";
import { FULL_PACE, figureOf, QUICK_PACE, timeInterleaved } from "../interleaved.mjs";
import { markdownTable } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { inBytes, inTime, rounded } from "../units.mjs";

/*
 * A mapping that includes those of many systems, with rules of every kind: texts anywhere, exact texts, words, fields of JSON and XML,
 * parts of lines, statuses, several tests.
 */

const SYSTEMS = 60;
const RULES = [600, 2400, 10_000];

/** Bodies that rules all over the mapping decide. */
const SAMPLES = 20;

/** A body that no rule decides. */
const UNKNOWN = JSON.stringify({ status: "ok", text: "The lead was looked at by our team. ".repeat(25) });

/**
 * @typedef {object} Scale
 * @property {number} rules
 * @property {{ reading: number, linking: number, compiling: number }} ms
 * @property {{ raw: number, gzipped: number }} bytes minified
 * @property {number} first verdict of a fresh process, with loading, in milliseconds
 * @property {{ hit: number, none: number }} ns of a verdict
 */

/**
 * @param {number} rules
 * @returns {ReadonlyMap<string, string>} the texts of the files by their names, the mapping's own first
 */
function filesOf(rules) {
  const all = makeRules(rules);
  const share = Math.ceil(rules / SYSTEMS);
  /** @type {Map<string, string>} */
  const files = new Map();
  const names = Array.from({ length: SYSTEMS }, (_, n) => `system-${n}.responses`);
  files.set("all.responses", names.map((name) => `include "${name}"\n`).join(""));
  names.forEach((name, n) => {
    const own = all.slice(n * share, (n + 1) * share);
    files.set(name, `system "System ${n}"\n${own.map(({ written }) => `${written}\n`).join("")}`);
  });
  return files;
}

/**
 * @template Value
 * @param {() => Value} work
 * @returns {{ value: Value, ms: number }}
 */
function timed(work) {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

/**
 * @param {number} rules
 * @param {import("../choice.mjs").Choice} choice
 * @returns {Promise<Scale>}
 */
async function measureScale(rules, { isQuick, hasWebAssembly }) {
  const files = filesOf(rules);
  const reading = timed(() => new Map([...files].map(([name, text]) => [name, parse(name, text)])));
  const host = {
    resolve: (/** @type {string} */ _from, /** @type {string} */ include) => include,
    load: (/** @type {string} */ path) => reading.value.get(path) ?? null,
  };
  const main = reading.value.get("all.responses");
  if (main === undefined) throw new Error("there is no mapping");
  const linking = timed(() => link(main, host));
  const linked = linking.value;
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  const compiling = timed(() => moduleOf(linked.mapping));
  const minified = transformSync(compiling.value, { minify: true, format: "esm" }).code;
  const { classify } = await loadModule(compiling.value);

  const made = makeRules(rules);
  const hits = Array.from(
    { length: SAMPLES },
    (_, n) => made[Math.floor(((n + 0.5) * rules) / SAMPLES)]?.body ?? "",
  );
  for (const body of hits) if (classify(422, body) < 0) throw new Error(`no rule decides ${body}`);
  if (classify(422, UNKNOWN) !== -1) throw new Error("a rule decides what none should");
  const pace = isQuick ? QUICK_PACE : FULL_PACE;
  const nsOf = async (/** @type {readonly string[]} */ bodies) => {
    const work = (/** @type {string} */ body) => classify(422, body);
    const [rounds = []] = await timeInterleaved([{ name: "compiled", work }], bodies, pace);
    return figureOf(rounds).median;
  };
  const [start] = firstVerdicts([{ name: "compiled", source: minified }], UNKNOWN, {
    rounds: isQuick ? 3 : 11,
    hasWebAssembly,
  });
  return {
    rules,
    ms: { reading: reading.ms, linking: linking.ms, compiling: compiling.ms },
    bytes: { raw: Buffer.byteLength(minified), gzipped: gzipSync(minified, { level: 9 }).length },
    first: start === undefined ? Number.NaN : start.load + start.first,
    ns: { hit: await nsOf(hits), none: await nsOf([UNKNOWN]) },
  };
}

export const scale = measuredTable({
  name: "scale",
  parts: ({ rules }) => chosen(RULES, rules),
  measure: async (rules, choice) => [await measureScale(rules, choice)],
  markdown: writeScales,
  summary: writeScales,
});

/** @param {readonly Scale[]} scales */
function writeScales(scales) {
  return markdownTable(
    [
      ...["rules", "reading, ms", "linking, ms", "compiling, ms", "minified", "and gzipped"],
      ...["loading and first verdict, ms", "a verdict with a hit", `none, ${inBytes(UNKNOWN.length)}`],
    ],
    scales.map(({ rules, ms, bytes, first, ns }) => [
      ...[String(rules), rounded(ms.reading), rounded(ms.linking), rounded(ms.compiling)],
      ...[inBytes(bytes.raw), inBytes(bytes.gzipped), rounded(first), inTime(ns.hit), inTime(ns.none)],
    ]),
  );
}
