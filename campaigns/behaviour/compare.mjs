import { readFileSync } from "node:fs";

/** Differences shown at most: the first ones tell what happened. */
const SHOWN = 40;

/**
 * Compares two records.
 *
 * @param {string} before the path of a file that `record.mjs` wrote
 * @param {string} after likewise
 * @returns {{ readonly answers: number, readonly differences: readonly string[], readonly more: number }}
 */
export function compare(before, after) {
  const old = readRecord(before);
  const current = readRecord(after);
  const different = [...new Set([...old.keys(), ...current.keys()])].filter(
    (key) => old.get(key) !== current.get(key),
  );
  const differences = different.slice(0, SHOWN).map((key) => difference(key, old.get(key), current.get(key)));
  return { answers: old.size, differences, more: different.length - differences.length };
}

/** @param {string} path @returns {ReadonlyMap<string, string>} */
function readRecord(path) {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return new Map(lines.map((line) => JSON.parse(line)));
}

/** The first place where two answers differ, with what stands around it. @param {string} key @param {string | undefined} before @param {string | undefined} after */
function difference(key, before, after) {
  if (before === undefined || after === undefined) return `${key}: ${before === undefined ? "new" : "gone"}`;
  let at = 0;
  while (before[at] === after[at]) at++;
  const from = Math.max(0, at - 60);
  return `${key}\n  before: ${JSON.stringify(before.slice(from, at + 120))}\n  after:  ${JSON.stringify(after.slice(from, at + 120))}`;
}
