#!/usr/bin/env node
// Starts the command from its bundle. V8 is given what it compiled of the bundle at build time; where that is missing or
// of another build of Node, V8 compiles the bundle as it would any module.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileBundle, runBundle } from "./bundle.mjs";
import { nodeBuild } from "./node-build.mjs";
import { refusalOf } from "./node-version.mjs";

/* global BUNDLE, BUILT_WITH -- the bundle's name without its ending, and the Node that made the cache; the build writes both here. */

/** @param {string} ending */
function pathOf(ending) {
  return fileURLToPath(new URL(BUNDLE + ending, import.meta.url));
}

/** @returns {Buffer | undefined} */
function codeCache() {
  if (nodeBuild() !== BUILT_WITH) return undefined;
  try {
    return readFileSync(pathOf(".cache"));
  } catch {
    return undefined;
  }
}

const refusal = refusalOf(process.versions.node);
if (refusal === null) {
  start();
} else {
  process.stderr.write(`error: ${refusal}\n`);
  process.exitCode = 2;
}

function start() {
  try {
    runBundle(compileBundle(pathOf(".cjs"), codeCache()), import.meta.url);
  } catch (error) {
    // Node would end with 1, which stands for findings.
    process.stderr.write(`error: the command is not installed whole, and cannot start\n${error}\n`);
    process.stderr.write("the run ended early; exit code 70: that is a fault of the installation\n");
    process.exitCode = 70;
  }
}
