import { readJsonPath } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with the scanner that it must agree with.
import type { JsonSegment } from "../../src/runtime/json-field.js";
import { createJsonPass } from "../../src/runtime/json-pass.js";
import { jsonScraps, jsonTexts, nearlyJson } from "../support/arbitrary-json.js";
import { expectJsonPassAgrees } from "./json-pass-agreement.js";

function pathOf(text: string): readonly JsonSegment[] {
  const reading = readJsonPath(text);
  if (reading.kind === "fault") throw new Error(`${text}: ${reading.problem}`);
  return reading.path;
}

const READ = { isRead: true, pathsLeft: 0 };

/** The pass has to read the body itself, and to pick the same. */
function expectRead(body: string | Uint8Array, ...paths: readonly string[]): void {
  expect(expectJsonPassAgrees(body, paths.map(pathOf))).toEqual(READ);
}

/** The texts of each path; what has none is null. */
function textsOf(
  body: string,
  ...paths: readonly string[]
): readonly (readonly (string | null)[] | undefined)[] {
  const reading = createJsonPass(paths.map(pathOf))(body);
  return paths.map((_, number) => reading?.parts(number)?.map(({ text }) => text));
}

const RICH = `\ufeff { "status" : "ok\\u00e9\\n" ,\r\n\t"list":[{"id":1,"tags":["a","\u{1F600}b"]},{"id":-0.5e+10,"x":{"y":[[],{},[1]]}},\
{"no":null,"id":true}],"a name that is longer than sixteen bytes":{"é":"\\ud83d\\ude00","":false},"last":"${"long ".repeat(9)}"} `;
const RICH_PATHS = [
  "$.status",
  "$.list[*].id",
  "$.list[0].tags[1]",
  "$.list[1].x.y",
  "$['a name that is longer than sixteen bytes']['é']",
  "$['a name that is longer than sixteen bytes']['']",
  "$.last",
  "$",
  "$.none.at.all",
];

test("all paths are picked in one pass", () => {
  expect(textsOf(RICH, ...RICH_PATHS)).toEqual([
    ["oké\n"],
    ["1", "-0.5e+10", "true"],
    ["\u{1F600}b"],
    [null],
    ["\u{1F600}"],
    ["false"],
    ["long ".repeat(9)],
    [null],
    [],
  ]);
  expectRead(RICH, ...RICH_PATHS);
});

test("whether a text is known to be ASCII is said", () => {
  const body = '{"a":"plain","b":"\u00e9","c":"\\n","d":7}';
  const reading = createJsonPass([pathOf("$.a"), pathOf("$.b"), pathOf("$.c"), pathOf("$.d")])(body);
  expect([0, 1, 2, 3].map((path) => reading?.parts(path)?.map(({ isAscii }) => isAscii))).toEqual([
    [true],
    [false],
    [false],
    [true],
  ]);
});

describe("what the pass reads by itself", () => {
  test.each([
    ["no path leads anywhere", "[1]", ["$.a", "$[7]"]],
    ["names outside ASCII", '{"é":1,"\u{1F600}":2}', ["$['é']", "$['\u{1F600}']"]],
    [
      "names that share beginnings",
      '{"aaaa":1,"aaaab":2,"aaaa12345678":3,"aaaa12345679":4}',
      ["$.aaaa", "$.aaaab", "$.aaaa12345678", "$.aaaa12345679", "$.aaaa1234567"],
    ],
    ["a path that leads through another's end", '{"a":{"b":1}}', ["$.a", "$.a.b", "$"]],
    ["the same path twice", '{"a":1}', ["$.a", "$.a"]],
    [
      "all elements beside chosen ones",
      "[[1,2],[3,4],[5]]",
      ["$[*][1]", "$[1][*]", "$[2]", "$[*]", "$[1][1]"],
    ],
    ["an escape in a name that no path asks for", '{"a":{"\\u0061":1},"b":2}', ["$.b"]],
    ["a repeated name that no path asks for", '{"c":1,"c":2,"b":2}', ["$.b"]],
    ["all elements where there is no array", '{"a":"x","b":[]}', ["$.a[*]", "$.b[*]"]],
    ["a lone surrogate", '["\ud800x","\udc00\\ude00","x\ud800\udc00"]', ["$[0]", "$[1]", "$[2]"]],
    ["a text that begins with a byte order mark", '["\ufeffx"]', ["$[0]"]],
    ["a second byte order mark", "\ufeff\ufeff1", ["$"]],
    ["half a byte order mark", "\ufffe1", ["$"]],
    ["nothing", "", ["$"]],
    ["a byte order mark alone", "\ufeff", ["$"]],
  ])("%s", (_, body, paths) => {
    expectRead(body, ...paths);
  });

  test.each([
    "0",
    "-0",
    "-",
    "01",
    "1.",
    ".5",
    "1e",
    "1e+",
    "1E-07",
    "12.50e3",
    "-x",
    "+1",
    "0x1",
    "1.5.5",
    "1e5e5",
    "1-1",
    "true",
    "tru",
    "truex",
    "false",
    "falsy",
    "null",
    "nul",
    "NaN",
    "{",
    "[",
    "}",
    "]",
    "{}",
    "[]",
    "[}",
    "{]",
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    "{,}",
    "[,]",
    "[1,]",
    "[1 2]",
    '{"a" 1}',
    "{1:2}",
    "1,2",
    "1:2",
    ",",
    ":",
    '"',
    '"a',
    '"\\',
    '"\\"',
    '"\\u',
    '"\\u12',
    '"\\u123g"',
    '"\\u12G4"',
    '"\\uABcd"',
    '"\\x"',
    '"\\/\\b\\f\\n\\r\\t\\\\\\""',
    '"\t"',
    '"\x1f"',
    '"\x7f"',
    '"\0"',
    "\0",
    "1\0",
    " \0",
    "\v1",
    "\u00a01",
    "1\u2028",
    "é",
    '"\u2028"',
    "// c",
    "'a'",
  ])("%j is JSON for both or for neither", (body) => {
    expectRead(body, "$", "$.a", "$[0]");
    expectRead(`[${body}]`, "$[*]");
    expectRead(`{"a":${body}}`, "$.a");
  });

  test("tokens that cross the borders of 16 bytes at every place", () => {
    for (let before = 0; before < 35; before += 1) {
      for (let length = 0; length < 36; length += 1) {
        const blank = " ".repeat(before);
        const text = "x".repeat(length);
        expectRead(
          `${blank}{"${text}":[${blank}"${text}",1${"2".repeat(length)}]${blank}}`,
          `$['${text}'][0]`,
          `$['${text}'][1]`,
        );
        expectRead(`{"a":"${blank}\\n${text}\\u0041\\"","é":"é${text}\u{1F600}${blank}"}`, "$.a", "$['é']");
      }
    }
  });

  test("a body cut off at every length, and with every byte another", () => {
    const bytes = new TextEncoder().encode(RICH);
    const pass = createJsonPass(RICH_PATHS.map(pathOf));
    const agrees = (body: Uint8Array) => expectJsonPassAgrees(body, RICH_PATHS.map(pathOf), pass).isRead;
    let read = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      expect(agrees(bytes.slice(0, at))).toBe(true);
      for (const byte of [0, 0x0a, 0x20, 0x22, 0x2c, 0x31, 0x5b, 0x5c, 0x5d, 0x7d, 0x80, 0xc3, 0xff]) {
        const changed = bytes.slice();
        changed[at] = byte;
        if (agrees(changed)) read += 1;
      }
    }
    // Only names that come to have an escape, and some few others, are left to the other.
    expect(read).toBeGreaterThan(bytes.length * 12);
  });

  test.each([
    ["998 in an array", 999, true],
    ["999 in an array", 1000, true],
    ["1,000 in an array", 1001, true],
  ])("arrays and objects inside one another: %s", (_, depth) => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      expectRead(`${open.repeat(depth - 1)}[]${close.repeat(depth - 1)}`, "$");
      expectRead(`${open.repeat(depth - 1)}[1]${close.repeat(depth - 1)}`, "$");
      expectRead(`[1,${open.repeat(depth - 1)}{}${close.repeat(depth - 1)}]`, "$[0]");
      expectRead(open.repeat(depth), "$");
    }
  });

  test("10,000 places", () => {
    expectRead(`[${"1,".repeat(9_999)}1]`, "$[*]");
  });

  test("bytes that are not UTF-8, inside strings and outside", () => {
    const bad = [
      [0x80],
      [0xc3],
      [0xc0, 0xaf],
      [0xe2, 0x82],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x9f, 0x98],
      [0xf5, 0x80],
      [0xff],
    ];
    const bytes = (text: string, put: readonly number[]) =>
      Uint8Array.from([...text].flatMap((character) => (character === "?" ? put : character.charCodeAt(0))));
    for (const put of bad) {
      for (const body of [
        '["?","x?","?x",1]',
        '{"?":1,"a?":2,"b":"?"}',
        "[?]",
        "?1",
        "1?",
        '{"a":1}?',
        '"\\?"',
      ]) {
        expectRead(bytes(body, put), "$", "$[0]", "$[1]", "$[2]", "$[3]", "$.a", "$.b", "$['a\u00ff']");
      }
    }
  });

  test("a mapping's names may be many, and more than 64 in one object are left to the other", () => {
    const members = Array.from({ length: 100 }, (_, number) => `"name${number}":${number}`);
    const paths = members.map((_, number) => `$.name${number}`);
    expectRead(`{${members.join()}}`, ...paths.slice(0, 64));
    expect(expectJsonPassAgrees(`{${members.join()}}`, paths.map(pathOf)).isRead).toBe(false);
    const nested = Array.from({ length: 100 }, (_, number) => `$.a${number % 10}.b${number}`);
    expectRead(`{"a1":{"b1":1,"b2":2},"a2":{"b92":3}}`, ...nested);
  });

  test("passes take turns, and bodies of all sizes", () => {
    const first = createJsonPass([pathOf("$.a")]);
    const second = createJsonPass([pathOf("$.b"), pathOf("$.a")]);
    for (const length of [0, 100, 70_000, 10, 300_000, 1_000_000, 10, 0]) {
      for (const filling of ["x", "é", "\u{1F600}"]) {
        const body = `{"b":"${filling.repeat(length)}","a":"y"}`;
        expect(expectJsonPassAgrees(body, [pathOf("$.a")], first)).toEqual(READ);
        expect(expectJsonPassAgrees(body, [pathOf("$.b"), pathOf("$.a")], second)).toEqual(READ);
      }
    }
  });
});

describe("what is left to pickJson", () => {
  test.each([
    ["a repeated name", '{"a":1,"a":2}', ["$.a"]],
    ["a repeated name further inside", '[{"a":{"b":1,"b":2}}]', ["$[*].a.b"]],
    ["an escape in a name beside one on a path", '{"\\u0061":1}', ["$.a"]],
    ["all values of an object", '{"a":1}', ["$[*]"]],
    ["more than 16 MiB", `["${"x".repeat(16 * 1024 * 1024)}"]`, ["$[0]"]],
    ["U+FFFD in a name of a path", '{"\ufffd":1}', ["$['\ufffd']"]],
    ["an index from the end", "[1]", ["$[-1]"]],
  ])("%s", (_, body, paths) => {
    expect(expectJsonPassAgrees(body, paths.map(pathOf)).isRead).toBe(false);
  });

  test("a path with an index from the end, and only that one", () => {
    const paths = ["$[-1]", "$[0]"].map(pathOf);
    expect(expectJsonPassAgrees("[1,2]", paths)).toEqual({ isRead: true, pathsLeft: 1 });
  });

  test("too many paths, or states", () => {
    const paths = Array.from({ length: 5_000 }, (_, number) => pathOf(`$[${number % 60}].a${number}`));
    expect(expectJsonPassAgrees("[1,2]", paths).isRead).toBe(false);
    const mixed = Array.from({ length: 12 }, (_, number) =>
      pathOf(`$${Array.from({ length: 12 }, (_, at) => (at === number ? "[0]" : "[*]")).join("")}`),
    );
    expect(expectJsonPassAgrees("[[1]]", mixed).isRead).toBe(false);
  });
});

describe("against pickJson", () => {
  const segment: fc.Arbitrary<JsonSegment> = fc.oneof(
    fc
      .constantFrom("a", "b", "1", "", "__proto__", "\ufffd")
      .map((name) => ({ kind: "name", name }) as const),
    fc.integer({ min: -1, max: 3 }).map((index) => ({ kind: "index", index }) as const),
    fc.constant({ kind: "all" } as const),
  );
  const paths = fc.array(fc.array(segment, { maxLength: 4 }), { minLength: 1, maxLength: 4 });

  test("JSON", () => {
    fc.assert(
      fc.property(jsonTexts, paths, (body, list) => void expectJsonPassAgrees(body, list)),
      randomRuns(2_000),
    );
  });

  test("what is nearly JSON", () => {
    fc.assert(
      fc.property(nearlyJson, paths, (body, list) => void expectJsonPassAgrees(body, list)),
      randomRuns(3_000),
    );
    fc.assert(
      fc.property(jsonScraps, paths, (body, list) => void expectJsonPassAgrees(body, list)),
      randomRuns(2_000),
    );
  });

  test("bytes with others in between", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0x70, max: 0xff })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.oneof(jsonTexts, nearlyJson), edits, paths, (body, places, list) => {
        const bytes = new TextEncoder().encode(body);
        for (const [at, byte] of places) {
          if (bytes.length > 0) bytes[at % bytes.length] = byte;
        }
        expectJsonPassAgrees(bytes, list);
      }),
      randomRuns(2_000),
    );
  });

  test("ordinary bodies are read, never left", () => {
    const ordinary = fc.array(
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom("a", "b", "name", "é") },
          { weight: 1, arbitrary: fc.nat({ max: 3 }) },
        ),
        { maxLength: 4 },
      ),
      { minLength: 1, maxLength: 5 },
    );
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: "medium" },
        fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie("value"), { maxLength: 5 }),
        fc.dictionary(fc.constantFrom("a", "b", "name", "é", "other"), tie("value"), { maxKeys: 5 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1, 2, "\t"), ordinary, (content, indent, list) => {
        const segments = list.map((path) =>
          path.map(
            (step): JsonSegment =>
              typeof step === "number" ? { kind: "index", index: step } : { kind: "name", name: step },
          ),
        );
        expect(expectJsonPassAgrees(JSON.stringify(content, null, indent), segments)).toEqual(READ);
      }),
      randomRuns(2_000),
    );
  });
});
