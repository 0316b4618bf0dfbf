import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import { outlineForm } from "../../src/bodies/form-outline.js";
import { pickForm } from "../../src/runtime/form-field.js";
import { formNames } from "../../src/runtime/form-names.js";
import { isFilled } from "../../src/runtime/picked.js";
import { decodeUtf8Run, normaliseText } from "../../src/runtime/utf8.js";

const texts = (body: string, name: string) => pickForm(body, name).map(({ text }) => text);

const WHITE_SPACE_AT_ENDS = /^[\t-\r \ufeff]+|[\t-\r \ufeff]+$/g;

/**
 * The names and values of a form by way of Node's parser. What differs on purpose is said here: `&amp;` separates, too,
 * white space goes off the body's ends and the values' ends, and a `?` at the beginning is of the first name. What stands
 * outside of ASCII is escaped first, which means the same: beside an escape, Node 20 reads such characters as single bytes.
 */
function referenceForm(body: string): readonly (readonly [name: string, value: string])[] {
  const pieces = body.replace(WHITE_SPACE_AT_ENDS, "").split(/&(?:amp;)?/);
  const ascii = pieces.join("&").replace(/[^\0-\x7f]+/gu, encodeURIComponent);
  return [...new URLSearchParams(`&${ascii}`)].map(([name, value]) => [
    name,
    value.replace(WHITE_SPACE_AT_ENDS, ""),
  ]);
}

describe("a form's values", () => {
  test.each<[body: string, name: string, values: readonly string[]]>([
    ["a=1&b=2", "b", ["2"]],
    ["a=1&b=2", "B", []],
    ["a=1&a=2&b=3&a", "a", ["1", "2", ""]],
    ["=1&b", "", ["1"]],
    ["", "a", []],
    ["  \r\n", "a", []],
    ["&&&a=1&&", "a", ["1"]],
    ["a", "a", [""]],
    ["a=", "a", [""]],
    ["a==b=", "a", ["=b="]],
    ["a&amp;b=1", "b", ["1"]],
    ["a&AMP;b=1", "AMP;b", ["1"]],
    ["a&amp b=1", "amp b", ["1"]],
    ["b=1&amp;", "b", ["1"]],
    ["a%26amp%3Bb=1", "a&amp;b", ["1"]],
    ["?a=1", "?a", ["1"]],
    ["+a+=1", " a ", ["1"]],
    [" \ufeffa=1\ufeff ", "a", ["1"]],
    ["%EF%BB%BFa=1", "\ufeffa", ["1"]],
    ["a=%EF%BB%BF%201%0a", "a", ["1"]],
    ["a=\u00a01\u0085", "a", ["\u00a01\u0085"]],
    ["a=1;b=2", "a", ["1;b=2"]],
    ["%=1", "%", ["1"]],
    ["%4=1", "%4", ["1"]],
    ["%%41=1", "%A", ["1"]],
    ["%4g%41=1", "%4gA", ["1"]],
    ["a=%e2%82%ac%E2%82%AC", "a", ["\u20ac\u20ac"]],
    ["a=%E2%82x%AC", "a", ["\ufffdx\ufffd"]],
    ["a=%E2%82\u00ac", "a", ["\ufffd\u00ac"]],
    ["a=%ED%A0%80%F4%90%80%80", "a", ["\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd"]],
    ["\u{1F600}=\u{1F600}%F0%9F%98%80", "\u{1F600}", ["\u{1F600}\u{1F600}"]],
    ["__proto__=1&constructor=2", "__proto__", ["1"]],
  ])("%j %j", (body, name, values) => {
    expect(texts(body, name)).toEqual(values);
  });

  test.each([
    ["pluses", "+", " "],
    ["escapes", "+%41%2B%C3%A9%2", " A+\u00e9%2"],
  ])("are read however many %s they have", (_, written, meant) => {
    const body = `a=b${written.repeat(9000)}z`;
    expect(texts(body, "a").join() === `b${meant.repeat(9000)}z`).toBe(true);
  });

  test("say nothing where they are empty", () => {
    expect(pickForm("a=+&a=0", "a").map(({ blank }) => blank)).toEqual([true, false]);
  });

  test("have the place of what is written", () => {
    const body = "\n x=1&a=+2%30 &a&a=\u{1F600}";
    expect(pickForm(body, "a").map(({ start, end }) => body.slice(start, end))).toEqual([
      "+2%30",
      "",
      "\u{1F600}",
    ]);
  });

  const scrap = fc.constantFrom(
    ..."ab=&%+;? \n\ufeff\u00e9\u{1F600}0129cCfF",
    "&amp;",
    "&amp",
    "%41",
    "%26",
    "%3d",
    "%2B",
    "%C3%A9",
    "%F0%9F",
    "%EF%BB%BF",
    "%FF",
  );
  const scraps = fc.array(scrap, { maxLength: 20 }).map((parts) => parts.join(""));

  test("are those of URLSearchParams", () => {
    fc.assert(
      fc.property(scraps, (body) => {
        const expected = referenceForm(body);
        expect(Array.from(outlineForm(body), ({ name, text }) => [name, text])).toEqual(expected);
        for (const name of new Set([...expected.map(([own]) => own), "a", ""])) {
          expect(texts(body, name)).toEqual(
            expected.flatMap(([own, value]) => (own === name ? [value] : [])),
          );
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("are those of URLSearchParams for every byte", () => {
    for (let first = 0; first < 256; first++) {
      const body = Array.from({ length: 256 }, (_, second) => `a=%${hex(first)}%${hex(second)}x`).join("&");
      expect(texts(body, "a")).toEqual(referenceForm(body).map(([, value]) => value));
    }
  });

  test("of megabytes are read in their time", () => {
    const million = 1_000_000;
    expect(texts("%41".repeat(million), "A".repeat(million))).toEqual([""]);
    expect(texts("&a=1".repeat(million), "a")).toHaveLength(million);
    expect(texts("&amp;".repeat(million), "a")).toEqual([]);
    expect(texts("%".repeat(3 * million), "a")).toEqual([]);
    expect(texts(`a=${"+".repeat(million)}`, "a")).toEqual([""]);
  });
});

test("bytes by themselves keep their byte order mark", () => {
  const reference = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const bytes of [[0xef, 0xbb, 0xbf], [0xef, 0xbb, 0xbf, 0x41], [0xef, 0xbb], [0x41], []]) {
    expect(decodeUtf8Run(Uint8Array.from(bytes))).toBe(reference.decode(Uint8Array.from(bytes)));
  }
});

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** Pieces that bodies are put together of, and names with which they can begin. */
const PIECES = [
  "a",
  "ab",
  "b c",
  "b+c",
  "b%20c",
  "%61",
  "%",
  "=",
  "&",
  "&amp;",
  "+",
  " ",
  "\u00e9",
  "%c3%a9",
  "\ud83d",
];
const NAMES = ["a", "ab", "b c", "", "\u00e9", "not there"];

test("several names in one pass give what each gives by itself", () => {
  const { scan, read } = formNames(NAMES);
  const plain = ({ text, blank }: { readonly text: string | null; readonly blank: boolean }) => ({
    text,
    blank,
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const body = pieces.join("");
      const normalised = normaliseText(body);
      const expected = NAMES.map((name) => pickForm(normalised, name).map(plain));
      const known = read(normalised);
      expect(NAMES.map((_, name) => known.parts(name).map(plain))).toEqual(expected);
      const reading = scan(body);
      NAMES.forEach((_, name) => {
        const parts = reading?.parts(name) ?? [];
        expect(parts.map(plain)).toEqual(expected[name]);
        expect(reading?.find(name, isFilled, null)?.text ?? null).toBe(
          expected[name]?.find(({ blank }) => !blank)?.text ?? null,
        );
        for (const { text, isAscii } of parts) if (isAscii === true) expect(text).toMatch(/^[\0-\x7f]*$/);
      });
    }),
    randomRuns(3000),
  );
});
