import { readFileSync } from "node:fs";
import { Script } from "node:vm";

/** Modules of Node that are slow to load and that few runs of the command need. */
const LOADED_AT_FIRST_USE = new Set([
  "node:child_process",
  "node:crypto",
  "node:fs/promises",
  "node:worker_threads",
  "node:zlib",
]);

/**
 * The bundle as V8 holds it. V8 ignores a cache that is damaged.
 *
 * @param {string} path
 * @param {Buffer} [cachedData] what `createCachedData` gave for the same bundle in the same build of Node
 */
export function compileBundle(path, cachedData) {
  // ASCII, as esbuild writes it: read as Latin-1 it takes half the memory and no decoding.
  const source = readFileSync(path, "latin1");
  return new Script(`(function (require, module, importMetaUrl, importModule) {${source}\n})`, {
    filename: path,
    cachedData,
  });
}

/**
 * Runs the bundle. It can require what Node has built in, and nothing else; modules beside it come by `importModule`, since
 * a script with a code cache has no `import()`.
 *
 * @param {Script} bundle
 * @param {string} url
 */
export function runBundle(bundle, url) {
  const importModule = (/** @type {string} */ address) => import(address);
  bundle.runInThisContext()(builtinModule, { exports: {} }, url, importModule);
}

/** @param {string} name */
function builtinModule(name) {
  return LOADED_AT_FIRST_USE.has(name) ? atFirstUse(name) : process.getBuiltinModule(name);
}

/**
 * Stands for a module until something of it is used.
 *
 * @param {string} name
 */
function atFirstUse(name) {
  return new Proxy({}, { get: (_, key) => Reflect.get(process.getBuiltinModule(name) ?? {}, key) });
}
