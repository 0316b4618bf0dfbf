#!/usr/bin/env node
// Starts the command from its bundle. V8 is given what it compiled of the bundle at build time; where that is missing or
// of another V8, V8 compiles the bundle as it would any module.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { constants, Script } from "node:vm";

/* global BUNDLE -- the bundle's name without its ending; the build writes it here. */

const path = fileURLToPath(new URL(`${BUNDLE}.cjs`, import.meta.url));

/** @returns {Buffer | undefined} */
function codeCache() {
  try {
    return readFileSync(fileURLToPath(new URL(`${BUNDLE}.cache`, import.meta.url)));
  } catch {
    return undefined;
  }
}

const source = readFileSync(path, "utf8");
const script = new Script(`(function (require, module, importMetaUrl) {${source}\n})`, {
  filename: path,
  cachedData: codeCache(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(createRequire(import.meta.url), { exports: {} }, import.meta.url);
