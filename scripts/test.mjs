// `npm test`: everything that must hold, from a bare clone with only Node and npm on the machine.
//
// Installs, builds, runs the checks of the code, then the tests, the last of them in real bundlers and in a real VS Code; goes on after a failure, so
// that one run reports all.
// At the end it tells how long everything took, the slowest tests, and the names of all that failed.
// The last line counts them together: "N passed, N failed", every check as one.

import "./require-node.mjs";
import { runBundlers, setUpBundlers } from "./bundlers.mjs";
import { runEndToEnd, setUpEndToEnd } from "./end-to-end.mjs";
import { INSTALLED_SIZE, install, isInstalled } from "./install.mjs";
import { LEFT_OUT } from "./quick-tests.mjs";
import { root, run, step, stepsAtOnce } from "./step.mjs";
import { failureLines, inSeconds, slowestTests } from "./test-results.mjs";
import { runTests } from "./vitest.mjs";

/**
 * Most test files share the modules of their worker, since loading them anew for each takes a third of the time. Those that a quick
 * run leaves out have theirs for themselves: some measure memory or replace a module, and of the others none gains much.
 */
const WITH_OTHERS = LEFT_OUT.map(({ path }) => `--exclude "${path}"`).join(" ");
const ALONE = LEFT_OUT.map(({ path }) => `"${path}"`).join(" ");

/** What each check of what was built asks, and the script of package.json that does. The layers are among the tests: `test/layers.test.ts`. */
const CHECKS = [
  ["checking types", "typecheck"],
  ["checking style (biome)", "lint"],
  ["looking for what is unused (knip)", "unused"],
];

let passed = 0;
let failed = 0;
/** @type {import("./test-results.mjs").FailedTest[]} */
const failures = [];

if (isInstalled() || (await step(`installing dependencies (${INSTALLED_SIZE})`, install))) {
  const isBuilt = await step("building", () => run("npm run --silent build"));
  const checked = await stepsAtOnce(
    CHECKS.map(([name = "", script]) => ({ name, work: () => run(`npm run --silent ${script}`) })),
  );
  const succeeded = [isBuilt, ...checked].filter(Boolean);
  passed = succeeded.length;
  failed = 1 + checked.length - passed;
  const checks = passed;
  for (const [name, isGood] of [["building", isBuilt], ...CHECKS.map(([name], at) => [name, checked[at]])])
    if (isGood !== true) failures.push({ file: null, name: String(name) });
  // The network is what this waits for; whatever goes wrong shows when the tools are needed.
  const toolsAreSetUp = Promise.all([setUpBundlers(), setUpEndToEnd()]);
  const timed = [];
  for (const tests of [
    await runTests(`--no-isolate ${WITH_OTHERS}`),
    await runTests(ALONE),
    await toolsAreSetUp.then(() => runBundlers()),
    await runEndToEnd(),
  ]) {
    passed += tests.passed;
    failed += tests.failed;
    timed.push(...tests.timed);
    failures.push(...tests.failures);
  }
  process.stdout.write(`\n${inSeconds(performance.now())} in all; the slowest tests:\n`);
  process.stdout.write(`${slowestTests(timed, root).join("\n")}\n\n`);
  process.stdout.write(
    `${checks} of ${1 + CHECKS.length} checks and ${passed - checks} tests passed; together:\n`,
  );
} else {
  failed += 1;
  failures.push({ file: null, name: "installing dependencies" });
}

if (failures.length > 0) process.stdout.write(`failed:\n${failureLines(failures, root).join("\n")}\n`);
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
