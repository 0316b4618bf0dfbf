import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runShown } from "./step.mjs";
import { countTests } from "./test-results.mjs";

/**
 * Runs vitest, shows its progress, and counts. Where it fails without a failed test, or has none, that is a failure.
 *
 * @param {string} options
 */
export async function runTests(options) {
  const folder = mkdtempSync(join(tmpdir(), "responses-tests-"));
  const report = join(folder, "report.json");
  try {
    const succeeded = await runShown(
      `vitest run ${options} --reporter=default --reporter=json --outputFile.json="${report}"`,
    );
    const counted = countTests(JSON.parse(readFileSync(report, "utf8")));
    const noneFailed = counted.failed === 0 && (!succeeded || counted.passed === 0);
    return noneFailed ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
