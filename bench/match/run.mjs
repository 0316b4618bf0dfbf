import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Misuse } from "../misuse.mjs";
import { readChoice, USAGE } from "./choice.mjs";
import { installNative } from "./install-native.mjs";
import { nodeOf } from "./node-version.mjs";
import { mustHavePlaces, putIntoPage } from "./page.mjs";
import { TABLES } from "./tables/all-tables.mjs";

/*
 * npm run bench match: how fast compiled modules are beside what one would use or write instead. Each part of a table runs in a
 * process of its own.
 */

const PART = fileURLToPath(new URL("measure-part.mjs", import.meta.url));

/**
 * @param {string} node that runs it
 * @param {string} table
 * @param {number} part
 * @param {readonly string[]} words of the command
 * @returns {readonly unknown[]}
 */
function measurePart(node, table, part, words) {
  const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
  try {
    const output = join(folder, "part.json");
    const { status, signal } = spawnSync(node, ["--expose-gc", PART, table, String(part), output, ...words], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (status !== 0) throw new Error(`${table}, ${part}: ended with ${signal ?? status}`);
    return JSON.parse(readFileSync(output, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} version of Node
 * @param {readonly string[]} words of the command
 */
function circumstances(version, words) {
  const processor = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
  const machine = `${process.platform} ${process.arch}, ${processor}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `Node ${version}, ${machine}: \`npm run bench match${words.length === 0 ? "" : ` -- ${words.join(" ")}`}\``;
}

/**
 * @param {readonly string[]} words of the command
 * @returns {Promise<void>}
 */
export async function benchMatch(words) {
  if (words.includes("--help")) {
    process.stdout.write(USAGE);
    return;
  }
  const choice = readChoice(words);
  const unknown = choice.tables?.filter((name) => !TABLES.some((table) => table.name === name)) ?? [];
  if (unknown.length > 0) throw new Misuse(`no table ${unknown.join(", ")}\n\n${USAGE}`);
  const { executable, version } = nodeOf(choice.node);
  if (choice.installsNative) installNative(executable, version);

  const wanted = TABLES.filter(({ name }) => choice.tables?.includes(name) ?? true);
  const placeOf = (/** @type {string} */ name) =>
    choice.node === null ? name : `${name} with Node ${choice.node}`;
  // Before the long work, not after it.
  if (choice.write !== null)
    mustHavePlaces(
      choice.write,
      wanted.map(({ name }) => placeOf(name)),
    );

  /** @type {Map<string, string>} */
  const made = new Map();
  for (const table of wanted) {
    const start = performance.now();
    const results = table.parts(choice).flatMap((part) => measurePart(executable, table.name, part, words));
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const command = words.filter((word, index) => word !== "--write" && words[index - 1] !== "--write");
    const head = `${circumstances(version, command)} (${seconds} s)`;
    const whole = `${head}\n\n${table.markdown(results)}`;
    process.stdout.write(`## ${table.name}\n\n${whole}\n\n`);
    made.set(placeOf(table.name), choice.node === null ? whole : `${head}\n\n${table.summary(results)}`);
  }
  if (choice.write !== null) putIntoPage(choice.write, made);
}
