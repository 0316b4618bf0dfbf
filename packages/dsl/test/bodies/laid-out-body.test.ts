import { layOutBody } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

function laidOut(body: string): string | null {
  return layOutBody(body)?.source.text ?? null;
}

describe("a body is laid out", () => {
  test.each([
    [
      '{"ok":false,"reasons":["a, b: {c}",{"x":1}],"none":[],"no":{ }}',
      '{\n  "ok": false,\n  "reasons": [\n    "a, b: {c}",\n    {\n      "x": 1\n    }\n  ],\n  "none": [],\n  "no": {}\n}',
    ],
    [
      '<?xml version="1.0"?><r a="1"><s>no <b>way</b></s><t/><u> </u></r>',
      '<?xml version="1.0"?>\n<r a="1">\n  <s>no <b>way</b></s>\n  <t/>\n  <u> </u>\n</r>',
    ],
    [
      "<r><a><![CDATA[<x>]]></a><b><c>1</c></b><!-- one --></r>",
      "<r>\n  <a><![CDATA[<x>]]></a>\n  <b>\n    <c>1</c>\n  </b><!-- one -->\n</r>",
    ],
  ])("%s", (body, expected) => {
    expect(laidOut(body)).toBe(expected);
  });

  test.each([
    ["short", '{"ok":true}'],
    ["laid out already", '{\n  "ok": true,\n  "reason": "none that anybody would know of"\n}'],
    ["no JSON", '{"ok":false,"reason":"dup","more":[1,2,3,4,5,6}'],
    ["text", "this is a text of some length, in which nothing is laid out"],
    ["HTML", "<html><body><p>one</p><p>two</p><p>three</p></body></html>"],
  ])("but not one that is %s", (_what, body) => expect(laidOut(body)).toBeNull());
});

test("a body in which much is nested deep grows little", () => {
  const deep = 990;
  const body = `${"[".repeat(deep)}${"1,".repeat(50_000)}1${"]".repeat(deep)}`;
  expect(layOutBody(body)?.source.text.length).toBeLessThan(50 * body.length);
});

test("nothing but white space changes, and every place of the body is found again", () => {
  let checked = 0;
  const property = fc.property(fc.jsonValue(), fc.nat(4), fc.boolean(), (value, indent, isXml) => {
    const json = JSON.stringify({ value, list: [value, [], {}, null] }, null, " ".repeat(indent));
    const body = isXml
      ? `<r><a b="1">${encodeURIComponent(json)}</a> <c/><d><e>1</e>\n</d></r>`
      : `${json.replaceAll("\n", " ")}`;
    const shown = layOutBody(body);
    if (shown === null) return;
    checked++;
    const { text } = shown.source;
    expect(text.replace(/[ \n]/g, "")).toBe(body.replace(/[ \n]/g, ""));
    for (let at = 0; at < body.length; at++) {
      const character = body.charAt(at);
      if (!/[ \n]/.test(character)) expect(text.charAt(shown.offsetOf(at))).toBe(character);
    }
    if (!isXml) expect(JSON.parse(text)).toEqual(JSON.parse(body));
  });
  fc.assert(property, randomRuns(400));
  expect(checked).toBeGreaterThan(0);
});
