/**
 * The tests in a report of vitest (`--reporter=json`). A test that was skipped has shown nothing and counts as failed;
 * so does a file that failed without any test of its own failing (it could not be loaded).
 *
 * @param {{ testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report
 * @returns {{ passed: number, failed: number }}
 */
export function countTests({ testResults }) {
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of testResults) {
    const good = assertionResults.filter((test) => test.status === "passed").length;
    const bad = assertionResults.length - good;
    passed += good;
    failed += bad === 0 && status !== "passed" ? 1 : bad;
  }
  return { passed, failed };
}
