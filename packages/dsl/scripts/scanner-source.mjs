import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The text of a scanner in AssemblyScript and of the parts that it imports, directly or not: each once, in the order in which
 * they are met.
 *
 * @param {string} folder
 * @param {string} scanner its name without the ending
 * @returns {string}
 */
export function scannerSource(folder, scanner) {
  const files = new Set([`${scanner}.ts`]);
  let text = "";
  for (const file of files) {
    const source = readFileSync(join(folder, file), "utf8");
    text += source;
    for (const [, imported] of source.matchAll(/ from "\.\/([^"]+)"/g))
      files.add(join(file, "..", `${imported}.ts`));
  }
  return text;
}

/** Those that compiled modules do not carry, and the room of `src` that has them. */
const ROOMS = new Map([["ndjson-scan", "http"]]);

/**
 * @param {string} scanner its name without the ending
 * @returns {string} the room of `src` in which its binary is
 */
export function roomOfScanner(scanner) {
  return ROOMS.get(scanner) ?? "runtime";
}
