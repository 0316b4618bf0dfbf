import { parse } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { messagesOf } from "../support/read-literal.js";
import { treeOf } from "../support/tree-of.js";

/** A file, and its statements: the first characters behind each one's comments, and its kind. */
function cut(text: string): readonly string[] {
  return treeOf(text).statements.map(({ syntax }) => {
    return `${syntax.node.kind} ${JSON.stringify(syntax.text.slice(syntax.wordSpan.from, syntax.span.to))}`;
  });
}

const FILES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a statement a line",
    "success status 201\nerror status 500",
    ['rule "success status 201"', 'rule "error status 500"'],
  ],
  [
    "lines that end in CR",
    "success status 201\rerror status 500\r",
    ['rule "success status 201"', 'rule "error status 500"'],
  ],
  [
    "lines that end in CRLF",
    "success status 201\r\nerror status 500\r\n",
    ['rule "success status 201"', 'rule "error status 500"'],
  ],
  [
    "indented statements",
    " \tsuccess status 201\n\t error status 500",
    ['rule "success status 201"', 'rule "error status 500"'],
  ],
  [
    "a statement over several lines",
    "success\nstatus\n201,\n202\nand\nnot\nkeyword\n'x'",
    [`rule ${JSON.stringify("success\nstatus\n201,\n202\nand\nnot\nkeyword\n'x'")}`],
  ],
  [
    "a statement word inside a line",
    "reject keyword 'x' as success",
    [`rule "reject keyword 'x' as success"`],
  ],
  [
    "a statement word on a line of its own",
    "reject keyword 'x' as\nsuccess\n status 201",
    [`broken "reject keyword 'x' as"`, `rule "success\\n status 201"`],
  ],
  [
    "a broken statement before others",
    "success keyword\nerror status 500",
    ['broken "success keyword"', 'rule "error status 500"'],
  ],
  [
    "an open string",
    "success keyword 'x\nerror status 500",
    [`rule "success keyword 'x"`, 'rule "error status 500"'],
  ],
  ...["\n", "\r", "\r\n"].map(
    (lineEnd) =>
      [
        `an open string with a backslash before ${JSON.stringify(lineEnd)}`,
        `success keyword 'x\\${lineEnd}error status 500`,
        [`rule ${JSON.stringify("success keyword 'x\\")}`, 'rule "error status 500"'],
      ] as const,
  ),
  [
    "a word that only begins like one",
    "success status 201\nsuccess-rate\nsystematic",
    [`broken ${JSON.stringify("success status 201\nsuccess-rate\nsystematic")}`],
  ],
  [
    "a word with a mark behind it",
    "success status 201\nerror: status 500",
    ['rule "success status 201"', 'broken "error: status 500"'],
  ],
  [
    "a word beside a string",
    "success status 201\nsystem'x'",
    ['rule "success status 201"', `system "system'x'"`],
  ],
  [
    "an upper-case word, which only recovery takes for one",
    "success status 201\nError status 500",
    ['rule "success status 201"', 'broken "Error status 500"'],
  ],
  [
    "a word behind other white space",
    "success status 201\n\u00a0error status 500",
    [`broken ${JSON.stringify("success status 201\n\u00a0error status 500")}`],
  ],
  [
    "other line separators",
    "success status 201\u2028error status 500",
    [`broken ${JSON.stringify("success status 201\u2028error status 500")}`],
  ],
  [
    "a statement word in a block",
    'example """\nerror status 500\n""" is success',
    [`example ${JSON.stringify('example """\nerror status 500\n""" is success')}`],
  ],
  [
    "a block that is never closed",
    'example """\n{"a":1}\nerror status 500',
    [`broken ${JSON.stringify('example """\n{"a":1}\n')}`, 'rule "error status 500"'],
  ],
  [
    "a block that another's opening closes",
    'example """\nsuccess status 201\nexample """\nerror status 500',
    [`broken ${JSON.stringify('example """\nsuccess status 201\nexample """')}`, 'rule "error status 500"'],
  ],
  [
    "a quotation mark in a comment",
    'success status 201 # it\'s """\nerror status 500',
    ['rule "success status 201"', 'rule "error status 500"'],
  ],
  [
    "a block's marks in a string",
    'success keyword \'"""\'\nerror status 500',
    [`rule ${JSON.stringify('success keyword \'"""\'')}`, 'rule "error status 500"'],
  ],
  ["a byte order mark", "\ufeffsuccess status 201", ['rule "success status 201"']],
  ["nothing", "", []],
  ["comments alone", "# one\n\n# two", []],
];

describe("a file is cut into statements", () => {
  test.each(FILES)("%s", (_, text, statements) => expect(cut(text)).toEqual(statements));
});

describe("comment lines directly above a statement document it", () => {
  const documentation = (text: string) => treeOf(text).statements.map(({ syntax }) => syntax.documentation);

  test.each([
    ["one line", "# one\nsuccess status 201", ["one"]],
    ["several lines", "#one\n#  two\nsuccess status 201", ["one\n two"]],
    ["lines apart from it", "# one\n\n# two\nsuccess status 201", ["two"]],
    ["a line behind the last statement", "success status 201\n# one\nerror status 500", ["", "one"]],
    ["a comment at a line's end", "success status 201 # one\nerror status 500", ["", ""]],
    [
      "a suppression",
      "# one\n# responses-ignore untested-rule: known\n# two\nsuccess status 201",
      ["one\ntwo"],
    ],
    ["CR", "# one\r# two\rsuccess status 201", ["one\ntwo"]],
    [
      "a byte order mark before it",
      "\ufeff# one\nsuccess status 201\n# two\nerror status 500",
      ["one", "two"],
    ],
  ])("%s", (_, text, expected) => expect(documentation(text)).toEqual(expected));
});

describe("a suppression", () => {
  const suppressions = (comment: string) => {
    return treeOf(`${comment}\nsuccess status 201`).statements[0]?.syntax.suppressions.map((suppression) => {
      return suppression.kind === "malformed"
        ? suppression.problem
        : `${suppression.name}: ${suppression.reason}`;
    });
  };

  test.each([
    ["# responses-ignore untested-rule: we know", ["untested-rule: we know"]],
    ["#responses-ignore   untested-rule :  we: know  ", ["untested-rule: we: know"]],
    ["# responses-ignore untested-rule", ["no-reason"]],
    ["# responses-ignore untested-rule:", ["no-reason"]],
    ["# responses-ignore", ["no-name"]],
    ["# responses-ignore:", ["no-name"]],
    ["# responses-ignore: untested-rule: we know", ["no-name"]],
    ["# responses-ignore untested-rule we know", ["spelling"]],
    ["# responses-ignore Untested-Rule: we know", ["spelling"]],
    ["# Responses-Ignore untested-rule: we know", ["spelling"]],
    ["# response-ignore untested-rule: we know", ["spelling"]],
    ["# responses_ignore untested-rule: we know", ["spelling"]],
    ["# responses-disable untested-rule: we know", ["spelling"]],
    ["# responses-ignored untested-rule: we know", ["spelling"]],
    ["# responses ignore untested-rule: we know", ["spelling"]],
    ["# responses-ingore untested-rule: we know", ["spelling"]],
    ["# responseignore untested-rule: we know", ["spelling"]],
    ["## responses-ignore untested-rule: we know", ["spelling"]],
    ["# @responses-ignore untested-rule: we know", ["spelling"]],
    ["# response-time is ignored", []],
    ["# responses ignore case, as everywhere", []],
    ["# Responses that Acme ignores", []],
    ["# the responses-ignore directive", []],
  ])("%s", (comment, expected) => expect(suppressions(comment)).toEqual(expected));

  const misplaced =
    "a suppression only works on a line of its own among the comment lines directly above a statement";

  test.each([
    ["success status 201 # responses-ignore untested-rule: we know"],
    ["success status 201\n# responses-ignore untested-rule: we know\n\nerror status 500"],
    ["# responses-ignore untested-rule: we know\n\nerror status 500"],
  ])("%s is in the wrong place", (text) => expect(messagesOf(text)).toEqual([misplaced]));

  test("a million blanks may stand in what is none", () => {
    expect(suppressions(`# responses-ignore${" ".repeat(1_000_000)}!`)).toEqual(["spelling"]);
  });
});

/** The meaning of one statement, without its places. */
function modelOf(text: string): unknown {
  const [model] = parse("mapping.responses", text).models;
  return JSON.parse(
    JSON.stringify(model, (name, value: unknown) => (/spans?$/i.test(name) ? undefined : value)),
  );
}

function labelOf(text: string): unknown {
  const model = modelOf(text);
  return typeof model === "object" && model !== null && "label" in model ? model.label : model;
}

function verdictOf(text: string): unknown {
  const model = modelOf(text);
  return typeof model === "object" && model !== null && "verdict" in model ? model.verdict : model;
}

describe("words are special only where the grammar expects them", () => {
  test.each([
    ["reject status 400 as Success", { kind: "fixed", text: "Success" }],
    ["reject status 400 as error", { kind: "fixed", text: "error" }],
    ["reject status 400 as not", { kind: "fixed", text: "not" }],
    ["reject status 400 as as", { kind: "fixed", text: "as" }],
    ["reject status 400 as 200", { kind: "fixed", text: "200" }],
    ["reject status 400 as 5xx", { kind: "fixed", text: "5xx" }],
    ["reject status 400 as -1", { kind: "fixed", text: "-1" }],
    ["reject status 400 as 1e5", { kind: "fixed", text: "1e5" }],
    ["reject status 400 as no-match", { kind: "fixed", text: "no-match" }],
    ["reject status 400 as Pr\u0065\u0301tendu", { kind: "fixed", text: "Pre\u0301tendu" }],
    ["reject status 400 as 日本語", { kind: "fixed", text: "日本語" }],
    ["reject status 400 as a_b\u203fc", { kind: "fixed", text: "a_b\u203fc" }],
    ["reject status 400 as json", { kind: "fixed", text: "json" }],
    ["reject status 400 as xml", { kind: "fixed", text: "xml" }],
    ["reject status 400 as split", { kind: "fixed", text: "split" }],
    ["reject status 400 as json # a comment\n", { kind: "fixed", text: "json" }],
    ["reject status 400 as'a b'", { kind: "fixed", text: "a b" }],
  ])("%s", (text, label) => expect(labelOf(text)).toEqual(label));

  test.each([
    "reject status 400 as json '$.a'",
    "reject status 400 as json\n'$.a'",
    "reject status 400 as json'$.a'or x",
  ])("%s is a field", (text) =>
    expect(labelOf(text)).toMatchObject({ kind: "field", fallback: text.endsWith("x") ? "x" : null }),
  );

  test.each([
    ["example 'x' is reject error", { outcome: "reject", label: "error", captures: [] }],
    ["example 'x' is success with", { outcome: "success", label: "with", captures: [] }],
    ["example 'x' is success with\n", { outcome: "success", label: "with", captures: [] }],
    [
      "example 'x' is success with price '1'",
      { outcome: "success", label: null, captures: [{ name: "price", value: "1" }] },
    ],
    [
      "example 'x' is success\nwith price '1'",
      { outcome: "success", label: null, captures: [{ name: "price", value: "1" }] },
    ],
    [
      "example 'x' is success with\nprice '1'",
      { outcome: "success", label: null, captures: [{ name: "price", value: "1" }] },
    ],
    [
      "example 'x' is success Sold with 'a b' '*', with '2'",
      {
        outcome: "success",
        label: "Sold",
        captures: [
          { name: "a b", value: "*" },
          { name: "with", value: "2" },
        ],
      },
    ],
    ["example 'x' is unmapped", { outcome: "unmapped" }],
    ["example 'x' is\nsuccess", { kind: "broken" }],
  ])("%s", (text, verdict) => expect(verdictOf(text)).toEqual(verdict));

  test.each([
    ["example 'x' is success", { name: null, status: null, body: "x" }],
    ["example 200 'x' is success", { name: null, status: 200, body: "x" }],
    ["example 200 200 'x' is success", { name: "200", status: 200, body: "x" }],
    ["example sold 'x' is success", { name: "sold", status: null, body: "x" }],
    ["example sold 200 'x' is success", { name: "sold", status: 200, body: "x" }],
    ["example 'a name' 'x' is success", { name: "a name", status: null, body: "x" }],
    ["example 'a name' 200 'x' is success", { name: "a name", status: 200, body: "x" }],
    ["example is 'x' is success", { name: "is", status: null, body: "x" }],
    ["example 2xx 'x' is success", { name: "2xx", status: null, body: "x" }],
    ["example -1 'x' is success", { name: "-1", status: null, body: "x" }],
    ["example 0 'x' is success", { name: null, status: 0, body: "x" }],
    ["example 999 '' is success", { name: null, status: 999, body: "" }],
    ["example '*\\*' is success", { name: null, status: null, body: "**" }],
  ])("%s", (text, example) => expect(modelOf(text)).toMatchObject(example));

  test.each([
    ["success status 200..299", [{ first: 200, last: 299 }]],
    ["success status 200 .. 299", [{ first: 200, last: 299 }]],
    ["success status 200\n..\n299", [{ first: 200, last: 299 }]],
    [
      "success status 2xx,404",
      [
        { first: 200, last: 299 },
        { first: 404, last: 404 },
      ],
    ],
    ["success status 0200", [{ first: 200, last: 200 }]],
    ["success status 100..599", [{ first: 100, last: 599 }]],
  ])("%s", (text, ranges) => {
    expect(modelOf(text)).toMatchObject({
      condition: { tests: [{ negated: false, test: { kind: "status", ranges } }] },
    });
  });

  test.each(["0", "12", "-1", "12.50", "-0.5", "1e5", "1E5", "1e-5", "1e+5", "1.5e-3", "-1.5E+30", "007"])(
    "above %s",
    (number) => {
      expect(modelOf(`success json '$.a' above ${number}`)).toMatchObject({
        condition: { tests: [{ test: { number } }] },
      });
    },
  );

  test.each([
    "+5",
    ".5",
    "5.",
    "1,000",
    "1e",
    "1e1.5",
    "--1",
    "0x10",
    "1_000",
    "5%",
    "Infinity",
    "NaN",
    "-",
    "1.2.3",
  ])("above %s is an error", (number) =>
    expect(messagesOf(`success json '$.a' above ${number}`)).toHaveLength(1),
  );

  test("beside a string or a comma no white space is needed", () => {
    expect(modelOf("reject json'$.a'exact'b','c'and status 200,201 as'd'")).toEqual(
      modelOf("reject json '$.a' exact 'b', 'c' and status 200 , 201 as 'd'"),
    );
  });
});
