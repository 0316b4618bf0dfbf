import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with a plain reference by itself.
import { type BetweenEnd, pickBetween } from "../../src/runtime/between-field.js";
import { findLastText } from "../../src/runtime/text-matching.js";
import { foldText } from "../../src/text/case-folding.js";

const nearest = (...closers: readonly string[]): BetweenEnd => ({ kind: "nearest", closers, orEnd: false });
const nearestOrEnd = (...closers: readonly string[]): BetweenEnd => ({
  kind: "nearest",
  closers,
  orEnd: true,
});
const last = (closer: string): BetweenEnd => ({ kind: "last", closer });

function texts(body: string, open: string, end: BetweenEnd): readonly (string | null)[] {
  return pickBetween(foldText(body), body, open, end).map(({ text }) => text);
}

/** By the book: every place is tried, one after the other, and nothing is searched. */
function reference(body: string, open: string, end: BetweenEnd): readonly string[] {
  const stands = (text: string, at: number) => foldText(body.slice(at, at + text.length)) === text;
  for (let from = 0; from <= body.length; from++) {
    if (!stands(open, from)) continue;
    const start = from + open.length;
    const places = Array.from({ length: body.length - start + 1 }, (_, step) => start + step);
    const closes =
      end.kind === "last"
        ? places.filter((at) => stands(end.closer, at)).at(-1)
        : (places.find((at) => end.closers.some((closer) => stands(closer, at))) ??
          (end.orEnd ? body.length : undefined));
    return closes === undefined
      ? []
      : [body.slice(start, closes).replace(/^[\t-\r \ufeff]+|[\t-\r \ufeff]+$/g, "")];
  }
  return [];
}

describe("what stands between two texts", () => {
  test.each<[body: string, open: string, end: BetweenEnd, picks: readonly string[]]>([
    ["x a1b b", "a", nearest("b"), ["1"]],
    ["a", "a", nearestOrEnd(), [""]],
    ["ab", "a", nearest("b"), [""]],
    ["a \n b", "a", nearest("b"), [""]],
    ["b a", "a", nearest("b"), []],
    ["aab", "aa", nearest("b"), [""]],
    ["aaab", "aa", nearest("b"), ["a"]],
    ["aa", "a", nearest("a"), [""]],
    ["aXbYc", "a", nearest("c", "b"), ["X"]],
    ["aXbYc", "a", nearestOrEnd("z"), ["XbYc"]],
    ["a(b)c)d", "a", last(")"), ["(b)c"]],
    ["a", "a", last("a"), []],
    ["aaa", "a", last("a"), ["a"]],
    ["\u{10400}x\u{10428}", "\u{10428}", nearest("\u{10428}"), ["x"]],
    ["AxÉ", "a", nearest("é"), ["x"]],
  ])("%j %j %j", (body, open, end, picks) => {
    expect(texts(body, open, end)).toEqual(picks);
  });

  test("has its place, without the white space", () => {
    const body = "\u{1F600} id= 12 ; x";
    const [picked] = pickBetween(body, body, "id=", nearest(";"));
    expect(body.slice(picked?.start, picked?.end)).toBe("12");
    expect(pickBetween("a b", "a b", "a", nearest("b"))).toEqual([
      { text: "", blank: true, start: 2, end: 2 },
    ]);
  });

  const character = fc.constantFrom(
    "a",
    "A",
    "b",
    "(",
    ")",
    " ",
    "\n",
    "\ufeff",
    "\u{10400}",
    "\u{10428}",
    "ß",
  );
  const body = fc.array(character, { maxLength: 16 }).map((list) => list.join(""));
  const marker = fc.constantFrom("a", "aa", "ab", "b", "(", ")", "))", " ", "\u{10428}", "ß");
  const end = fc.oneof(
    fc.record({
      kind: fc.constant("nearest" as const),
      closers: fc.array(marker, { maxLength: 3 }),
      orEnd: fc.boolean(),
    }),
    marker.map(last),
  );

  test("is what looking at every place gives", () => {
    fc.assert(
      fc.property(body, marker, end, (whole, open, closing) => {
        expect(texts(whole, open, closing)).toEqual(reference(whole, open, closing));
      }),
      { numRuns: 10_000 },
    );
  });

  test("is found in megabytes in their time", () => {
    const run = "a".repeat(1_000_000);
    const long = `${"a".repeat(100_000)}b`;
    expect(texts(run, long, nearest("b"))).toEqual([]);
    expect(texts(run, "a", nearestOrEnd(long, "b", "c"))).toEqual([run.slice(1)]);
    expect(texts(run, "a", last("a".repeat(32)))).toEqual([run.slice(33)]);
    expect(texts(run, "a", last(`b${"a".repeat(31)}`))).toEqual([]);
    expect(texts(run, "a", last("a".repeat(100_000)))).toEqual([run.slice(100_001)]);
  });
});

describe("findLastText", () => {
  test("finds the last place at or after an offset, with short needles and long ones", () => {
    const aOrB = (maxLength: number) =>
      fc.array(fc.constantFrom("a", "b"), { maxLength }).map((list) => list.join(""));
    fc.assert(
      fc.property(
        aOrB(30),
        aOrB(4),
        fc.nat({ max: 30 }),
        fc.constantFrom(1, 20),
        (subject, needle, at, times) => {
          const stretched = (text: string) => [...text].map((each) => each.repeat(times)).join("");
          const whole = stretched(subject);
          const from = Math.min(at * times, whole.length);
          const found = whole.lastIndexOf(stretched(needle));
          fc.pre(needle !== "");
          expect(findLastText(whole, stretched(needle), from)).toBe(found < from ? -1 : found);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
