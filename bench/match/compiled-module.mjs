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
 * @returns {Promise<CompiledModule>} what it is compiled to, loaded
 */
export async function compiledModule(text) {
  const folder = mkdtempSync(join(tmpdir(), "responses-bench-"));
  try {
    const path = join(folder, "benchmark.mjs");
    writeFileSync(path, moduleOf(mappingOf(text)));
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
