import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runShown } from "./step.mjs";
import { readReport } from "./test-results.mjs";

const WITHOUT_TEST = "a run of vitest, without a test that failed: see above";

/** Of a log that is no terminal colours are codes between the words; a CI that shows them would get them all the same. */
const COLORS = process.stdout.isTTY === true ? "" : "--no-color";

/**
 * Runs vitest, shows its progress, counts, and keeps the times. Where it fails without a failed test, or has none, that is a failure.
 *
 * @param {string} options
 * @param {Readonly<Record<string, string>>} [environment] variables besides those of this process
 * @returns {Promise<import("./test-results.mjs").TestRun>}
 */
export async function runTests(options, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), "responses-tests-"));
  const report = join(folder, "report.json");
  try {
    const succeeded = await runShown(
      `vitest run ${COLORS} ${options} --reporter=default --reporter=json --outputFile.json="${report}"`,
      environment,
    );
    const tests = readReport(JSON.parse(readFileSync(report, "utf8")));
    const noneFailed = tests.failed === 0 && (!succeeded || tests.passed === 0);
    return noneFailed ? { ...tests, failed: 1, failures: [{ file: null, name: WITHOUT_TEST }] } : tests;
  } catch {
    return { passed: 0, failed: 1, timed: [], failures: [{ file: null, name: WITHOUT_TEST }] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
