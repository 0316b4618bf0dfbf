import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mappingOf, moduleOf } from "../library.mjs";

/**
 * @typedef {object} CompiledModule
 * @property {(response: { status: number, body: string | Uint8Array }) => { label: string | null }} match
 * @property {(status: number, body: string | Uint8Array) => number} classify
 */

/**
 * @param {string} text of a mapping file
 * @param {import("@responses/dsl").SearchWay} [searchWay] the only way to search texts
 * @returns {Promise<CompiledModule>} what it is compiled to, loaded
 */
export async function compiledModule(text, searchWay) {
  const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
  try {
    const path = join(folder, "benchmark.mjs");
    writeFileSync(path, moduleOf(mappingOf(text), searchWay));
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
