// node scripts/end-to-end.mjs [--old]: the packaged extension in a real VS Code in a real browser; with --old, in an older VS Code.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, run, runShown, step } from "./step.mjs";
import { runTests } from "./vitest.mjs";

const folder = join(root, "packages/vscode-extension/e2e");

const CHROMIUM = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/**
 * Packages the extension, sets VS Code up where that is not done yet, and runs the suite. Where it cannot run it is left out with a line
 * that says what is missing, but never in CI.
 *
 * @param {"new" | "old"} edition
 * @returns {Promise<{ readonly passed: number, readonly failed: number }>}
 */
export async function runEndToEnd(edition = "new") {
  const missing = whatIsMissing();
  if (missing !== null) {
    const isNeeded = process.env.CI === "true";
    process.stdout.write(`${isNeeded ? "failed" : "left out"}: the tests in a real VS Code; ${missing}\n`);
    return { passed: 0, failed: isNeeded ? 1 : 0 };
  }
  const isReady =
    (await step("packaging the extension", () => run("npm run --silent package"))) &&
    (await runShown(`node "${join(folder, "setup.mjs")}" ${edition === "old" ? "--old" : ""}`)) &&
    (await step("checking types of the end-to-end tests", () => run(`tsc -p "${folder}"`)));
  if (!isReady) return { passed: 0, failed: 1 };
  const file = edition === "old" ? "old" : "vscode";
  return runTests(`--config "${join(folder, "vitest.config.ts")}" ${file}`);
}

/** @returns {string | null} */
function whatIsMissing() {
  if (process.platform !== "linux" || process.arch !== "x64") return "they run on Linux x64 only";
  if (!CHROMIUM.some((path) => path !== undefined && existsSync(path))) {
    return "they need a browser: apt-get install chromium, or set CHROMIUM to one";
  }
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await runEndToEnd(process.argv.includes("--old") ? "old" : "new");
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
