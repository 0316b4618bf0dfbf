import type { Field } from "@responses/dsl";
import { readJsonPath, writeJsonPath } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type JsonSegment = Extract<Field, { readonly kind: "json" }>["path"][number];

const name = (text: string): JsonSegment => ({ kind: "name", name: text });
const at = (index: number): JsonSegment => ({ kind: "index", index });
const ALL: JsonSegment = { kind: "all" };

/** Queries of RFC 9535 whose segments the language permits. */
const PATHS: readonly (readonly [string, readonly JsonSegment[]])[] = [
  ["$", []],
  ["$.a", [name("a")]],
  ["$.a.b", [name("a"), name("b")]],
  ["$._a1", [name("_a1")]],
  ["$.é", [name("é")]],
  ["$.日本", [name("日本")]],
  ["$.😀", [name("😀")]],
  ["$.a\u00a0b", [name("a\u00a0b")]],
  ["$['a']", [name("a")]],
  ['$["a"]', [name("a")]],
  ["$['']", [name("")]],
  ["$['no-match']", [name("no-match")]],
  ["$['a.b']", [name("a.b")]],
  ["$['*']", [name("*")]],
  ["$['it\\'s']", [name("it's")]],
  ['$["it\'s"]', [name("it's")]],
  ["$['\"']", [name('"')]],
  ['$["\\""]', [name('"')]],
  ["$['\\b\\f\\n\\r\\t\\/\\\\']", [name("\b\f\n\r\t/\\")]],
  ["$['\\u00e9\\u00E9']", [name("éé")]],
  ["$['\\u0000']", [name("\u0000")]],
  ["$['\\uD83D\\uDE00']", [name("😀")]],
  ["$['\\ud83d\\ude00']", [name("😀")]],
  ["$['\u007f\u2028']", [name("\u007f\u2028")]],
  ["$[0]", [at(0)]],
  ["$[12]", [at(12)]],
  ["$[-1]", [at(-1)]],
  ["$[9007199254740991]", [at(9007199254740991)]],
  ["$[-9007199254740991]", [at(-9007199254740991)]],
  ["$[*]", [ALL]],
  ["$[*][*].a[0]['b']", [ALL, ALL, name("a"), at(0), name("b")]],
  ["$ .a", [name("a")]],
  ["$\n.a\t[0]\r['b']", [name("a"), at(0), name("b")]],
  ["$[ 'a' ]", [name("a")]],
  ["$[\t0\n]", [at(0)]],
  ["$[ * ]", [ALL]],
  ["$.length", [name("length")]],
  ["$.__proto__", [name("__proto__")]],
  ["$.true", [name("true")]],
];

/** What is no path, the path that is offered, and whether a tool may put it in place of it. */
const FAULTS: readonly (readonly [string, string | null, "certain" | "perhaps" | null])[] = [
  ["", null, null],
  ["$[\u200b0]", "$[0]", "certain"],
  ["$[0\u200b].a", "$[0].a", "certain"],
  ["$.a[\u00a0-1\ufeff]", "$.a[-1]", "certain"],
  ["$[\u2060*]", "$[*]", "certain"],
  ["$[\u200b'a']", "$['a']", "certain"],
  ["$['a\u200b'\u200b]", "$['a\u200b']", "certain"],
  ["$[\u200bname]", "$['name']", "perhaps"],
  ["$[\u200b]", "$[*]", "perhaps"],
  ["$[\u00a0]", "$[*]", "perhaps"],
  // Only what is in quotation marks is surely meant to hold it.
  ["$.a-b['c\u200b']", "$['a-b']['c\u200b']", "certain"],
  ["$.a-b\u200b['c\u200b'].d", "$['a-b']['c\u200b'].d", "certain"],
  ["$['a\u200b", null, null],
  // Behind letters and signs of other scripts it can belong to them.
  ["$.\u2764\ufe0f-a", "$['\u2764-a']", "perhaps"],
  ["a", "$.a", "certain"],
  ["data.status", "$.data.status", "certain"],
  [".a", "$.a", "certain"],
  ["[0].a", "$[0].a", "certain"],
  ["no-match", "$['no-match']", "certain"],
  [" $.a", "$.a", "certain"],
  ["$.a ", "$.a", "certain"],
  ["/data/status", "$.data.status", "perhaps"],
  // Other signs between steps: a name with one of them in it is in hardly any body.
  ["result->accepted", "$.result.accepted", "certain"],
  ["$.result->accepted", "$.result.accepted", "certain"],
  ["$->result->no-match", "$.result['no-match']", "certain"],
  ["$.result=>accepted", "$.result.accepted", "certain"],
  ["result → accepted", "$.result.accepted", "perhaps"],
  ["$.result->codes->0", "$.result.codes[0]", "perhaps"],
  ["result/accepted", "$.result.accepted", "perhaps"],
  ["$/result/accepted", "$.result.accepted", "perhaps"],
  ["$.result/accepted", "$.result.accepted", "perhaps"],
  ["errors/0/code", "$.errors[0].code", "perhaps"],
  ["$->", null, null],
  ["$.errors[0]/code", "$.errors[0].code", "perhaps"],
  ["$[result.accepted]", "$.result.accepted", "perhaps"],
  ["$[result->accepted].x", "$.result.accepted.x", "perhaps"],
  ["@.a", "$.a", "perhaps"],
  ["@[0].a", "$[0].a", "perhaps"],
  ["@", "$", "perhaps"],
  ["@id", "$['@id']", "perhaps"],
  ["*", "$[*]", "perhaps"],
  ["$@.a", "$['@'].a", "perhaps"],
  ["$.@id", "$['@id']", "certain"],
  ["$.price > 5", "$['price > 5']", "perhaps"],
  ["$.a or b", "$['a or b']", "perhaps"],
  ["$a", "$.a", "certain"],
  ["$.no-match", "$['no-match']", "certain"],
  ["$.a.no-match.b", "$.a['no-match'].b", "certain"],
  ["$.no-match.is-here", "$['no-match']['is-here']", "certain"],
  ["$.a b", "$['a b']", "certain"],
  ["$.@id", "$['@id']", "certain"],
  ["$.a:b", "$['a:b']", "certain"],
  ["$.2nd", "$['2nd']", "certain"],
  ["$.items.0", "$.items[0]", "perhaps"],
  ["$.items.0.id", "$.items[0].id", "perhaps"],
  ["$.items.00", "$.items['00']", "certain"],
  ["$.*", "$[*]", "certain"],
  ["$.items.*.id", "$.items[*].id", "certain"],
  ["$[name]", "$['name']", "perhaps"],
  ["$.a[no-match]", "$.a['no-match']", "perhaps"],
  ["$.items[].id", "$.items[*].id", "perhaps"],
  ["$.a.", "$.a", "perhaps"],
  ["$.", "$", "perhaps"],
  ["$..a", null, null],
  ["$. a", "$.a", "certain"],
  ["$[00]", null, null],
  ["$[01]", null, null],
  ["$[-0]", null, null],
  ["$[+1]", null, null],
  ["$[1.0]", null, null],
  ["$[9007199254740992]", null, null],
  ["$[99999999999999999999]", null, null],
  ["$[1:2]", null, null],
  ["$[0,1]", null, null],
  ["$['a','b']", null, null],
  ["$[?@.a]", null, null],
  ["$[?(@.a == 1)]", null, null],
  ["$['a'", null, null],
  ["$['a", null, null],
  ["$[", null, null],
  ["$[0", null, null],
  ["$]", null, null],
  ["$['a\\x']", null, null],
  ["$['\\\"']", null, null],
  ['$["\\\'"]', null, null],
  ["$['\\u12']", null, null],
  ["$['\\U0041']", null, null],
  ["$['\\ud83d']", null, null],
  ["$['\\ude00']", null, null],
  ["$['\\ud83d\\u0041']", null, null],
  ["$['a\nb']", null, null],
  ["$['\u0000']", null, null],
];

describe("a JSON path", () => {
  test.each(PATHS)("%j", (text, path) => {
    expect(readJsonPath(text)).toEqual({ kind: "path", path });
    expect(readJsonPath(writeJsonPath(path))).toEqual({ kind: "path", path });
  });

  test.each(FAULTS)("%j is none", (text, offered, certainty) => {
    const reading = readJsonPath(text);
    expect(reading.kind).toBe("fault");
    if (reading.kind !== "fault") return;
    const suggestion = offered === null ? null : { path: offered, certain: certainty === "certain" };
    expect(reading.suggestion).toEqual(suggestion);
    expect(reading.problem).toMatch(/^[^\n]{5,100}$/);
  });

  const UNSEEN = [
    0x0, 0x7f, 0xad, 0x61c, 0x115f, 0x180e, 0x200b, 0x202e, 0x2060, 0x3164, 0xd800, 0xfe0f, 0xfeff, 0xe0041,
  ];
  describe.each(
    UNSEEN.map((codePoint) => [
      codePoint.toString(16).toUpperCase().padStart(4, "0"),
      String.fromCodePoint(codePoint),
    ]),
  )("with U+%s, which nobody sees", (code, unseen) => {
    test.each([
      ["$?.a", "$.a"],
      ["?$.a", "$.a"],
      ["$??[0]", "$[0]"],
      ["$[?0].a", "$[0].a"],
      ["$[0]?.a", "$[0].a"],
      ["$[0?]", "$[0]"],
      ["a?.b", "$.a.b"],
      ["?a.b", "$.a.b"],
      [".?a", "$.a"],
      ["a?", "$.a"],
      ["$a?", "$.a"],
      ["$.a-b?", "$['a-b']"],
      ["$.a-?b", "$['a-b']"],
      ["$.a?.b-c", "$.a['b-c']"],
      ["$.a?->b", "$.a.b"],
      ["$['a']?.b", "$['a'].b"],
    ])("%s is offered without it", (pattern, path) => {
      const text = pattern.replaceAll("?", unseen);
      const reading = readJsonPath(text);
      expect(reading.kind).toBe("fault");
      if (reading.kind !== "fault") return;
      expect(reading.problem).toContain(`U+${code}`);
      expect(reading.suggestion).toEqual({ path, certain: true });
    });
  });

  test("is read as it is written", () => {
    const segment: fc.Arbitrary<JsonSegment> = fc.oneof(
      fc.string({ unit: "binary" }).map(name),
      fc.maxSafeInteger().map((index) => at(index === 0 ? 0 : index)),
      fc.constant(ALL),
    );
    fc.assert(
      fc.property(fc.array(segment), (path) => {
        expect(readJsonPath(writeJsonPath(path))).toEqual({ kind: "path", path });
      }),
    );
  });

  test("that is offered can be read", () => {
    const unit = fc.constantFrom(
      "$",
      ".",
      "[",
      "]",
      "*",
      "'",
      '"',
      "\\",
      "a",
      "-",
      "0",
      "1",
      " ",
      "/",
      "é",
      "\u200b",
      "u0041",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const reading = readJsonPath(text);
        if (reading.kind === "fault" && reading.suggestion !== null) {
          expect(readJsonPath(reading.suggestion.path).kind).toBe("path");
          expect(reading.suggestion.path.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "")).not.toMatch(
            /\u200b/,
          );
        }
      }),
      randomRuns(3000),
    );
  });

  /** The names of the path, one behind the other; null for what is none and is not repaired. */
  test.each<[string, string, string | null]>([
    ["names", `$${".a".repeat(500_000)}`, "a".repeat(500_000)],
    ["names that need brackets", `$${".a-b".repeat(500_000)}`, null],
    ["blanks", `$${" ".repeat(1_000_000)}.a`, "a"],
    ["brackets", `$${"[".repeat(1_000_000)}`, null],
    ["a long name in brackets", `$['${"a".repeat(1_000_000)}']`, "a".repeat(1_000_000)],
    ["a long name", `$.${"a".repeat(1_000_000)}`, "a".repeat(1_000_000)],
    ["a long name that needs brackets", `$.${"a".repeat(1_000_000)}-`, null],
    ["digits", `$[${"1".repeat(1_000_000)}]`, null],
    ["digits behind a dot", `$.${"1".repeat(1_000_000)}`, null],
    ["no dollar", "a.".repeat(500_000), null],
  ])("of a million characters is read: %s", (_, text, names) => {
    const reading = readJsonPath(text);
    const read =
      reading.kind === "path"
        ? reading.path.map((segment) => (segment.kind === "name" ? segment.name : segment.kind)).join("")
        : reading.suggestion;
    expect(read === names).toBe(true);
  });
});
