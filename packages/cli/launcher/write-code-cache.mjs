// Part of the build: node write-code-cache.mjs BUNDLE CACHE MAPPING
//
// Runs the command `check MAPPING` from its bundle, the way the launcher does, and writes what V8 compiled meanwhile, the
// functions that ran included.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";

const [node = "", , bundle = "", cache = "", mapping = ""] = process.argv;
process.argv = [node, bundle, "check", mapping];

const script = new Script(`(function (require, module, importMetaUrl) {${readFileSync(bundle, "utf8")}\n})`, {
  filename: bundle,
});
script.runInThisContext()(createRequire(import.meta.url), { exports: {} }, import.meta.url);
process.on("exit", () => {
  writeFileSync(cache, script.createCachedData());
  // What the command thinks of the sample is no matter here.
  process.exitCode = 0;
});
