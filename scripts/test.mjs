// `npm test`: everything that must hold, from a bare clone with only Node and npm on the machine.
//
// Installs, builds, runs the checks of the code and then the tests; goes on after a failure, so that one run reports all.
// The last line counts them together: "N passed, N failed", every check as one.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, isInstalled } from "./install.mjs";
import { run, runShown, step } from "./step.mjs";
import { countTests } from "./test-results.mjs";

/** What each check asks, and the script of package.json that does. */
const CHECKS = [
  ["building", "build"],
  ["checking types", "typecheck"],
  ["checking style (biome)", "lint"],
  ["checking the layers (dependency-cruiser)", "layers"],
  ["looking for what is unused (knip)", "unused"],
];

let passed = 0;
let failed = 0;

if (isInstalled() || (await step("installing dependencies", install))) {
  for (const [name = "", script] of CHECKS) {
    const succeeded = await step(name, () => run(`npm run --silent ${script}`));
    if (succeeded) passed += 1;
    else failed += 1;
  }
  const tests = await runTests();
  passed += tests.passed;
  failed += tests.failed;
} else {
  failed += 1;
}

process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

/** Runs vitest, shows its progress, and counts. Where it fails without a failed test, or has none, that is a failure. */
async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "responses-tests-"));
  const report = join(folder, "report.json");
  try {
    const succeeded = await runShown(
      `vitest run --reporter=default --reporter=json --outputFile.json="${report}"`,
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
