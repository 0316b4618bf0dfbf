import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mappingOf, matcherOf, moduleOf } from "./library.mjs";
import { callsPerSecond } from "./stopwatch.mjs";

/*
 * How fast responses are classified: by the interpreter, by the compiled module (with a string and with bytes), and by what
 * one would write by hand: a regular expression for every rule, or JSON.parse and a comparison for every rule. Responses
 * take turns: one that the first rule decides, one that the last does, and one that none does.
 */

const RULES = [3, 30, 300];
const BODY_LENGTHS = [300, 10_000];

/**
 * A way to classify, told by hand: the index of the deciding rule or -1.
 *
 * @typedef {(body: string) => number} Peer
 *
 * @typedef {object} Question
 * @property {string} name
 * @property {string} peerName
 * @property {(n: number) => string} rule
 * @property {(n: number | null, length: number) => string} body that rule n decides, or none
 * @property {(count: number) => Peer} peer
 */

/** @type {Question} */
const TEXTS = {
  name: "keywords",
  peerName: "RegExp a rule",
  rule: (n) => `reject keyword "reason ${n} applies" as "Reason ${n}"`,
  body: (n, length) => `${filler(length)} ${n === null ? "" : `Reason ${n} applies`}.`,
  peer(count) {
    const patterns = Array.from({ length: count }, (_, n) => new RegExp(`reason ${n} applies`, "i"));
    return (body) => patterns.findIndex((pattern) => pattern.test(body));
  },
};

/** @type {Question} */
const FIELDS = {
  name: "a JSON field",
  peerName: "JSON.parse, compare",
  rule: (n) => `reject json "$.result.reason" exact "reason ${n}" as "Reason ${n}"`,
  body: (n, length) =>
    JSON.stringify({ text: filler(length), result: { reason: n === null ? "none" : `Reason ${n}` } }),
  peer(count) {
    const reasons = Array.from({ length: count }, (_, n) => `reason ${n}`);
    return (body) => {
      const reason = String(JSON.parse(body)?.result?.reason).toLowerCase();
      return reasons.indexOf(reason);
    };
  },
};

/** @returns {Promise<import("./table.mjs").Table>} */
export async function benchMatching() {
  const rows = [];
  for (const question of [TEXTS, FIELDS]) {
    for (const count of RULES) {
      for (const length of BODY_LENGTHS) rows.push(await measure(question, count, length));
    }
  }
  return {
    title: "Matching: responses a second",
    columns: [
      "rules",
      "count",
      "body",
      "interpreter",
      "match",
      "classify",
      "… bytes",
      "by hand",
      "classify ÷ by hand",
      "by hand is",
    ],
    rows,
    notes: ["match and classify are the compiled module's; ÷ above 1 is faster than by hand"],
  };
}

/**
 * @param {Question} question
 * @param {number} count
 * @param {number} length
 */
async function measure(question, count, length) {
  const text = `${Array.from({ length: count }, (_, n) => question.rule(n)).join("\n")}\n`;
  const matcher = matcherOf(text);
  const compiled = await load(moduleOf(mappingOf(text)));
  const peer = question.peer(count);
  const deciding = [0, count - 1, null];
  const bodies = deciding.map((n) => question.body(n, length));
  const bytes = bodies.map((body) => new TextEncoder().encode(body));

  const expected = deciding.map((n) => n ?? -1);
  const agrees = (/** @type {readonly number[]} */ answers) =>
    expected.every((n, index) => n === answers[index]);
  if (!agrees(bodies.map((body) => compiled.classify(200, body))))
    throw new Error("the compiled module errs");
  if (!agrees(bodies.map(peer))) throw new Error("the peer errs");

  const rates = callsPerSecond({
    interpreter: () => bodies.map((body) => matcher.match({ status: 200, body })),
    match: () => bodies.map((body) => compiled.match({ status: 200, body })),
    classify: () => bodies.map((body) => compiled.classify(200, body)),
    bytes: () => bytes.map((body) => compiled.classify(200, body)),
    peer: () => bodies.map(peer),
  });
  const each = (/** @type {number} */ rate) => rate * bodies.length;
  const figures = [rates.interpreter, rates.match, rates.classify, rates.bytes, rates.peer].map(each);
  return [question.name, count, `${length} B`, ...figures, rates.classify / rates.peer, question.peerName];
}

/** @param {number} length */
function filler(length) {
  return "The lead was received and looked at by all. ".repeat(Math.ceil(length / 44)).slice(0, length);
}

/**
 * @param {string} code of a compiled module
 * @returns {Promise<{ match: (response: object) => unknown, classify: (status: number, body: string | Uint8Array) => number }>}
 */
async function load(code) {
  const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
  try {
    const path = join(folder, "benchmark.mjs");
    writeFileSync(path, code);
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
