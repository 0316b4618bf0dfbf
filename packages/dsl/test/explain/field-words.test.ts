import { explain } from "@responses/dsl";
import {
  captureInWords,
  conditionInWords,
  evidenceInWords,
  explainedBody,
  nearMissInWords,
  nearMissOf,
  resultInWords,
  Subject,
} from "@responses/dsl/editor";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";

/* Parts between two texts, forms, and fields of fields, put into words for people who do not read the language. */

const wordsOf = (phrases: readonly { readonly text: string }[]) => phrases.map(({ text }) => text).join("");

function conditionOf(test: string): string {
  const [rule] = mappingOf(`success ${test}\n`).rules;
  return rule === undefined ? "" : wordsOf(conditionInWords(rule.model.condition));
}

describe("a field in words", () => {
  test.each([
    ['form "status" exact "1"', 'matches when the form field "status" is exactly "1"'],
    ['form "lead id" empty', 'matches when the form field "lead id" is missing or empty'],
    ['between "a" and "b" exact "1"', 'matches when the text between "a" and "b" is exactly "1"'],
    [
      'between "a" and "b", "c" empty',
      'matches when the text between "a" and "b" or "c" is missing or empty',
    ],
    [
      'between "a" and "&", end above 1',
      'matches when the text between "a" and "&" or the end is a number above 1',
    ],
    ['between "a" and end exact ""', 'matches when the text after "a" is empty'],
    [
      'between "(" and last ")" exact "1"',
      'matches when the text between "(" and the last ")" is exactly "1"',
    ],
    ['json "$.d" json "$.s" exact "1"', 'matches when the field $.s in the field $.d is exactly "1"'],
    [
      'not json "$.d" json "$.s" exact "1"',
      'matches when the field $.s in the field $.d is not exactly "1" (or is missing)',
    ],
    [
      'not json "$.a[*]" json "$.s" exact "1"',
      'matches when the field $.s in none of the fields $.a[*] is exactly "1"',
    ],
    [
      'json "$.a[*]" json "$.s" exact "1"',
      'matches when the field $.s in one of the fields $.a[*] is exactly "1"',
    ],
    [
      'split ";" part 2 split "," part -1 exact "1"',
      'matches when the last part of the text (cut at ",") in part 2 of the body (cut at ";") is exactly "1"',
    ],
    [
      `${'json "$.a" '.repeat(6)}empty`,
      "matches when the field $.a in the field $.a in the field $.a in the field $.a in 2 more is missing or empty",
    ],
  ])("%s", (written, words) => expect(conditionOf(written)).toBe(words));

  test("names a rule and a capture", () => {
    const { rules, captures } = mappingOf(`reject otherwise as between "Reason:" and end or Other
capture id from xml "//d" form "id"
capture why from json "$.why" for reject, error
`);
    expect(rules.map(({ model }) => wordsOf(resultInWords(model)))).toEqual([
      'reject named by the text after "Reason:", or else Other',
    ]);
    expect(captures.map(({ model }) => wordsOf(captureInWords(model)))).toEqual([
      'the form field "id" in the element //d',
      "the field $.why, for reject and error only",
    ]);
  });
});

function evidenceOf(condition: string, body: string): string {
  const { rules } = explain(mappingOf(`success ${condition}\n`), { body });
  const last = rules[0]?.tests.at(-1);
  return last === undefined ? "" : evidenceInWords(last, explainedBody(body));
}

describe("why a field picks nothing", () => {
  test.each([
    ['form "a"', "b=1", "the body has no such field"],
    ['between "id=" and ";"', "x", 'the body has no "id="'],
    ['between "id=" and ";"', "ID=1", 'the body has nothing after "id=" that ends the part'],
    [
      'json "$.d[*]" json "$.s"',
      '{"d":[[],{}]}',
      'json "$.d[*]" picks no text to read, but a list and an object',
    ],
    ['split ";" part 2 split "," part 2', "a;b", 'split ";" part 2 picks "b", which has no such part'],
    [
      'xml "//d" between "a" and "b"',
      "<d>xa</d>",
      'xml "//d" picks "xa", which has nothing after "a" that ends the part',
    ],
    [
      'xml "//d" xml "//s"',
      "<d>&lt;s></d>",
      'xml "//d" picks "<s>", which cannot be read as XML: it ends too early',
    ],
  ])("%s in %j", (field, body, words) => expect(evidenceOf(`${field} exact "1"`, body)).toBe(words));

  test.each([
    ['{"e":1}', "the body has no such field"],
    ['{"d":', "the body cannot be read as JSON: it ends too early (line 1, column 6 of the body)"],
    ['{"d":"OK"}', 'json "$.d" picks "OK", which cannot be read as JSON: a value is missing here'],
    ['{"d":"{}"}', 'json "$.d" picks "{}", which has no such field'],
    ['{"d":{"s":1}}', 'json "$.d" picks no text to read, but an object'],
  ])("JSON in JSON in %j", (body, words) =>
    expect(evidenceOf('json "$.d" json "$.s" exact "1"', body)).toBe(words),
  );

  test("where it picks something, its place is named", () => {
    expect(evidenceOf('between "(" and last ")" json "$.a" exact "1"', 'x({"a":1})')).toBe(
      "found at line 1, column 8 of the body",
    );
    expect(evidenceOf('json "$.d" json "$.s" exact "2"', '{"d":"{\\"s\\":1}"}')).toBe('it is "1"');
  });
});

describe("a field that is nearly there", () => {
  test.each([
    [
      'json "$.d" json "$.status" exact "1"',
      '{"d":"{\\"Status\\":1}"}',
      'the body has the field as "$.Status", not "$.status"',
    ],
    ['json "$.D" json "$.s" exact "1"', '{"d":"{\\"s\\":1}"}', 'the body has the field as "$.d", not "$.D"'],
    ['form "status" exact "1"', "x=2&Status=1", 'the body has the field as "Status", not "status"'],
    ['xml "//r" xml "//S" exact "1"', "<r>&lt;s>1&lt;/s></r>", 'the body has the field as "//s", not "//S"'],
  ])("%s in %j", (condition, body, words) => {
    const [rule] = mappingOf(`success ${condition}\n`).rules;
    const miss = rule === undefined ? null : nearMissOf(rule, new Subject({ body }));
    expect(miss === null ? null : nearMissInWords(miss, body)).toBe(words);
  });

  test.each([
    ['between "id=" and ";" exact "1"', "ID: 1;"],
    ['json "$.d" json "$.s" exact "1"', '{"d":"{\\"t\\":1}"}'],
    ['json "$.d" json "$.s" exact "1"', '{"d":1}'],
  ])("%s is not in %j", (condition, body) => {
    const [rule] = mappingOf(`success ${condition}\n`).rules;
    expect(rule === undefined ? undefined : nearMissOf(rule, new Subject({ body }))).toBeNull();
  });
});
