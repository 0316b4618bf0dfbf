import { expect, test } from "vitest";
// Imports internals: of the bodies that are made a finding shows one, and only after others have been tried.
import { bodiesFor } from "../../src/synthesis/bodies-for.js";
import { isAsWished } from "../../src/synthesis/picked-wishes.js";
import { MOST_BODIES } from "../../src/synthesis/wanted-body.js";
import { type Wishes, wantedBody } from "../support/wishes.js";

/*
 * What comes behind the most natural body, for callers to whom that is of no use: a keyword of another rule may occur in it.
 */

function bodiesOf(
  wishes: Wishes,
  texts: readonly string[] = [],
  shapes: readonly string[] = [],
): readonly string[] {
  return [...bodiesFor(wantedBody(wishes, texts), shapes)];
}

test("JSON is also written with spaces, with strings for numbers, and in escapes", () => {
  const bodies = bodiesOf({ 'json "$.price"': ["12.5"], 'json "$.ok"': ["true"] });
  expect(bodies).toEqual([
    '{"price":12.5,"ok":true}',
    '{"price":"12.5","ok":"true"}',
    '{"price": 12.5, "ok": true}',
    '{"price": "12.5", "ok": "true"}',
    '{"price":"\\u00312.\\u0035","ok":"\\u0074rue"}',
    '{"price":"\\u0031\\u0032\\u002e\\u0035","ok":"\\u0074\\u0072\\u0075\\u0065"}',
    '{"\\u0070\\u0072\\u0069\\u0063\\u0065":"\\u0031\\u0032\\u002e\\u0035","\\u006f\\u006b":"\\u0074\\u0072\\u0075\\u0065"}',
  ]);
});

test.each<readonly [wishes: Wishes, keyword: string]>([
  [{ 'json "$.status"': ["success"] }, "success"],
  [{ 'json "$.status"': ["unsuccessful"] }, "success"],
  [{ 'json "$.status"': ["success"] }, "status"],
  [{ 'xml "//status"': ["success"] }, "success"],
  [{ 'xml "//status"': ["unsuccessful"] }, "success"],
  [{ 'xml "//lead/@status"': ["success"] }, "success"],
  [{ 'form "status"': ["success"] }, "success"],
  [{ 'form "status"': ["success"] }, "status"],
  [{ 'json "$.d" json "$.status"': ["success"] }, "success"],
  [{ 'between "(" and last ")" json "$.status"': ["success"] }, "success"],
])("%j can be without %s in the body", (wishes, keyword) => {
  const bodies = bodiesOf(wishes);
  expect(bodies[0]).toContain(keyword);
  expect(bodies.some((body) => !body.includes(keyword))).toBe(true);
});

test("the texts stand in the body as they are, in every one of them", () => {
  const texts = ["No Budget", "lead-17"];
  for (const wishes of [
    { 'json "$.status"': ["success"] },
    { 'json "$[*].status"': ["a", "b"] },
    { 'xml "//status"': ["success"] },
    { 'xml "/response"': ["success"] },
    { 'xml "//@id"': ["1"] },
    { 'form "status"': ["a b"] },
    { 'split "|" part 2': ["x"] },
    { 'between "a" and "b"': ["x"] },
    { 'json "$.d" xml "//status"': ["success"] },
    { 'json "$.status"': [] },
    {},
  ] satisfies readonly Wishes[]) {
    const bodies = bodiesOf(wishes, texts);
    expect(bodies.length, JSON.stringify(wishes)).toBeGreaterThan(0);
    for (const body of bodies) for (const text of texts) expect(body).toContain(text);
  }
});

test("pieces of JSON and XML that a rule looks for are part of the document", () => {
  for (const text of [
    '"code":1',
    '"code":',
    'code":"OK',
    '"code":{"a":',
    ',"code":1',
    '{"a":1}',
    '"b":[1',
    '"a":1,"b":2',
  ])
    expect([text, bodiesOf({ 'json "$.status"': ["success"] }, [text]).length > 0]).toEqual([text, true]);
  for (const text of ["<code>1</code>", "<code>1", "1</code>", "</a><b>", '<code type="x">', "<code/>"])
    expect([text, bodiesOf({ 'xml "//status"': ["success"] }, [text]).length > 0]).toEqual([text, true]);
});

test("wishes that contradict one another get nothing", () => {
  for (const wishes of [
    { 'json "$.a"': ["x"], 'json "$.a.b"': ["y"] },
    { 'json "$.a"': ["x", "y"] },
    { 'json "$[0]"': ["x"], 'json "$.a"': ["y"] },
    { 'json "$[*]"': ["x"], 'json "$[1]"': ["y"] },
    { 'json "$[*]"': ["x"], 'json "$[0]"': [], 'json "$[-1]"': ["x"] },
    { 'json "$.a"': [[]], 'json "$.a.b"': ["y"] },
    { 'json "$.a"': ["x"], 'xml "//a"': ["y"] },
    { 'xml "/a"': ["x", "y"] },
    { 'xml "/a/b"': ["x"], 'xml "/b/c"': ["y"] },
    { 'xml "//a"': [null] },
    { 'xml "//a"': [" x"] },
    { 'xml "//a"': ["x"], 'xml "//b//a"': ["y"] },
    { 'form "a"': ["x "] },
    { 'split "|" part 1': [] },
    { 'split "|" part 2': ["a|b"] },
    { 'split "|" part 2': ["a"], 'split "|" part 1': ["a", "b"] },
    { 'between "a" and "b"': ["b"] },
    { 'between "a" and "b"': ["x", "y"] },
    { 'json "$.d" json "$.s"': ["x", "y"] },
    { 'json "$.d"': ["x"], 'json "$.d" json "$.s"': ["y"] },
  ] satisfies readonly Wishes[])
    expect([wishes, bodiesOf(wishes)]).toEqual([wishes, []]);
});

const HOSTILE = [
  "",
  " ",
  '"',
  "\\",
  '\\"',
  "'",
  "]]>",
  "<![CDATA[",
  "--",
  "&",
  "&amp;",
  "%",
  "%zz",
  "+",
  "=",
  "*",
  "\u0000",
  "\u001f",
  "\ufffe",
  "\ud800",
  "\udc00x",
  "\ufffd",
  "\ufeff",
  "\r\n",
  "\u2028",
  "😀",
  "__proto__",
  "}".repeat(300),
  '{"a":1}',
  "<a>",
];

test("hostile texts and names throw nothing, and what is given is as wished", () => {
  const fields = [
    'json "$.a"',
    "json \"$['__proto__']\"",
    'json "$.a[*]"',
    'xml "//a"',
    'xml "//a/@b"',
    'form "a&b"',
    'split "]]>" part 2',
    'split "\\"" part -1',
    'between "\\"" and "\\\\"',
    'between "<" and end',
    'json "$.a" xml "//b"',
    'form "x" json "$.a"',
  ];
  for (const written of fields) {
    for (const text of HOSTILE) {
      for (const [picks, texts] of [
        [[text], []],
        [["x"], [text]],
        [[], [text]],
        [[text, text], [text]],
      ] as const) {
        const wanted = wantedBody({ [written]: picks }, texts);
        const bodies = [...bodiesFor(wanted, [text, `{"a":${JSON.stringify(text)}}`, `<a b="">${text}</a>`])];
        expect(bodies.length).toBeLessThanOrEqual(MOST_BODIES);
        expect(new Set(bodies).size).toBe(bodies.length);
        for (const body of bodies) expect(isAsWished(wanted, body)).toBe(true);
      }
    }
  }
});

test("what XML cannot hold gives no body of XML", () => {
  for (const text of ["\u0000", "a\u001fb", "\ufffe"]) {
    expect(bodiesOf({ 'xml "//a"': [text] })).toEqual([]);
    expect(bodiesOf({ 'xml "//a"': ["x"] }, [text])).toEqual([]);
    expect(bodiesOf({ 'json "$.a"': [text] }).length).toBeGreaterThan(0);
  }
});

test("huge wishes end soon", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => String(index));
  expect(bodiesOf({ 'json "$[*]"': many })).toEqual([]);
  expect(bodiesOf({ 'json "$[1000000000]"': ["x"] })).toEqual([]);
  expect(bodiesOf({ 'split "," part 1000000000': ["x"] })).toEqual([]);
  expect(bodiesOf({ [`json "$${".a".repeat(3_000)}"`]: ["x"] })).toEqual([]);
  expect(bodiesOf({ [`xml "${"/a".repeat(3_000)}"`]: ["x"] })).toEqual([]);
  const fields = many.slice(0, 200).map((name) => [`json "$.a${name}"`, [name]] as const);
  expect(bodiesOf(Object.fromEntries(fields)).length).toBeGreaterThan(0);
});
