// node scripts/bundlers.mjs: packages/build in real bundlers, test runners and versions of Node. packages/build/e2e/README.md tells more.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, run, runShown, step } from "./step.mjs";
import { runTests } from "./vitest.mjs";

const folder = join(root, "packages/build/e2e");
const config = `--config "${join(folder, "vitest.config.ts")}"`;
const SET_UP = `node "${join(folder, "setup.mjs")}"`;
const CAMPAIGN = { RESPONSES_CAMPAIGN: "true" };

const FAILURE = { file: null, name: "the tests in real bundlers, which could not begin: see above" };

const isSupported = process.platform === "linux" && process.arch === "x64";

/** Installs the tools beforehand, where they can run; `runBundlers` tells what has gone wrong. */
export async function setUpBundlers() {
  if (isSupported) await run(SET_UP);
}

/**
 * Installs the tools where that is not done yet, and runs the suite on the package that was built last. Where it cannot run it is left
 * out with a line that says why, but never in CI.
 *
 * @param {{ withCampaign?: boolean, names?: readonly string[] }} [options] whether all is tried in larger tools as well, and in every
 *   tool; parts of the files' names, if not all are to run
 * @returns {Promise<import("./test-results.mjs").TestRun>}
 */
export async function runBundlers({ withCampaign = false, names = [] } = {}) {
  if (!isSupported) {
    const isNeeded = process.env.CI === "true";
    process.stdout.write(
      `${isNeeded ? "failed" : "left out"}: the tests in real bundlers run on Linux x64 only\n`,
    );
    return { passed: 0, failed: isNeeded ? 1 : 0, timed: [], failures: isNeeded ? [FAILURE] : [] };
  }
  const isReady =
    (await runShown(withCampaign ? `${SET_UP} --campaign` : SET_UP)) &&
    (await step("checking types of the tests in bundlers", () => run(`tsc -p "${folder}"`)));
  if (!isReady) return { passed: 0, failed: 1, timed: [], failures: [FAILURE] };
  return runTests([config, ...names].join(" "), withCampaign ? CAMPAIGN : {});
}

/**
 * The files of tests that a run of the campaign has, by their paths from the root.
 *
 * @param {readonly string[]} names parts of the files' names; none for all
 * @returns {Promise<readonly string[]>}
 */
export async function listCampaign(names) {
  const command = ["vitest list --filesOnly", config, ...names].join(" ");
  const { succeeded, output } = await run(command, CAMPAIGN);
  if (!succeeded) throw new Error(output);
  return output.split("\n").filter((line) => /\.(?:test|campaign)\.ts$/.test(line));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isBuilt = await step("building", () => run("npm run --silent build"));
  const { passed, failed } = isBuilt ? await runBundlers() : { passed: 0, failed: 1 };
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
