import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
import { loadCompiled, loadWithoutWasm } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * Fields of one format are read in one pass over the body, in WebAssembly or in JavaScript, and some bodies are left by the pass:
 * a verdict does not tell which way was taken.
 */

const MAPPING = mappingOf(`success json "$.result" exact "ok" and json "$.list[*]" empty
reject json "$.list[-1]" exact "last" as Last
reject json "$.list[*].name" exact "caf\u00e9" as json "$.list[*].label" or Cafe
reject json "$.result" exact "dup*" as json "$.reason" or "Duplicate"
reject json "$.data" json "$.inner" exact "deep" as json "$.data" json "$.why" or Deep
reject json "$.data" xml "//inner" exact "deep" as "Deep XML"
reject json "$.data" form "inner" exact "deep" as "Deep form"
reject xml "//error" exact "bad" as xml "//error/@code" or Bad
reject xml "/r/a" keyword "lost" and not xml "/r/b" empty as Lost
reject form "status" exact "no" as form "why" or No
reject form "a b" exact "x y" as Spaced
error json "$.count" above 5
capture id from json "$.id"
capture "__proto__" from json "$.proto"
capture constructor from xml "//id"
capture number from form "number"
`);

const MODULES = { "with WebAssembly": loadCompiled(MAPPING), "without it": loadWithoutWasm(MAPPING) };
const interpreter = interpreterOf(MAPPING);

function verdictsOn(body: string | Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(MODULES).map(([name, { match }]) => [name, JSON.stringify(match({ status: 200, body }))]),
  );
}

function expectSame(body: string | Uint8Array): string {
  const expected = JSON.stringify(interpreter.match({ status: 200, body }));
  expect(verdictsOn(body)).toEqual({ "with WebAssembly": expected, "without it": expected });
  return expected;
}

/** As text, and as bytes with other bytes around them. */
function expectSameInBothForms(body: string): string {
  const bytes = new TextEncoder().encode(body);
  const around = new Uint8Array(bytes.length + 8).fill(0x22);
  around.set(bytes, 3);
  expectSame(around.subarray(3, bytes.length + 3));
  return expectSame(body);
}

const json = JSON.stringify;

const READ: readonly (readonly [name: string, body: string, found: string])[] = [
  ["nothing", "", '"unmapped"'],
  ["a whole text", json({ result: " OK\t", id: 7 }), '"success"'],
  ["one that is longer than all of them", json({ result: `ok${" ".repeat(90)}.` }), '"unmapped"'],
  ["white space at its ends", json({ result: `${" ".repeat(90)}ok\ufeff` }), '"success"'],
  ["the last element", json({ list: ["x", "last"] }), '"Last"'],
  ["one of several", json({ list: [{ name: "x" }, { name: "CAF\u00c9", label: "L" }] }), '"L"'],
  ["a blank label before another", json({ list: [{ name: "caf\u00e9", label: "" }, { label: "M" }] }), '"M"'],
  ["labels that are none", json({ list: [{ name: "caf\u00e9", label: {} }, { label: null }] }), '"Cafe"'],
  ["a name that is repeated", '{"result":"ok","result":"dup 1","reason":"R"}', '"R"'],
  ["a name in escapes", '{"r\\u0065sult":"d\\u0075p","re\\u0061son":"\\ud83d\\ude00\\ud800"}', "\ufffd"],
  ["a text inside", json({ data: json({ inner: "DEEP", why: "W", more: "x".repeat(50) }) }), '"W"'],
  ["a short text inside", json({ data: '{"inner":"deep"}' }), '"Deep"'],
  [
    "a byte order mark inside",
    json({ data: `\ufeff${json({ inner: "deep", more: "x".repeat(50) })}` }),
    "Deep",
  ],
  ["two of them", json({ data: `\ufeff\ufeff${json({ inner: "deep", more: "x".repeat(50) })}` }), "unmapped"],
  ["XML inside", json({ data: `<a><!--${"x".repeat(50)}--><inner>de&#101;p</inner></a>` }), '"Deep XML"'],
  ["a form inside", json({ data: "x=1&inner=de%65p" }), '"Deep form"'],
  ["captures of any name", json({ id: "1", proto: "2" }), '{"id":"1","__proto__":"2"}'],
  ["XML", "<r><error code='17'>bad</error><id>9</id></r>", '{"constructor":"9"}'],
  ["XML with references", "<r><a>x &lt; lost</a><b>&#160;</b></r>", '"Lost"'],
  ["XML with a document type", "<!DOCTYPE r><r><a>lost</a><b>x</b></r>", '"Lost"'],
  ["XML that ends too early", "<r><error>bad</error>", "unmapped"],
  ["a form", "number=%2B1&status=NO&why=a+b%20c&amp;status=", '"label":"a b c"'],
  ["a name of a form in escapes", "%61+b=x%20y&a%20b=", '"Spaced"'],
  ["a form beside which white space stands", " \ufeff status=no \n", '"No"'],
  ["values of a form with white space", "status=+no%09&why=%ef%bb%bf+", '"No"'],
  ["bytes in a form that are no UTF-8", "status=no&why=%c3%28%ff", '"\ufffd(\ufffd"'],
  ["a number", json({ count: 5.5 }), '"error"'],
  ["what is no JSON", `${json({ result: "ok" })}}`, "unmapped"],
];

describe("with a pass and without it the same is read of", () => {
  test.each(READ)("%s", (_name, body, found) => {
    expect(expectSameInBothForms(body)).toContain(found);
    // Behind a byte order mark it is the same body.
    expect(expectSameInBothForms(`\ufeff${body}`)).toContain(found);
    expectSameInBothForms(`\ufeff\ufeff${body}`);
  });

  test.each(READ)("%s, with characters outside ASCII around it", (_name, body) => {
    expectSameInBothForms(body.replace("{", '{"\u00e9\u{1F600}":"\u20ac",'));
    expectSameInBothForms(body.replace("<r>", "<r><\u00e9>\u20ac\u{1F600}</\u00e9>"));
    expectSameInBothForms(`\u00e9=\u20ac&${body}&\u{1F600}`);
  });

  test.each(READ)("%s, with half a surrogate pair in it", (_name, body) => {
    for (const at of [0, 1, body.length >> 1, body.length - 2, body.length]) {
      expectSame(`${body.slice(0, at)}\ud83d${body.slice(at)}`);
      expectSame(`${body.slice(0, at)}\ude00${body.slice(at)}`);
    }
  });

  test.each(READ)("%s, with bytes in it that are no UTF-8", (_name, body) => {
    const bytes = new TextEncoder().encode(body);
    for (const wrong of [[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf0, 0x9f]]) {
      for (const at of [0, 1, bytes.length >> 1, Math.max(0, bytes.length - 2), bytes.length]) {
        expectSame(Uint8Array.of(...bytes.slice(0, at), ...wrong, ...bytes.slice(at)));
      }
    }
  });

  test("a body that is longer than passes read", () => {
    const rest = "x".repeat(17 << 20);
    expect(expectSame(json({ rest, result: "dup", reason: "R", id: 1 }))).toContain('"R"');
    expect(expectSame(`<r><a>${rest}</a><error>bad</error></r>`)).toContain('"Bad"');
    expect(expectSame(`rest=${rest}&status=no`)).toContain('"No"');
    expect(expectSame(new TextEncoder().encode(json({ rest, result: "ok" })))).toContain('"success"');
  });

  test("more elements than a pass notes at once", () => {
    const list = Array.from({ length: 10_001 }, () => ({ name: "x" }));
    expect(expectSame(json({ list: [...list, { name: "caf\u00e9" }] }))).toContain('"Cafe"');
    expect(expectSame(`<r>${"<error>x</error>".repeat(10_001)}<error>bad</error></r>`)).toContain('"Bad"');
  });

  test("memory that others can write to", () => {
    const bytes = new TextEncoder().encode(json({ result: "ok", id: "\u00e9".repeat(100) }));
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    expect(expectSame(shared)).toContain('"success"');
  });
});

test("a capture is a property of its own, also where all objects have a read-only one of the name", () => {
  const mapping = mappingOf(
    'success form "a" exact "1"\ncapture toString from form "a"\ncapture b from form "b"\n',
  );
  const { match } = loadCompiled(mapping);
  const before = Object.getOwnPropertyDescriptor(Object.prototype, "toString");
  Object.defineProperty(Object.prototype, "toString", { ...before, writable: false });
  try {
    for (const body of ["a=1", "a=1&b=2"]) {
      const { captures } = match({ body });
      expect(Object.getOwnPropertyDescriptor(captures, "toString")).toEqual({
        value: "1",
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  } finally {
    Object.defineProperty(Object.prototype, "toString", before ?? {});
  }
});
