import type { ExampleReport, ExampleResults } from "@responses/lsp";
import { expect, test } from "vitest";
import { statusText } from "../src/status/status-text.js";

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };

const NOTHING = { errors: 0, warnings: 0, hints: 0, baselined: 0 };

function results(
  passing: number,
  failing: number,
  findings: ExampleResults["findings"] = NOTHING,
  asItWas: string | null = null,
): ExampleResults {
  const example = (passed: boolean): ExampleReport => ({
    name: "an example",
    range,
    passed,
    expected: "success",
    actual: passed ? "success" : "reject",
    message: passed ? null : "it fails",
    decidedBy: null,
  });
  return {
    version: 1,
    asItWas,
    examples: [
      ...Array.from({ length: passing }, () => example(true)),
      ...Array.from({ length: failing }, () => example(false)),
    ],
    rules: [{ range, decides: 1, matches: 1 }],
    findings,
  };
}

test.each([
  [results(0, 0), "No examples", "1 rule, nothing found", "good"],
  [results(1, 0), "1 example passes", "1 rule, nothing found", "good"],
  [results(5, 0, { ...NOTHING, hints: 2 }), "5 examples pass", "1 rule, 2 hints", "good"],
  [
    results(5, 0, { ...NOTHING, hints: 1, baselined: 3 }),
    "5 examples pass",
    "1 rule, 1 hint, 3 in the baseline",
    "good",
  ],
  [results(5, 0, { ...NOTHING, warnings: 1 }), "5 examples pass", "1 rule, 1 warning", "warning"],
  [
    results(5, 1, { errors: 1, warnings: 2, hints: 1, baselined: 0 }),
    "1 of 6 examples fails",
    "1 rule, 1 error, 2 warnings, 1 hint",
    "error",
  ],
  [results(1, 2), "2 of 3 examples fail", "1 rule, nothing found", "error"],
  [
    results(2, 0, { ...NOTHING, errors: 1 }, "as it was before line 7 was broken"),
    "2 examples pass",
    "as it was before line 7 was broken; 1 rule, 1 error",
    "error",
  ],
  [null, "No examples", "0 rules, nothing found", "good"],
])("the status says how a file stands (%#)", (known, text, detail, severity) => {
  expect(statusText(known)).toEqual({ text, detail, severity });
});
