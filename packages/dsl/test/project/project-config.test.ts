import { readProjectConfig } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

/** The problems as `LINE:COLUMN-COLUMN message`, from 1; all of these texts are of one line. */
function problemsOf(text: string): readonly string[] {
  const result = readProjectConfig(text);
  if (result.kind === "config") return [];
  return result.problems.map(({ message, span }) => `${span.start + 1}-${span.end + 1} ${message}`);
}

describe("a project file that is right", () => {
  test("gives severities and globs", () => {
    const text = `\ufeff{
      "$schema": "./schema.json",
      "severity": { "label-spelling": "error", "untested-rule": "off", "example-fails": "warning" },
      "ignore": ["drafts/**", "caf\\u00e9"]
    }`;
    const result = readProjectConfig(text);
    expect(result.kind === "config" && [[...result.config.severity], result.config.ignore]).toEqual([
      [
        ["label-spelling", "error"],
        ["untested-rule", "off"],
        ["example-fails", "warning"],
      ],
      ["drafts/**", "café"],
    ]);
  });

  test.each(["{}", ' { "severity": {}, "ignore": [] }\r\n'])("may say nothing: %s", (text) => {
    const result = readProjectConfig(text);
    expect(result.kind === "config" && [result.config.severity.size, result.config.ignore]).toEqual([0, []]);
  });
});

describe("a project file that is wrong says where and how to fix it", () => {
  test.each([
    ["", ["1-1 the text ends where a value is missing"]],
    ["[]", ['1-3 a project file is an object: { "severity": { … }, "ignore": [ … ] }']],
    ['{"ignroe": []}', ['2-10 "ignroe" is not a setting; did you mean ignore?']],
    [
      '{"severity": {"syntax": "off"}}',
      ["15-23 syntax is always an error: a mapping that has it cannot be run; delete this line"],
    ],
    [
      '{"severity": {"include-cycle": 1}}',
      ["15-30 include-cycle is always an error: a mapping that has it cannot be run; delete this line"],
    ],
    ['{"severity": {"example-fails": "off"}}', ["32-37 example-fails cannot be switched off"]],
    [
      '{"severity": {"lable-spelling": "off"}}',
      ['15-31 "lable-spelling" is not a finding; did you mean label-spelling?'],
    ],
    ['{"severity": {"xyz": "off"}}', ['15-20 "xyz" is not a finding; responses explain lists them all']],
    [
      '{"severity": {"label-spelling": "loud"}}',
      ['33-39 "loud" is not a severity; write error, warning, hint or off'],
    ],
    ['{"severity": {"label-spelling": "eror"}}', ['33-39 "eror" is not a severity; did you mean error?']],
    [
      '{"severity": {"label-spelling": 2}}',
      ["33-34 a severity is a text; write error, warning, hint or off"],
    ],
    [
      '{"severity": []}',
      ['14-16 severity is an object of findings and their severities: { "label-spelling": "error" }'],
    ],
    ['{"ignore": "a"}', ['12-15 ignore is a list of globs: [ "drafts/**" ]']],
    [
      '{"ignore": ["a", 1, ""]}',
      [
        '18-19 a glob is a text in double quotes, for example "drafts/**"',
        '21-23 a glob is a text in double quotes, for example "drafts/**"',
      ],
    ],
    ['{"ignore": [], "ignore": []}', ['16-24 "ignore" is given twice']],
    ['{"ignore": [],}', ["15-16 a comma must be followed by another value; delete it"]],
    ['{"ignore": ["a" "b"]}', ["17-18 a comma is missing here"]],
    ['{"ignore": ["a"', ["16-16 the text ends before its ]"]],
    ["{ignore: []}", ['2-3 a name in double quotes is missing, as in "severity": …']],
    ['{"ignore" []}', ["11-12 a colon is missing after the name"]],
    ['{"ignore": [a]}', ["13-14 this is no JSON value; texts need double quotes"]],
    ['{"ignore": [01]}', ["13-15 this is no JSON value; texts need double quotes"]],
    ['{"ignore": ["a]}', ["13-14 the text in quotes is not closed"]],
    ['{"ignore": ["\\x"]}', ["13-17 the text in quotes has an escape or a character that JSON forbids"]],
    ["{} // why", ["4-5 JSON has no comments; delete it"]],
    ["{ /* why */ }", ["3-4 JSON has no comments; delete it"]],
    ["{} {}", ["4-5 the text goes on after its end; delete the rest"]],
  ])("%s", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test("all problems are told at once", () => {
    expect(problemsOf('{"severity": {"syntax": "off", "label-spelling": "of"}, "x": 1}')).toHaveLength(3);
  });

  test("a name of JavaScript's own is no finding", () => {
    expect(problemsOf('{"severity": {"__proto__": "off", "constructor": "off"}}')).toHaveLength(2);
  });

  test("globs that nobody writes are told at their places, and not tried", () => {
    const braces = `{${Array(1000).fill("a").join(",")}}`;
    const globs = [
      "drafts/**",
      "[".repeat(100_000),
      `${braces}${braces}`,
      `{${Array(100_000).fill("a").join(",")}}`,
    ];
    const result = readProjectConfig(JSON.stringify({ ignore: globs }));
    expect(result.kind === "fault" && result.problems.map(({ message }) => message)).toEqual([
      "this glob is not tried: it is longer than 2,000 characters; write several",
      "this glob is not tried: it is longer than 2,000 characters; write several",
      "this glob is not tried: it is longer than 2,000 characters; write several",
    ]);
    const alternatives = readProjectConfig('{"ignore": ["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"]}');
    expect(alternatives).toEqual({
      kind: "fault",
      problems: [
        {
          message: "this glob is not tried: its braces stand for more than 256 globs; write several",
          span: { start: 12, end: 59 },
        },
      ],
    });
    const many = readProjectConfig(JSON.stringify({ ignore: Array(1001).fill("a") }));
    expect(many.kind === "fault" && many.problems.map(({ message }) => message)).toEqual([
      "more than 1,000 globs are not tried",
    ]);
  });

  test("a million brackets are a problem, no crash", () => {
    expect(problemsOf("[".repeat(1_000_000))).toEqual(["34-35 more than 32 values are inside one another"]);
  });
});
