// Part of the build: node write-code-cache.mjs BUNDLE CACHE MAPPING
//
// Runs the command `check MAPPING` from its bundle, the way the launcher does, and writes what V8 compiled meanwhile, the
// functions that ran included.

import { writeFileSync } from "node:fs";
import { compileBundle, runBundle } from "./bundle.mjs";

const [node = "", , path = "", cache = "", mapping = ""] = process.argv;
process.argv = [node, path, "check", mapping];

const bundle = compileBundle(path);
process.on("exit", () => {
  writeFileSync(cache, bundle.createCachedData());
  // What the command thinks of the sample is no matter here.
  process.exitCode = 0;
});
runBundle(bundle, import.meta.url);
