import { parse } from "@responses/dsl";
import { fieldsOfBody, located, Subject } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { expect, test } from "vitest";

function fieldsOf(body: string): readonly string[] {
  return fieldsOfBody(new Subject({ body })).map(({ written, name, text }) => `${written} ${name} ${text}`);
}

test("the texts of JSON, with the fields that pick them", () => {
  const body = '{"a": {"no-match": "x", "n": 1.0}, "list": [{"b": null}, "c"], "o": {}}';
  expect(fieldsOf(body)).toEqual([
    `json "$.a['no-match']" no-match x`,
    'json "$.a.n" n 1.0',
    'json "$.list[*].b" b null',
    'json "$.list[*]" null c',
  ]);
});

test("the texts of XML, by a short path where nothing else has that name", () => {
  const body = `<?xml version="1.0"?><!-- <x>no</x> -->
    <s:Envelope xmlns:s="urn:x"><s:Body kind="a &gt; b">
      <item id='1'><reason> Lead &amp; <![CDATA[<dup>]]> </reason></item><item><reason/></item>
    </s:Body></s:Envelope>`;
  expect(fieldsOf(body)).toEqual([
    'xml "//Body/@kind" kind a > b',
    'xml "//item/@id" id 1',
    'xml "/Envelope/Body/item/reason" reason Lead & <dup>',
    'xml "/Envelope/Body/item/reason" reason ',
  ]);
});

test("the values of a form, with their names", () => {
  expect(fieldsOf(" status=Not+sold&amp;lead%20id=7&a=\n")).toEqual([
    'form "status" status Not sold',
    'form "lead id" lead id 7',
    'form "a" a ',
  ]);
  expect(fieldsOf("code=1")).toEqual(['form "code" code 1']);
});

test("the texts of bodies inside the body, after its own", () => {
  expect(fieldsOf('{"d":"{\\"a\\":1}","e":2}')).toEqual([
    'json "$.d" d {"a":1}',
    'json "$.e" e 2',
    'json "$.d" json "$.a" a 1',
  ]);
  expect(fieldsOf('cb({"a":1});')).toEqual(['between "(" and last ")" json "$.a" a 1']);
});

test("the values of lines of names and values, from the end of the line before", () => {
  expect(fieldsOf("Protocol=4.00\r\nStatus=OK\r\nDetail: all is well \r\n")).toEqual([
    'between "Protocol=" and "\\n", end Protocol 4.00',
    'between "\\nStatus=" and "\\n", end Status OK',
    'between "\\nDetail:" and "\\n", end Detail all is well',
  ]);
  expect(fieldsOf("a=1\nb=2\nthanks")).toEqual([]);
});

test("there is none in other bodies", () => {
  for (const body of [
    "a=1 b",
    "a=1&b",
    "x: a=1&b=2",
    "https://a.example/?a=1&b=2",
    "",
    "ok",
    "<html><p>no</p></html>",
    '{"a":',
    "<a><b></a>",
    "[1",
  ])
    expect(fieldsOf(body)).toEqual([]);
});

test("each field picks its text, in every recorded response", () => {
  let fields = 0;
  for (const { name, text } of mappingFiles()) {
    for (const { model } of located(parse(name, text), "example")) {
      const subject = new Subject(model);
      for (const field of fieldsOfBody(subject)) {
        fields++;
        const [capture] = located(parse("", `capture x from ${field.written}`), "capture");
        if (capture === undefined) throw new Error(`${field.written} is no field`);
        const picked = subject.pick(capture.model.field).map((part) => part.text);
        expect(picked).toContain(field.text);
      }
    }
  }
  expect(fields).toBeGreaterThan(500);
});
