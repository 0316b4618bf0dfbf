import { expect, test } from "vitest";
import { exampleResultsOf } from "../../src/features/examples/example-results.js";
import { exampleSummary } from "../../src/features/examples/example-summary.js";
import { placesOf } from "../../src/features/presentation/places.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

const FILES = { "common.responses": "# Shared.\nerror status 5xx\n" };

const TEXT = `include "common.responses"
success keyword "sold"
capture price from between "for " and " $"

example 'sold for 12 $' is success with price "12"
example "a cheap one" 200 'sold for 7 $' is success with price "8"
example 500 '' is error
example 200 'closed' is reject "Closed"
`;

function resultsOf(document: AnalysedDocument) {
  return exampleResultsOf(
    document,
    placesOf(document, (file) => uriOf(file), "utf-16"),
  );
}

test("examples and rules, with what a failing one says and where the verdict comes from", async () => {
  const document = await openDocument(workspaceOf(FILES), "acme.responses", TEXT);
  const { examples, rules, asItWas, version } = resultsOf(document);
  expect({ asItWas, version }).toEqual({ asItWas: null, version: 1 });
  const lines = examples.map(({ name, range, passed }) => [name, range.start.line + 1, passed]);
  expect(lines).toEqual([
    ["success: sold for 12 $", 5, true],
    ["a cheap one", 6, false],
    ["error: 500 (empty body)", 7, true],
    ["reject Closed: 200 closed", 8, false],
  ]);
  expect(examples[1]).toMatchObject({
    expected: "success\nprice: 8",
    actual: "success\nprice: 7",
    message: 'the capture price is "7", expected "8"',
    decidedBy: { uri: uriOf("acme.responses"), range: { start: { line: 1, character: 0 } } },
  });
  expect(examples[2]).toMatchObject({
    expected: "error",
    actual: "error",
    message: null,
    decidedBy: { uri: uriOf("common.responses"), range: { start: { line: 1, character: 0 } } },
  });
  expect(examples[3]).toMatchObject({ expected: "reject Closed", actual: "unmapped", decidedBy: null });
  expect(rules).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 22 } }, decides: 2, matches: 2 },
  ]);
});

test("all findings are counted, also those that are not marked one by one", async () => {
  const rules = Array.from({ length: 300 }, (_, index) => `reject word "reason ${index} abc"`);
  const text = ['success word "sold"', ...rules, 'reject word "sold" as A', ""].join("\n");
  const document = await openDocument(workspaceOf({}), "acme.responses", text);
  const count = (severity: string) => document.findings.filter((shown) => shown.severity === severity).length;
  expect(count("hint")).toBeGreaterThan(300);
  expect(resultsOf(document).findings).toEqual({
    errors: count("error"),
    warnings: count("warning"),
    hints: count("hint"),
    baselined: 0,
  });
});

test("while a statement is broken the results are those of before, and none is lost", async () => {
  const workspace = workspaceOf(FILES);
  await openDocument(workspace, "acme.responses", TEXT);
  const broken = TEXT.replace(`'sold for 12 $' is`, `'sold for 12 $ is`).replace("include", "\ninclude");
  workspace.change(uriOf("acme.responses"), 2, [{ text: broken }]);
  const document = await workspace.analysed(uriOf("acme.responses"));
  if (document === null) throw new Error("no document");
  const { examples, rules, asItWas } = resultsOf(document);
  expect(asItWas).toBe("as it was before line 6 was broken");
  expect(examples.map(({ range, passed }) => [range.start.line + 1, passed])).toEqual([
    [6, true],
    [7, false],
    [8, true],
    [9, false],
  ]);
  expect(rules).toHaveLength(1);
});

test("a file that was broken when it was opened runs its examples without what is broken", async () => {
  const document = await openDocument(
    workspaceOf({}),
    "acme.responses",
    'success status\nreject keyword "dup" as Duplicate\nexample 200 "" is success\nexample 200 "dup" is reject\n',
  );
  const { asItWas, examples, rules } = resultsOf(document);
  expect(asItWas).toBe("without line 1, which has an error");
  expect(examples).toMatchObject([
    { passed: false, actual: "unmapped", decidedBy: null, expected: "success" },
    { passed: true, actual: "reject" },
  ]);
  expect(examples[0]?.message).toMatch(/, without line 1, which has an error$/);
  expect(rules).toMatchObject([{ decides: 1, matches: 1 }]);
});

test("where nobody shows a tree of tests, a sentence says how they go", async () => {
  const document = await openDocument(workspaceOf(FILES), "acme.responses", TEXT);
  const { text, isGood } = exampleSummary(document, null);
  expect(isGood).toBe(false);
  expect(text).toMatch(
    /^4 examples: 2 pass, 2 fail; line 6: the capture price .*; line 8: expected reject Closed/,
  );
  expect(exampleSummary(document, 4)).toEqual({ text: "1 example, which passes", isGood: true });
});

test("what a response says becomes no link in that sentence", async () => {
  const text =
    'success status 201\nreject json "$.why" exact "*" as json "$.why"\n' +
    'example \'{"why":"[Mend](command:workbench.action.quit)"}\' is reject Other\n';
  const { text: said } = exampleSummary(await openDocument(workspaceOf({}), "a.responses", text), null);
  expect(said).toContain("[Mend] (command:workbench.action.quit)");
});
