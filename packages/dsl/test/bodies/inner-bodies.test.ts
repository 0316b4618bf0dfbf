import { parse } from "@responses/dsl";
import { innerBodiesOf, located, Subject } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";

const CASES: readonly (readonly [what: string, body: string, ...fields: readonly string[]])[] = [
  ["behind a warning", '<br />\nWarning: x in lead.php<br />\n{"ok":true}', 'split "<br />" part -1'],
  ["behind a tag alone", '<br />{"ok":true}', 'split "<br />" part -1'],
  ["in a call", 'cb({"a":"(1)"});', 'between "(" and last ")"'],
  ["in a call with a number", '/**/jQuery123_45({"a":1})', 'between "(" and last ")"'],
  ["in a call behind brackets", 'void(0); cb({"a":1});', 'between "cb(" and last ")"'],
  ["behind a guard", ')]}\',\n{"a":1}', 'between ")]}\'," and end'],
  ["behind an endless loop", 'for(;;);{"a":1}', 'between "(;;);" and end'],
  ["in an element of a page", '<pre>{"a":1}</pre>', 'between "<pre>" and "</pre>"'],
  ["in a script", '<p>x</p><script>var d = {"a":1};</script>', 'between "d =" and last ";"'],
  ["behind a line", 'POST 200\n{"a":1}', 'split "\\n" part -1'],
  ["behind a line, on several lines", 'POST 200\n{\n"a":1}', 'between "\\n" and end'],
  ["behind lines, on several lines", 'x 1\nPOST ok\n{\n"a":1}', 'between "ok" and end'],
  ["behind words", '12:01 Response: {"a":1}', 'between "Response:" and end'],
  ["behind words with other brackets", '[info] Response: [{"a":1}]', 'between "Response:" and end'],
  ["behind a name", 'd={"a":1}', 'between "d=" and end'],
  ["behind a number", '12|{"a":1}', 'between "|" and end'],
  ["before a comment", '{"a":1}<!-- 12 ms -->', 'split "<!--" part 1'],
  ["before a line", '{"a":1}\n200', 'split "\\n" part 1'],
  ["before words", '{"a":1} took 12 ms', 'split "took" part 1'],
  ["events", 'data: {"a":1}\n\ndata: {"b":2}\n\n', 'between "data:" and "\\n", end', 'split "data:" part -1'],
  ["XML behind a warning", "Notice: x\n<r><s>1</s></r>", 'split "\\n" part -1'],
  [
    "XML with a declaration",
    '<b>Notice</b>: x<br />\n<?xml version="1.0"?><s>1</s>',
    'split "<br />" part -1',
  ],
  ["a string of JSON", '{"d":"{\\"Status\\":1}"}', 'json "$.d"'],
  ["strings in a list", '{"d":["{\\"a\\":1}","x","{\\"a\\":2}"]}', 'json "$.d[*]"', 'json "$.d[*]"'],
  ["a string that is the body", '"{\\"a\\":1}"', 'json "$"'],
  ["XML in a string of JSON", '{"d":"<r><s>1</s></r>"}', 'json "$.d"'],
  ["an element with JSON", '<string xmlns="urn:x">{"a":1}</string>', 'xml "//string"'],
  ["an element with escaped XML", "<e><R>&lt;r>&lt;s>1&lt;/s>&lt;/r></R></e>", 'xml "//R"'],
  ["CDATA", "<e><R><![CDATA[ <r><s>1</s></r> ]]></R></e>", 'xml "//R"'],
  ["a value of a form", "data=%7B%22a%22%3A1%7D&x=1", 'form "data"'],
  [
    "bodies in bodies",
    '<pre>{"d":"{\\"a\\":\\"<r><s>1</s></r>\\"}"}</pre>',
    'between "<pre>" and "</pre>"',
    'between "<pre>" and "</pre>" json "$.d"',
    'between "<pre>" and "</pre>" json "$.d" json "$.a"',
  ],
  ["a string inside a text", '{"d":"x: {\\"a\\":1}"}', 'json "$.d" between "x:" and end'],
];

test.each(CASES)("%s", (_, body, ...fields) => {
  const subject = new Subject({ body });
  const bodies = innerBodiesOf(subject);
  expect(bodies.map(({ written }) => written)).toEqual(fields);
  for (const { written, parts } of bodies) expect(parts.join(" ")).toBe(written);
});

test.each([
  ["JSON", '{"a":{"b":"c"}}'],
  ["broken JSON", '{"sold":false,"why":{"code":1},}'],
  ["broken JSON behind text", 'x {"sold":false,"why":{"code":1},}'],
  ["XML", "<a><b><c>1</c></b></a>"],
  ["broken XML", "<a><b><c>1</c></b>"],
  ["broken XML behind text", "Notice: x\n<a><b><c>1</c></b>"],
  ["elements side by side", "<Name>x</Name><Status>y</Status>"],
  ["a page", "<html><p>x</p><x><y>1</y></x></html>"],
  ["an element around a text", "sold <id>12</id>"],
  ["markup in a message", '{"message":"<b>too <i>old</i></b>"}'],
  ["brackets in a sentence", 'Error [12] in {lead}, ["zip"]'],
  ["an empty object", "cb({})"],
  ["no word to cut by", '12{"a":1}34'],
  ["nothing", ""],
])("%s is no inner body", (_, body) => {
  expect(innerBodiesOf(new Subject({ body }))).toEqual([]);
});

test("a field of an inner body picks it and nothing else, whatever stands around it", () => {
  const pieces = fc.constantFrom(
    "<br />",
    "cb(",
    ")",
    ";",
    "\n",
    " ",
    "x",
    "Answer:",
    "1",
    "<pre>",
    "</pre>",
    "é",
    "*",
    '"',
    "}",
  );
  const around = fc.array(pieces, { maxLength: 6 }).map((texts) => texts.join(""));
  const inner = fc.constantFrom(
    '{"a":"(1);"}',
    '[{"a":1}]',
    '{"d":"{\\"a\\":1}"}',
    "<r><s>1</s></r>",
    '{\n "a": "<br />"\n}',
  );
  let found = 0;
  fc.assert(
    fc.property(around, inner, around, (before, text, behind) => {
      const subject = new Subject({ body: before + text + behind });
      for (const { written, text: picked } of innerBodiesOf(subject)) {
        const [capture] = located(parse("", `capture x from ${written}`), "capture");
        if (capture === undefined) throw new Error(`${written} is no field`);
        expect(subject.pick(capture.model.field).map((part) => part.text)).toContain(picked);
        if (picked === text) found++;
      }
    }),
    randomRuns(2_000),
  );
  expect(found).toBeGreaterThan(0);
});

test("of huge bodies few are given, and soon", () => {
  const repeated = [
    '{"',
    "<a ",
    "<a>",
    '{"a":',
    'x {"a":1} ',
    "[",
    "<r><s>1</s></r>",
    '"{\\"a\\":1}",',
    "<?xml ",
  ];
  for (const text of repeated) {
    const body = text.repeat(240_000 / text.length);
    expect(innerBodiesOf(new Subject({ body })).length).toBeLessThan(9);
    expect(innerBodiesOf(new Subject({ body: `[${body}1]` })).length).toBeLessThan(101);
  }
});
