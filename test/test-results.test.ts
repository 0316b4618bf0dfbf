import { expect, test } from "vitest";
import { countTests } from "../scripts/test-results.mjs";

const passed = { status: "passed" };
const failed = { status: "failed" };
const skipped = { status: "pending" };

test.each([
  ["no file", [], { passed: 0, failed: 0 }],
  ["passing tests", [{ status: "passed", assertionResults: [passed, passed] }], { passed: 2, failed: 0 }],
  ["a failing one", [{ status: "failed", assertionResults: [passed, failed] }], { passed: 1, failed: 1 }],
  ["a skipped one", [{ status: "passed", assertionResults: [passed, skipped] }], { passed: 1, failed: 1 }],
  ["a file that cannot be loaded", [{ status: "failed", assertionResults: [] }], { passed: 0, failed: 1 }],
  [
    "a file that fails after its tests passed",
    [{ status: "failed", assertionResults: [passed] }],
    { passed: 1, failed: 1 },
  ],
])("counts %s", (_, testResults, expected) => {
  expect(countTests({ testResults })).toEqual(expected);
});
