// node scripts/bundlers.mjs: packages/build in real bundlers, test runners and versions of Node. packages/build/e2e/README.md tells more.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, run, runShown, step } from "./step.mjs";
import { runTests } from "./vitest.mjs";

const folder = join(root, "packages/build/e2e");

/**
 * Installs the tools where that is not done yet, and runs the suite on the package that was built last. Where it cannot run it is left
 * out with a line that says why, but never in CI.
 *
 * @param {{ withCampaign?: boolean }} [options] whether all is tried in larger tools as well, and in every tool
 * @returns {Promise<import("./test-results.mjs").TestRun>}
 */
export async function runBundlers({ withCampaign = false } = {}) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    const isNeeded = process.env.CI === "true";
    process.stdout.write(
      `${isNeeded ? "failed" : "left out"}: the tests in real bundlers run on Linux x64 only\n`,
    );
    return { passed: 0, failed: isNeeded ? 1 : 0, timed: [] };
  }
  const isReady =
    (await runShown(`node "${join(folder, "setup.mjs")}"${withCampaign ? " --campaign" : ""}`)) &&
    (await step("checking types of the tests in bundlers", () => run(`tsc -p "${folder}"`)));
  if (!isReady) return { passed: 0, failed: 1, timed: [] };
  return runTests(
    `--config "${join(folder, "vitest.config.ts")}"`,
    withCampaign ? { RESPONSES_CAMPAIGN: "true" } : {},
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isBuilt = await step("building", () => run("npm run --silent build"));
  const { passed, failed } = isBuilt ? await runBundlers() : { passed: 0, failed: 1 };
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
