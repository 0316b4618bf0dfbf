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
export function compiledModule(text, searchWay) {
  return loadModule(moduleOf(mappingOf(text), searchWay));
}

/**
 * @param {string} code of a module
 * @returns {Promise<CompiledModule>}
 */
export async function loadModule(code) {
  const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
  try {
    const path = join(folder, "benchmark.mjs");
    writeFileSync(path, code);
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
