// node scripts/end-to-end.mjs: the packaged extension in a real VS Code in a real browser; with --pictures it makes the pictures of
// the extension's readme instead, with --paint it takes the time from a key to paint. packages/vscode-extension/e2e/README.md tells more.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHROMIUM } from "./chromium.mjs";
import { root, run, runShown, step } from "./step.mjs";
import { runTests } from "./vitest.mjs";

const folder = join(root, "packages/vscode-extension/e2e");
/** What is run for itself alone: the pictures of the extension's readme, and how long it takes from a key to paint. */
const APART = { "--pictures": "pictures.test.ts", "--paint": "paint.test.ts" };
const SET_UP = `node "${join(folder, "setup.mjs")}"`;

const FAILURE = { file: null, name: "the tests in a real VS Code, which could not begin: see above" };

/** Sets VS Code up beforehand, where it can run; `runEndToEnd` tells what has gone wrong. */
export async function setUpEndToEnd() {
  if (whatIsMissing() === null) await run(SET_UP);
}

/**
 * Sets VS Code up where that is not done yet, and runs the suite on the archive that was built last. Where it cannot run it is left
 * out with a line that says what is missing, but never in CI.
 *
 * @param {readonly string[]} [files] the test files
 * @returns {Promise<import("./test-results.mjs").TestRun>}
 */
export async function runEndToEnd(files = ["newest.test.ts", "web.test.ts", "old.test.ts"]) {
  const missing = whatIsMissing();
  if (missing !== null) {
    const isNeeded = process.env.CI === "true";
    process.stdout.write(`${isNeeded ? "failed" : "left out"}: the tests in a real VS Code; ${missing}\n`);
    return { passed: 0, failed: isNeeded ? 1 : 0, timed: [], failures: isNeeded ? [FAILURE] : [] };
  }
  const isReady =
    (await runShown(SET_UP)) &&
    (await step("checking types of the end-to-end tests", () => run(`tsc -p "${folder}"`)));
  if (!isReady) return { passed: 0, failed: 1, timed: [], failures: [FAILURE] };
  return runTests(`--config "${join(folder, "vitest.config.ts")}" ${files.join(" ")}`);
}

/** @returns {string | null} */
function whatIsMissing() {
  if (process.platform !== "linux" || process.arch !== "x64") return "they run on Linux x64 only";
  if (CHROMIUM === undefined) {
    return "they need a browser: apt-get install chromium, or set CHROMIUM to one";
  }
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [files] = Object.entries(APART).flatMap(([option, file]) =>
    process.argv.includes(option) ? [[file]] : [],
  );
  const isBuilt = await step("building", () => run("npm run --silent build"));
  const { passed, failed } = isBuilt ? await runEndToEnd(files) : { passed: 0, failed: 1 };
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
