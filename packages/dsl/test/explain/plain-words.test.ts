import { type FileModel, link, noOtherFiles, parse as readMappingFile } from "@responses/dsl";
import {
  captureInWords,
  conditionInWords,
  IN_FULL,
  located,
  resultInWords,
  textOfPhrases,
} from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

function read(text: string): FileModel {
  const file = readMappingFile("words.responses", text);
  expect(link(file, noOtherFiles).kind).toBe("mapping");
  return file;
}

function condition(text: string): string {
  const [rule] = located(read(`success ${text}\n`), "rule");
  return rule === undefined ? "no rule" : textOfPhrases(conditionInWords(rule.model.condition));
}

function result(text: string): string {
  const [rule] = located(read(`${text}\n`), "rule");
  return rule === undefined ? "no rule" : textOfPhrases(resultInWords(rule.model));
}

function capture(text: string): string {
  const [found] = located(read(`capture ${text}\n`), "capture");
  return found === undefined ? "no capture" : textOfPhrases(captureInWords(found.model));
}

describe("a condition", () => {
  test.each<[string, string]>([
    ["otherwise", "matches every response"],
    ["status 201", "matches when the status is 201"],
    ["status 2xx", "matches when the status is 200 to 299"],
    ["status 429, 5xx", "matches when the status is 429 or 500 to 599"],
    ["status 1xx, 300, 301, 302, 5xx, 404", "matches when the status is 100 to 199, 300, 301, 302 or 2 more"],
    ["not status 200", "matches when the status is not 200"],
    ['keyword "sold"', 'matches when the body contains "sold", in upper or lower case'],
    ['keyword "12"', 'matches when the body contains "12"'],
    ['keyword "成功"', 'matches when the body contains "成功"'],
    ['keyword "É"', 'matches when the body contains "É", in upper or lower case'],
    ['keyword "1", "2", "3"', 'matches when the body contains "1", "2" or "3"'],
    ['not keyword "1", "2"', 'matches when the body does not contain "1" or "2"'],
    ['word "1", "2"', 'matches when the body contains "1" or "2" as a word of its own'],
    ['not word "1"', 'matches when the body does not contain "1" as a word of its own'],
    ['exact "1"', 'matches when the body is exactly "1"'],
    ['exact ""', "matches when the body is empty"],
    ['exact "1*"', 'matches when the body begins with "1"'],
    ['exact "*1"', 'matches when the body ends with "1"'],
    ['exact "*1*"', 'matches when the body contains "1"'],
    ['exact "*1*2*"', 'matches when the body contains "1" and then "2"'],
    ['exact "*1*2"', 'matches when the body contains "1" and ends with "2"'],
    ['exact "1*2*"', 'matches when the body begins with "1" and contains "2"'],
    ['exact "1*2"', 'matches when the body begins with "1" and ends with "2"'],
    ['exact "1*2*3*4"', 'matches when the body begins with "1", contains "2" and then "3" and ends with "4"'],
    ['exact "1", "2*", "3*"', 'matches when the body is exactly "1" or begins with "2" or "3"'],
    ['not exact "1*", "2"', 'matches when the body does not begin with "1" and is not exactly "2"'],
    ['not exact "1*2"', 'matches when the body is not a text that begins with "1" and ends with "2"'],
    ['not exact "*1*2*"', 'matches when the body does not contain "1" and then "2"'],
    ['not exact "*1*2"', 'matches when the body is not a text that contains "1" and ends with "2"'],
    ['exact "\\*1"', 'matches when the body is exactly "*1"'],
    ['json "$.a" exact "1"', 'matches when the field $.a is exactly "1"'],
    ['not json "$.a" exact "1"', 'matches when the field $.a is not exactly "1" (or is missing)'],
    ['json "$.a[*].b" keyword "1"', 'matches when one of the fields $.a[*].b contains "1"'],
    ['not json "$.a[*].b" keyword "1"', 'matches when none of the fields $.a[*].b contains "1"'],
    ['json "$.a" exact "*"', "matches when the field $.a is any text"],
    ['json "$.a" above 10', "matches when the field $.a is a number above 10"],
    ['not json "$.a" below 0.5', "matches when the field $.a is not a number below 0.5 (or is missing)"],
    ['json "$.a" empty', "matches when the field $.a is missing or empty"],
    ['not json "$.a" empty', "matches when the field $.a is there and not empty"],
    ['json "$.a[*]" empty', "matches when the fields $.a[*] are missing or empty"],
    ['not json "$.a[*]" empty', "matches when one of the fields $.a[*] is there and not empty"],
    ['xml "//status" exact "1"', 'matches when the element //status is exactly "1"'],
    ['xml "/lead/@id" exact "1"', 'matches when the attribute /lead/@id is exactly "1"'],
    ['split "|" part 2 exact "1"', 'matches when part 2 of the body (cut at "|") is exactly "1"'],
    ['split "|" part -1 exact "1"', 'matches when the last part of the body (cut at "|") is exactly "1"'],
    [
      'split "|" part -2 exact "1"',
      'matches when part 2 from the end of the body (cut at "|") is exactly "1"',
    ],
    [
      'status 2xx and json "$.result" exact "accepted"',
      'matches when the status is 200 to 299 and the field $.result is exactly "accepted", in upper or lower case',
    ],
    [
      'keyword "valid" and word "lead" and not status 4xx',
      'matches when the body contains "valid", the body contains "lead" as a word of its own (in upper or lower case) and the status is not 400 to 499',
    ],
    [
      'status 200 and keyword "1" and not keyword "2"',
      'matches when the status is 200, the body contains "1" and the body does not contain "2"',
    ],
  ])("%s", (text, expected) => expect(condition(text)).toBe(expected));

  test("of many texts and many tests names a few", () => {
    const texts = Array.from({ length: 100_000 }, (_, index) => `"${index}"`).join(", ");
    expect(condition(`keyword ${texts}`)).toBe(
      'matches when the body contains "0", "1", "2", "3" or 99996 more',
    );
    const tests = Array.from({ length: 9 }, (_, index) => `keyword "${index}"`).join(" and ");
    expect(condition(tests)).toContain('the body contains "5" and 3 more tests hold');
  });

  test("in full names all of them", () => {
    const texts = Array.from({ length: 9 }, (_, index) => `"${index}"`).join(", ");
    const tests = Array.from({ length: 9 }, (_, index) => `not status ${index + 200}`).join(" and ");
    const statuses = Array.from({ length: 9 }, (_, index) => 300 + index).join(", ");
    const [rule] = located(
      read(`success keyword ${texts} and exact "*1*2*3*4*5*6*" and ${tests} and status ${statuses}\n`),
      "rule",
    );
    if (rule === undefined) throw new Error("there is a rule");
    const said = textOfPhrases(conditionInWords(rule.model.condition, IN_FULL));
    expect(said).toContain('"6", "7" or "8"');
    expect(said).toContain('"4", "5" and then "6"');
    expect(said).toContain("the status is not 208");
    expect(said).toContain("306, 307 or 308");
    expect(said).not.toContain("more");
  });

  test("shows what no screen would", () => {
    expect(condition('keyword "a\\u{202E}b\\n"')).toBe(
      'matches when the body contains "a\\u{202E}b\\n", in upper or lower case',
    );
    expect(condition(`keyword "${"x".repeat(1000)}"`).length).toBeLessThan(150);
  });
});

describe("a result", () => {
  test.each<[string, string]>([
    ["success status 200", "success"],
    ["reject status 200 as Duplicate", "reject Duplicate"],
    ['reject status 200 as "No Demand"', 'reject "No Demand"'],
    ['reject status 200 as json "$.reason"', "reject named by the field $.reason"],
    ['reject status 200 as json "$.reason" or "None"', "reject named by the field $.reason, or else None"],
    ['reject status 200 as "a\\u{202E}b"', 'reject "a\\u{202E}b"'],
  ])("%s", (text, expected) => expect(result(text)).toBe(expected));
});

test.each<[string, string]>([
  ['price from json "$.price"', "the field $.price"],
  ['id from between "<id>" and "</id>"', 'the text between "<id>" and "</id>"'],
])("a capture: %s", (text, expected) => expect(capture(text)).toBe(expected));
