import { readingFindings, typicalMistakes } from "@responses/testing/typical-mistakes";
import { beforeEach, expect, test, vi } from "vitest";
// Imports internals: which of several explanations answered cannot be told from what is said of a text.
import type { Explainer } from "../../src/syntax/faults/explanation.js";

/*
 * `each` puts explanations on one line of a table, of which no two know the same fault: their order says nothing. Here all
 * of a line are asked, of every fault in the typical mistakes, and none but one may answer.
 */

const { several, answered } = vi.hoisted(() => ({ several: new Set<string>(), answered: { count: 0 } }));

vi.mock("../../src/syntax/faults/explanation.js", async (importOriginal) => ({
  ...(await importOriginal<typeof import("../../src/syntax/faults/explanation.js")>()),
  each:
    (...explainers: readonly Explainer[]): Explainer =>
    (fault, found) => {
      const answers = explainers.flatMap((explain) => {
        const explanation = explain(fault, found);
        return explanation === null ? [] : [{ name: explain.name, explanation }];
      });
      answered.count += answers.length;
      if (answers.length > 1) several.add(`${answers.map(({ name }) => name).join(", ")}: ${fault.text}`);
      return answers[0]?.explanation ?? null;
    },
}));

beforeEach(() => {
  several.clear();
  answered.count = 0;
});

test("no two explanations of one line know the same fault", () => {
  for (const { source } of typicalMistakes()) readingFindings(source);
  expect([...several]).toEqual([]);
  expect(answered.count).toBeGreaterThan(100);
});
