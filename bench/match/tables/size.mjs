import { gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { mappingOf, moduleOf } from "../../library.mjs";
import { timeOnce } from "../../stopwatch.mjs";
import { chosen } from "../choice.mjs";
import { firstVerdicts } from "../first-verdict.mjs";
import { keywords } from "../made/keywords.mjs";
import { keywordMapping, mappingText, quoted } from "../made/mapping-text.mjs";
import { bodiesOf } from "../made/text-bodies.mjs";
import { markdownTable } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { escaped } from "../peers/text-peers.mjs";
import { inBytes, rounded } from "../units.mjs";

/* What a compiled module weighs, how soon it gives its first verdict, and how long the compiler takes. */

const RULES = [3, 10, 30, 100, 1000, 10_000];

/** Longer lists of texts for one field are rare. */
const MOST_FIELD_RULES = 1000;

const BODY_SIZE = 1000;

/** What was aimed at for ten rules without fields, minified and gzipped. */
const MOST_GZIPPED = { rules: 10, bytes: 4000 };

/**
 * @typedef {object} Weight
 * @property {number} rules
 * @property {"keyword" | "json"} kind
 * @property {{ raw: number, minified: number, gzipped: number }} bytes
 * @property {number} compileUs microseconds a rule
 * @property {readonly import("../first-verdict.mjs").Start[]} starts of the module, and of its peers
 */

/** @type {Readonly<Record<Weight["kind"], (texts: readonly string[]) => string>>} */
const MAPPINGS = {
  keyword: keywordMapping,
  json: (texts) => mappingText(texts, (text) => `json "$.result.reason" exact ${quoted(text)}`),
};

/**
 * What else would start: the same rules as regular expressions, and as a set of re2js.
 *
 * @param {readonly string[]} texts
 */
function peerSources(texts) {
  const patterns = JSON.stringify(texts.map(escaped));
  return [
    {
      name: "a RegExp a rule",
      source: `const patterns = ${patterns}.map((text) => new RegExp(text, "i"));
export const classify = (status, body) => patterns.findIndex((pattern) => pattern.test(body));
`,
    },
    {
      name: "re2js set",
      source: `import { RE2JS, RE2Set } from ${JSON.stringify(import.meta.resolve("re2js"))};
const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE);
for (const text of ${patterns}) set.add(text);
set.compile();
export const classify = (status, body) => Math.min(...set.match(body));
`,
    },
  ];
}

/**
 * @param {number} rules
 * @param {Weight["kind"]} kind
 * @param {import("../choice.mjs").Choice} choice
 * @returns {Weight}
 */
function weigh(rules, kind, { isQuick, hasWebAssembly }) {
  const texts = keywords(rules);
  const mapping = MAPPINGS[kind](texts);
  const compile = () => moduleOf(mappingOf(mapping));
  const source = compile();
  const minified = transformSync(source, { minify: true, format: "esm" }).code;
  const peers = kind === "keyword" ? peerSources(texts) : [];
  const [body = ""] = bodiesOf(BODY_SIZE, "none", texts);
  return {
    rules,
    kind,
    bytes: {
      raw: Buffer.byteLength(source),
      minified: Buffer.byteLength(minified),
      gzipped: gzipSync(minified, { level: 9 }).length,
    },
    compileUs: (timeOnce(compile, rules > 1000 ? 3 : 15) * 1000) / rules,
    starts: firstVerdicts([{ name: "compiled", source: minified }, ...peers], body, {
      rounds: isQuick ? 5 : 15,
      hasWebAssembly,
    }),
  };
}

export const size = measuredTable({
  name: "size",
  parts: ({ rules }) => chosen(RULES, rules),
  async measure(rules, choice) {
    const kinds = /** @type {const} */ (["keyword", "json"]);
    return kinds
      .filter((kind) => kind === "keyword" || rules <= MOST_FIELD_RULES)
      .map((kind) => weigh(rules, kind, choice));
  },
  markdown: writeWeights,
  summary: writeWeights,
});

/** @param {readonly Weight[]} weights */
function writeWeights(weights) {
  const columns = ["rules", "each is", "raw", "minified", "and gzipped", "compiling, µs a rule"];
  const rows = weights.map(({ rules, kind, bytes, compileUs }) => {
    const isTooLong =
      kind === "keyword" && rules === MOST_GZIPPED.rules && bytes.gzipped >= MOST_GZIPPED.bytes;
    const gzipped = isTooLong
      ? `**${inBytes(bytes.gzipped)}**, aim ${inBytes(MOST_GZIPPED.bytes)}`
      : inBytes(bytes.gzipped);
    return [String(rules), kind, inBytes(bytes.raw), inBytes(bytes.minified), gzipped, rounded(compileUs)];
  });
  const starts = weights.flatMap(({ rules, kind, starts }) =>
    starts.map(({ name, load, first, whole }) => [
      String(rules),
      kind,
      name,
      rounded(load),
      rounded(first),
      rounded(whole),
    ]),
  );
  return [
    markdownTable(columns, rows),
    "In a fresh process, milliseconds:",
    markdownTable(["rules", "each is", "", "loading", "first verdict", "process, less an empty one"], starts),
  ].join("\n\n");
}
