import { fileURLToPath } from "node:url";
import { ServerUnderTest } from "./lsp-client.mjs";
import { makeMapping, makeRules } from "./mappings.mjs";
import { rulesAsJson } from "./rules-as-json.mjs";
import { median } from "./stopwatch.mjs";

/*
 * How long an editor waits for the language server, beside a server that does nothing and one for JSON that is given the
 * same rules as data. All are processes of their own and are asked in turns.
 */

const SIZES = [100, 1_000, 10_000];
const KEYSTROKES = 80;
const STARTS = 11;
const CANCELLATIONS = 25;

/** @param {string} path */
const pathTo = (path) => fileURLToPath(new URL(path, import.meta.url));

const SERVERS = {
  echo: [pathTo("lsp-echo-server.mjs")],
  json: [pathTo("lsp-json-server.mjs")],
  responses: [pathTo("../packages/lsp/launcher/responses-language-server.mjs"), "--stdio"],
};

/** @typedef {keyof typeof SERVERS} Name */
const NAMES = /** @type {readonly Name[]} */ (Object.keys(SERVERS));

/** Where somebody types, and where they ask. @typedef {{ line: number, character: number }} Place */

/** @returns {Promise<readonly import("./table.mjs").Table[]>} */
export async function benchServer() {
  return [await benchLatency(), await benchCancelling(), await benchStart(), await benchLargeBody()];
}

async function benchLatency() {
  const rows = [];
  for (const size of SIZES) {
    const servers = await startAll(size);
    rows.push(await measure("keystroke → diagnostics", size, servers, keystroke));
    rows.push(
      await measure("hover", size, servers, async (server, place) => [
        await server.ask("textDocument/hover", place),
      ]),
    );
    rows.push(
      await measure("completion", size, servers, async (server, place) => [
        await server.ask("textDocument/completion", place),
      ]),
    );
    rows.push(["heap after GC, MB", size, ...(await heaps(servers))]);
    for (const { server } of servers) await server.end();
  }
  return {
    title: "Language server: p95 in ms, one example for every ten rules",
    columns: ["what", "rules", ...NAMES, "responses − echo", "÷ json"],
    rows,
    notes: [
      "wanted on top of echo: keystroke 5, 10, 50; hover and completion 3, 5, 10; heap at most 100 MB at 10,000 rules",
      "json is vscode-json-languageservice, which validates the same rules as data",
    ],
  };
}

/**
 * @typedef {object} Running
 * @property {ServerUnderTest} server
 * @property {(n: number) => Place} placeOf inside a word of rule number n
 */

/**
 * @param {number} size
 * @returns {Promise<readonly Running[]>}
 */
async function startAll(size) {
  const mapping = makeMapping(size);
  const json = rulesAsJson(size);
  return Promise.all(
    NAMES.map(async (name) => {
      const server = new ServerUnderTest(SERVERS[name]);
      await server.initialize();
      const text = name === "json" ? json : mapping;
      await server.open(text);
      return { server, placeOf: placesOfRules(text, size) };
    }),
  );
}

/**
 * @param {string} text
 * @param {number} size
 */
function placesOfRules(text, size) {
  const rules = makeRules(size - 1);
  const lines = text.split("\n");
  /** @type {Map<string, Place>} */
  const places = new Map();
  lines.forEach((content, line) => {
    const label = /"(Reason \d+)"(?:\}?,?|,"example":.*)$/.exec(content)?.[1];
    if (label !== undefined && !places.has(label)) {
      places.set(label, { line, character: content.lastIndexOf(`"${label}"`) + 4 });
    }
  });
  return (/** @type {number} */ n) => {
    const place = places.get(rules[n % rules.length]?.label ?? "");
    if (place === undefined) throw new Error(`rule ${n} is not in the text`);
    return place;
  };
}

/**
 * @param {string} what
 * @param {number} size
 * @param {readonly Running[]} servers
 * @param {(server: ServerUnderTest, place: Place) => Promise<readonly number[]>} once gives milliseconds
 */
async function measure(what, size, servers, once) {
  /** @type {number[][]} */
  const taken = servers.map(() => []);
  for (let n = -10; n < KEYSTROKES; n++) {
    for (const [index, { server, placeOf }] of servers.entries()) {
      const ms = await once(server, placeOf(Math.abs(n) * 7919 + 3));
      // The first ones warm up.
      if (n >= 0) taken[index]?.push(...ms);
    }
  }
  const [echo = Number.NaN, json = Number.NaN, ours = Number.NaN] = taken.map(p95);
  return [what, size, echo, json, ours, ours - echo, ours / json];
}

/**
 * Types a letter into a rule's label and takes it away again: two keystrokes.
 *
 * @param {ServerUnderTest} server
 * @param {Place} place
 */
async function keystroke(server, place) {
  const after = { ...place, character: place.character + 1 };
  return [await server.edit(place, place, "x"), await server.edit(place, after, "")];
}

/** @param {readonly Running[]} servers */
async function heaps(servers) {
  const [echo = Number.NaN, json = Number.NaN, ours = Number.NaN] = await Promise.all(
    servers.map(({ server }) => server.heap()),
  );
  return [echo, json, ours, ours - echo, ours / json];
}

/** Cancels at ever later moments of the first analysis of a large file. */
async function benchCancelling() {
  const text = makeMapping(10_000);
  const taken = [];
  for (let run = 0; run < CANCELLATIONS; run++) {
    const server = new ServerUnderTest(SERVERS.responses);
    await server.initialize();
    const opened = server.open(text);
    await new Promise((resolve) => setTimeout(resolve, 40 + run * 30));
    taken.push(await server.cancel({ line: 50, character: 2 }));
    await opened;
    await server.end();
  }
  return {
    title: `Cancelling a request during the first analysis of 10,000 rules (${CANCELLATIONS} runs)`,
    columns: ["server", "median ms", "longest ms"],
    rows: [["responses", median(taken), Math.max(...taken)]],
    notes: ["at most 50 is wanted"],
  };
}

async function benchStart() {
  const text = makeMapping(20);
  /** @type {number[][]} */
  const taken = NAMES.map(() => []);
  for (let run = 0; run < STARTS; run++) {
    for (const [index, name] of NAMES.entries()) {
      const start = performance.now();
      const server = new ServerUnderTest(SERVERS[name]);
      await server.initialize();
      await server.open(name === "json" ? rulesAsJson(20) : text);
      taken[index]?.push(performance.now() - start);
      await server.end();
    }
  }
  const medians = taken.map(median);
  return {
    title: `Cold start to the first diagnostics (median of ${STARTS}, taking turns)`,
    columns: ["server", "ms", "÷ echo"],
    rows: NAMES.map((name, index) => [
      name,
      medians[index] ?? Number.NaN,
      (medians[index] ?? 0) / (medians[0] ?? 0),
    ]),
    notes: ["at most 1.5 is wanted"],
  };
}

async function benchLargeBody() {
  const small = makeMapping(100);
  const body = JSON.stringify({ status: "sold", note: "x".repeat(10_000_000) });
  const large = `${small}example 200 '${body}' is success\n`;
  const rows = [];
  const ratios = [];
  for (const server of /** @type {const} */ (["echo", "responses"])) {
    const without = await typeInto(SERVERS[server], small, small);
    const withBody = await typeInto(SERVERS[server], large, small);
    rows.push([server, without.opening, without.keystroke, withBody.opening, withBody.keystroke]);
    ratios.push((withBody.keystroke / without.keystroke).toFixed(2));
  }
  return {
    title: "An example with a body of 10 MB among 100 rules: median in ms",
    columns: ["server", "opening", "keystroke", "opening with it", "keystroke with it"],
    rows,
    notes: [
      "echo only keeps the text, which alone takes long where memory does",
      `with it a keystroke takes ${ratios.join(" and ")} times as long; at most 1.5 is wanted`,
    ],
  };
}

/**
 * Types into rules of a document that begins with a mapping of 100.
 *
 * @param {readonly string[]} args of the server
 * @param {string} text
 * @param {string} mapping
 */
async function typeInto(args, text, mapping) {
  const server = new ServerUnderTest(args);
  await server.initialize();
  const opening = await server.open(text);
  const placeOf = placesOfRules(mapping, 100);
  const taken = [];
  for (let n = 0; n < 40; n++) taken.push(...(await keystroke(server, placeOf(n * 7 + 1))));
  await server.end();
  return { opening, keystroke: median(taken.slice(10)) };
}

/** @param {readonly number[]} values */
function p95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
