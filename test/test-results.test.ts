import { expect, test } from "vitest";
import { failureLines, readReport, slowestTests } from "../scripts/test-results.mjs";

const passed = { status: "passed", fullName: "passes", duration: 5 };
const failed = { status: "failed", fullName: "fails", duration: 7 };
const skipped = { status: "pending", fullName: "is skipped" };

test.each([
  ["no file", [], { passed: 0, failed: 0 }],
  [
    "passing tests",
    [{ name: "/r/a.test.ts", status: "passed", assertionResults: [passed, passed] }],
    { passed: 2, failed: 0 },
  ],
  [
    "a failing one",
    [{ name: "/r/a.test.ts", status: "failed", assertionResults: [passed, failed] }],
    { passed: 1, failed: 1 },
  ],
  [
    "a skipped one",
    [{ name: "/r/a.test.ts", status: "passed", assertionResults: [passed, skipped] }],
    { passed: 1, failed: 1 },
  ],
  [
    "a file that cannot be loaded",
    [{ name: "/r/a.test.ts", status: "failed", assertionResults: [] }],
    { passed: 0, failed: 1 },
  ],
  [
    "a file that fails after its tests passed",
    [{ name: "/r/a.test.ts", status: "failed", assertionResults: [passed] }],
    { passed: 1, failed: 1 },
  ],
])("counts %s", (_, testResults, expected) => {
  expect(readReport({ testResults })).toMatchObject(expected);
});

test("the slowest tests come first, ten at most, by their files from the root", () => {
  const assertionResults = Array.from({ length: 12 }, (_, index) => ({
    status: "passed",
    fullName: `group ${index}`,
    duration: 100 * index,
  }));
  const testResults = [
    { name: "/r/test/a.test.ts", status: "passed", assertionResults },
    { name: "/r/b.test.ts", status: "failed", assertionResults: [skipped, { ...failed, duration: 61_234 }] },
  ];
  const lines = slowestTests(readReport({ testResults }).timed, "/r");
  expect(lines).toHaveLength(10);
  expect(lines.slice(0, 2)).toEqual(["  61.2 s  b.test.ts: fails", "   1.1 s  test/a.test.ts: group 11"]);
});

test("what failed is named by file and test: failing, skipped, and a file that could not be loaded", () => {
  const { failures } = readReport({
    testResults: [
      { name: "/r/test/a.test.ts", status: "failed", assertionResults: [passed, failed, skipped] },
      { name: "/r/b.test.ts", status: "failed", assertionResults: [] },
    ],
  });
  const check = { file: null, name: "checking types" };
  expect(failureLines([check, ...failures], "/r")).toEqual([
    "  checking types",
    "  test/a.test.ts: fails",
    "  test/a.test.ts: is skipped",
    "  b.test.ts",
  ]);
});
