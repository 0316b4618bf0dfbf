import { relative } from "node:path";

/**
 * @typedef {object} TestRun
 * @property {number} passed
 * @property {number} failed
 * @property {readonly TimedTest[]} timed every test that ran, in any order
 * @property {readonly FailedTest[]} failures what failed
 *
 * @typedef {object} FailedTest
 * @property {string | null} file null for what is no test of a file
 * @property {string | null} name null for a file that failed without any test of its own failing
 *
 * @typedef {object} TimedTest
 * @property {string} file
 * @property {string} name
 * @property {number} milliseconds
 *
 * @typedef {object} Report what is used of a report of vitest (`--reporter=json`)
 * @property {readonly TestFile[]} testResults
 *
 * @typedef {object} TestFile
 * @property {string} name its path
 * @property {string} status
 * @property {readonly { status: string, fullName: string, duration?: number | null }[]} assertionResults
 */

/**
 * The tests in a report. A test that was skipped has shown nothing and counts as failed; so does a file that failed without
 * any test of its own failing (it could not be loaded).
 *
 * @param {Report} report
 * @returns {TestRun}
 */
export function readReport({ testResults }) {
  let passed = 0;
  /** @type {FailedTest[]} */
  const failures = [];
  for (const { name: file, status, assertionResults } of testResults) {
    const bad = assertionResults.filter((test) => test.status !== "passed");
    passed += assertionResults.length - bad.length;
    failures.push(...bad.map(({ fullName: name }) => ({ file, name })));
    if (bad.length === 0 && status !== "passed") failures.push({ file, name: null });
  }
  const timed = testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName: name, duration }) => ({ file, name, milliseconds: duration ?? 0 })),
  );
  return { passed, failed: failures.length, timed, failures };
}

/**
 * What failed, a line each: the file and the test.
 *
 * @param {readonly FailedTest[]} failures
 * @param {string} root the folder that files are named from
 * @returns {readonly string[]}
 */
export function failureLines(failures, root) {
  return failures.map(({ file, name }) => {
    const parts = [
      ...(file === null ? [] : [relative(root, file).replaceAll("\\", "/")]),
      ...(name === null ? [] : [name.replace(/\s+/g, " ")]),
    ];
    return `  ${parts.join(": ")}`;
  });
}

/** Tests in the table of the slowest. */
const SHOWN = 10;

/**
 * The tests that take longest as the lines of a table: seconds, file, name. What a file does before its tests is not in it.
 *
 * @param {readonly TimedTest[]} timed
 * @param {string} root the folder that files are named from
 * @returns {readonly string[]}
 */
export function slowestTests(timed, root) {
  const slowest = [...timed].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SHOWN);
  return slowest.map(({ file, name, milliseconds }) => {
    const shownFile = relative(root, file).replaceAll("\\", "/");
    return `${inSeconds(milliseconds).padStart(8)}  ${shownFile}: ${shortened(name.replace(/\s+/g, " "))}`;
  });
}

/** @param {number} milliseconds */
export function inSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** @param {string} name */
function shortened(name) {
  return name.length <= 80 ? name : `${name.slice(0, 79)}…`;
}
