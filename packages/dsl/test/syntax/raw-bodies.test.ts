import { parse } from "@responses/dsl";
import { readingFindings, withAutomaticFixes } from "@responses/testing/typical-mistakes";
import { expect, test } from "vitest";

/*
 * Bodies over several lines that somebody pasted behind the status, without quotes.
 */

test.each([
  ["JSON", '{\n  "sold": true,\n  "note": "driver\'s \\"x\\"",\n  "price": 14.50\n}', " "],
  ["a list, with the verdict below", '[\n  { "is": "success" },\n  {}\n]', "\n  "],
  ["XML", "<result>\n  <status>1</status>\n</result>", " "],
  ["one line, with the verdict below", '{"sold":true}', "\n  "],
])("%s gets its marks, and is read", (_, body, gap) => {
  const text = `success status 201\nexample 200 ${body}${gap}is unmapped\n`;
  const findings = readingFindings(text);
  expect(findings.map(({ name }) => name)).toEqual(["syntax"]);
  const mended = withAutomaticFixes(text, findings);
  expect(readingFindings(mended)).toEqual([]);
  const [example] = parse("a.responses", mended).models.flatMap((model) =>
    model.kind === "example" ? [model] : [],
  );
  expect(example).toMatchObject({ status: 200, body });
});

test.each([
  '{\n  "sold": true\n} is lovely',
  '{\n  "a": true,\n  "b"\n is unmapped',
  '{\n  """\n} is unmapped',
])("what is no body in brackets before a verdict is left to whoever wrote it: %j", (rest) => {
  const text = `example 200 ${rest}\n`;
  expect(withAutomaticFixes(text, readingFindings(text))).toBe(text);
});

test.each([
  ['{"sold":true}', `'{"sold":true}'`],
  ['[\n  "is success"\n]', '"""[\n  "is success"\n]"""'],
  ["<a>1</a>", "'<a>1</a>'"],
])("without a verdict yet %j is offered in its marks", (body, marked) => {
  const text = `example 200 ${body}\n`;
  const [finding] = readingFindings(text);
  expect(finding?.fixes.map(({ kind, edits }) => [kind, edits.map(({ newText }) => newText)])).toEqual([
    ["suggested", [marked]],
  ]);
});
