import { jsonFault, readJsonPath } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import { type JsonSegment, pickJson, pickJsonPaths } from "../../src/runtime/json-field.js";
import { normaliseText } from "../../src/runtime/utf8.js";
import { jsonScraps, jsonTexts, nearlyJson } from "../support/arbitrary-json.js";
import { isJson, referenceJsonPicks } from "./json-reference.js";

function pathOf(text: string): readonly JsonSegment[] {
  const reading = readJsonPath(text);
  if (reading.kind === "fault") throw new Error(`${text}: ${reading.problem}`);
  return reading.path;
}

/** The texts picked; what has none is shown as it stands in the body, in brackets of its own kind. */
function texts(body: string, path: string): readonly string[] {
  return pickJson(body, pathOf(path)).map(({ text, start, end }) => text ?? body.slice(start, end));
}

interface Case {
  readonly body: string;
  readonly path: string;
  readonly picks: readonly string[];
}

const cases = (
  list: readonly (readonly [body: string, path: string, picks: readonly string[]])[],
): readonly Case[] => list.map(([body, path, picks]) => ({ body, path, picks }));

describe("$ alone is the whole", () => {
  test.each(
    cases([
      ['"a"', "$", ["a"]],
      ["  7 \r\n\t", "$", ["7"]],
      ['{"a":1}', "$", ['{"a":1}']],
    ]),
  )("$body $path", ({ body, path, picks }) => {
    expect(texts(body, path)).toEqual(picks);
  });
});

describe("segments", () => {
  test.each(
    cases([
      ['{"a":{"b":"x"}}', "$.a.b", ["x"]],
      ['{"a":{"b":"x"}}', "$['a'][\"b\"]", ["x"]],
      ['{"a":{"b":"x"}}', "$.b", []],
      ['{"A":1}', "$.a", []],
      ['{"":1}', "$['']", ["1"]],
      ["[1,2,3]", "$[0]", ["1"]],
      ["[1,2,3]", "$[2]", ["3"]],
      ["[1,2,3]", "$[3]", []],
      ["[1,2,3]", "$[-1]", ["3"]],
      ["[1,2,3]", "$[-2]", ["2"]],
      ["[1,2,3]", "$[-3]", ["1"]],
      ["[1,2,3]", "$[-4]", []],
      ["[]", "$[-1]", []],
      ["[1,2,3,4,5,6,7,8,9]", "$[-2]", ["8"]],
      ["[[1],[2,3],[4,5,6],7]", "$[-2][-3]", ["4"]],
      ["[[1],[2,3],[],7]", "$[*][-1]", ["1", "3"]],
      ["[[1],[2,3],[4,5]]", "$[-2][*]", ["2", "3"]],
      ["[1,[2],{}]", "$[*]", ["1", "[2]", "{}"]],
      ['{"b":1,"a":2,"1":3,"0":4}', "$[*]", ["1", "2", "3", "4"]],
      ['{"list":[{"id":1},{"no":2},{"id":3}]}', "$.list[*].id", ["1", "3"]],
      ['{"0":1}', "$[0]", []],
      ["[1]", "$['0']", []],
      ['"text"', "$[*]", []],
      ['"text"', "$[0]", []],
      ['"text"', "$.length", []],
      ['{"__proto__":1,"constructor":2}', "$.__proto__", ["1"]],
      ["{}", "$.constructor", []],
    ]),
  )("$body $path", ({ body, path, picks }) => {
    expect(texts(body, path)).toEqual(picks);
  });
});

describe("texts of values", () => {
  test.each(
    cases([
      ["12345678901234567890", "$", ["12345678901234567890"]],
      ["1.0", "$", ["1.0"]],
      ["-0.50E+07", "$", ["-0.50E+07"]],
      ["[true,false,null]", "$[*]", ["true", "false", "null"]],
      [String.raw`"\"\\\/\b\f\n\r\t\u0041"`, "$", ['"\\/\b\f\n\r\tA']],
      [String.raw`"\ud83d\ude00"`, "$", ["\u{1F600}"]],
      [String.raw`"\uD83D\uDE00"`, "$", ["\u{1F600}"]],
      [String.raw`"\ud83d"`, "$", ["\ufffd"]],
      [String.raw`"\ude00\ud83d"`, "$", ["\ufffd\ufffd"]],
      [String.raw`"\ud83d\ud83d\ude00"`, "$", ["\ufffd\u{1F600}"]],
      [String.raw`"\ud83dx\ude00"`, "$", ["\ufffdx\ufffd"]],
      [String.raw`"\ud83d\u0041"`, "$", ["\ufffdA"]],
      [String.raw`"\\ud83d\u0000"`, "$", ["\\ud83d\0"]],
      ['"\u{1F600}\u2028\u007f\ufffd"', "$", ["\u{1F600}\u2028\u007f\ufffd"]],
      [String.raw`{"\u0061":1}`, "$.a", ["1"]],
      [String.raw`{"\ud83d":1,"\ude00":2}`, "$['\ufffd']", ["2"]],
    ]),
  )("$body", ({ body, path, picks }) => {
    expect(texts(body, path)).toEqual(picks);
  });

  test("an object or an array has no text", () => {
    expect(pickJson("[{},[]]", pathOf("$[*]")).map(({ text }) => text)).toEqual([null, null]);
  });

  test.each([
    ["null", true],
    ['""', true],
    ["[]", true],
    ["{}", true],
    ["[ \n]", true],
    ["{\t}", true],
    ['"null"', false],
    ['" "', false],
    [String.raw`"\u0000"`, false],
    ["0", false],
    ["false", false],
    ["[null]", false],
    ['{"a":null}', false],
  ])("%s is blank: %s", (body, blank) => {
    expect(pickJson(body, []).map((picked) => picked.blank)).toEqual([blank]);
  });
});

describe("of a repeated name only the last member exists", () => {
  test.each(
    cases([
      ['{"a":1,"a":2}', "$.a", ["2"]],
      ['{"a":{"b":1},"a":{"c":2}}', "$.a.b", []],
      ['{"a":[1,2],"a":3}', "$.a[*]", []],
      [String.raw`{"a":1,"\u0061":2}`, "$.a", ["2"]],
      ['{"a":1,"b":2,"a":3}', "$[*]", ["2", "3"]],
      ['{"a":[1,2],"b":[3],"a":[4],"b":[]}', "$[*][*]", ["4"]],
      ['[{"a":1,"a":2},{"a":3}]', "$[*].a", ["2", "3"]],
      ['{"1":1,"1":2,"__proto__":3,"__proto__":4}', "$[*]", ["2", "4"]],
    ]),
  )("$body $path", ({ body, path, picks }) => {
    expect(texts(body, path)).toEqual(picks);
  });
});

describe("from a body that is not JSON nothing is picked, and the first wrong place is known", () => {
  test.each([
    ["", 0],
    [" ", 1],
    ["Thank you", 0],
    ["{'a':1}", 1],
    ["{a:1}", 1],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ["[1,]", 3],
    ["[,1]", 1],
    ["[1 2]", 3],
    ["[1}", 2],
    ["[1", 2],
    ['{"a":1]', 6],
    ['{"a":1} x', 8],
    ["1 2", 2],
    ["01", 0],
    ["-", 1],
    ["-01", 1],
    ["+1", 0],
    [".5", 0],
    ["1.", 2],
    ["1.e5", 2],
    ["1e", 2],
    ["1e+", 3],
    ["0x1", 1],
    ["NaN", 0],
    ["Infinity", 0],
    ["True", 0],
    ["nul", 0],
    ['"a', 2],
    ['"a\nb"', 2],
    ['"a\tb"', 2],
    ['"\0"', 1],
    [String.raw`"\x41"`, 1],
    [String.raw`"\u004"`, 1],
    [String.raw`"\u00g1"`, 1],
    ['"\\', 1],
    ["// c\n1", 0],
    ["[1]// c", 3],
    ["\u00a01", 0],
    ["\ufeff1", 0],
    ["\v1", 0],
    ["\0", 0],
    ["\ufffd", 0],
  ])("%j breaks at %i", (body, at) => {
    expect(jsonFault(body)?.at).toBe(at);
    expect(jsonFault(body)?.reason).not.toBe("");
    expect(pickJson(body, [])).toEqual([]);
  });

  test("a fault behind what the path reaches counts as well", () => {
    expect(texts('{"a":1} !', "$.a")).toEqual([]);
    expect(texts('[1,2,{"a":01}]', "$[0]")).toEqual([]);
  });
});

test("offsets say where the value stands, a string's quotes included", () => {
  const body = '{"\u{1F600}": [ "é\\n" , 12.50,{ } ]}';
  const places = pickJson(body, pathOf("$[*][*]")).map(({ start, end }) => body.slice(start, end));
  expect(places).toEqual(['"é\\n"', "12.50", "{ }"]);
});

describe("more than 1,000 arrays and objects inside one another are not read", () => {
  const nested = (depth: number) => `${"[".repeat(depth - 1)}{"a":1}${"]".repeat(depth - 1)}`;

  test("1,000 are", () => {
    expect(pickJson(nested(1000), [])).toHaveLength(1);
    expect(jsonFault(nested(1000))).toBeNull();
    const path: readonly JsonSegment[] = [
      ...Array.from({ length: 999 }, () => ({ kind: "index", index: -1 }) as const),
      { kind: "name", name: "a" },
    ];
    expect(pickJson(nested(1000), path).map(({ text }) => text)).toEqual(["1"]);
  });

  test("1,001 are not, wherever they stand", () => {
    expect(pickJson(nested(1001), [])).toEqual([]);
    expect(texts(`{"a":1,"b":${nested(1000)}}`, "$.a")).toEqual([]);
    expect(jsonFault(nested(1001))?.at).toBe(1000);
  });

  test("beside one another there may be any number", () => {
    expect(texts(`[${"[],".repeat(5000)}7]`, "$[-1]")).toEqual(["7"]);
  });
});

describe("against JSON.parse", () => {
  const segment: fc.Arbitrary<JsonSegment> = fc.oneof(
    fc
      .constantFrom("a", "b", "1", "", "\ufffd", "__proto__")
      .map((name) => ({ kind: "name", name }) as const),
    fc.integer({ min: -3, max: 3 }).map((index) => ({ kind: "index", index }) as const),
    fc.constant({ kind: "all" } as const),
  );
  const path = fc.array(segment, { maxLength: 4 });

  function agrees(raw: string, segments: readonly JsonSegment[]): void {
    const body = normaliseText(raw);
    const picked = pickJson(body, segments).map(({ text, blank }) => ({ text, blank }));
    expect(picked).toEqual(referenceJsonPicks(body, segments));
    expect(jsonFault(body) === null).toBe(isJson(body));
  }

  test("the same picks from JSON", () => {
    fc.assert(fc.property(jsonTexts, path, agrees), randomRuns(8_000));
  });

  test("the same bodies are JSON", () => {
    fc.assert(fc.property(nearlyJson, path, agrees), randomRuns(12_000));
  });

  test("short strings over the characters that matter", () => {
    fc.assert(fc.property(jsonScraps, path, agrees), randomRuns(8_000));
  });

  test("several paths at once pick what each picks", () => {
    fc.assert(
      fc.property(fc.oneof(jsonTexts, nearlyJson), fc.array(path, { maxLength: 5 }), (body, paths) => {
        const reading = pickJsonPaths(body, paths);
        expect(paths.map((_, number) => reading.parts(number))).toEqual(
          paths.map((one) => pickJson(body, one)),
        );
      }),
      randomRuns(4_000),
    );
  });

  test("what stands before a fault is JSON or breaks at its end", () => {
    fc.assert(
      fc.property(nearlyJson, (raw) => {
        const body = normaliseText(raw);
        const fault = jsonFault(body);
        const at = fault?.at ?? body.length;
        expect(at).toBeLessThanOrEqual(body.length);
        expect([null, at]).toContain(jsonFault(body.slice(0, at))?.at ?? null);
      }),
      randomRuns(5_000),
    );
  });
});
