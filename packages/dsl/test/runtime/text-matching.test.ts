import { foldText, isWordCharacter } from "@responses/dsl/editor";
import { caseVariants } from "@responses/testing/case-folding";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import {
  findText,
  findWord,
  foldWith,
  matchGlob,
  splitPart,
  trimmedRange,
} from "../../src/runtime/text-matching.js";
import { normaliseText } from "../../src/runtime/utf8.js";
import { isWhiteSpace } from "../../src/text/character-classes.js";

// The references work on arrays of code points, place by place, and know no search.

/** Every offset at which the needle stands in the subject, in UTF-16 units. */
function placesOf(subject: string, needle: string): number[] {
  const places: number[] = [];
  let offset = 0;
  const characters = [...subject, ""];
  characters.forEach((character, index) => {
    if (characters.slice(index).join("").startsWith(needle)) places.push(offset);
    offset += character.length;
  });
  return places;
}

function isWordAlone(subject: string, start: number, needle: string): boolean {
  const before = [...subject.slice(0, start)].at(-1);
  const after = [...subject.slice(start + needle.length)].at(0);
  return [before, after].every((next) => next === undefined || !isWordCharacter(next.codePointAt(0) ?? 0));
}

/** Wildcards by the book: which prefixes of the subject the pattern so far can stand for. */
function globHolds(subject: string, pattern: readonly (string | "ANY")[]): boolean {
  let reachable = new Set([0]);
  for (const element of pattern) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (element === "ANY") for (let end = at; end <= subject.length; end += 1) next.add(end);
      else if (subject.slice(at, at + element.length) === element) next.add(at + element.length);
    }
    reachable = next;
  }
  return reachable.has(subject.length);
}

const characters = fc.constantFrom("a", "b", "é", "\u{1F600}", "\u{10428}", " ", "-", "\uFE0F");
const text = (maxLength: number) => fc.array(characters, { maxLength }).map((list) => list.join(""));
const aOrB = (maxLength: number) =>
  fc.array(fc.constantFrom("a", "b"), { maxLength }).map((list) => list.join(""));
const anyText = (maxLength: number) => fc.oneof(text(maxLength), aOrB(maxLength));
/** Makes a needle too long for `indexOf`, so that the other search is at work. */
const stretch = (subject: string, times: number): string =>
  [...subject].map((character) => character.repeat(times)).join("");

describe("findText", () => {
  test("finds the first place at or after an offset", () => {
    fc.assert(
      fc.property(anyText(14), anyText(4), fc.nat({ max: 14 }), (subject, needle, from) => {
        const start = Math.min(from, subject.length);
        fc.pre(needle !== "");
        const expected = placesOf(subject, needle).find((place) => place >= start) ?? -1;
        expect(findText(subject, needle, start)).toBe(expected);
      }),
      randomRuns(2000),
    );
  });

  test("finds long needles as well as short ones", () => {
    fc.assert(
      fc.property(aOrB(12), aOrB(4), fc.nat({ max: 3 }), (subject, needle, cut) => {
        fc.pre(needle !== "");
        const longSubject = stretch(subject, 251);
        const longNeedle = stretch(needle, 251).slice(cut);
        expect(longNeedle.length).toBeGreaterThanOrEqual(248);
        expect(findText(longSubject, longNeedle, cut)).toBe(longSubject.indexOf(longNeedle, cut));
      }),
      randomRuns(500),
    );
  });

  test.each([249, 250, 251, 252])("finds a needle of %i units", (length) => {
    const needle = `b${"a".repeat(length - 1)}`;
    expect(findText(`b${"a".repeat(length - 2)}${needle}`, needle, 0)).toBe(length - 1);
    expect(findText(needle, needle, 1)).toBe(-1);
  });
});

describe("findWord", () => {
  test("finds the first place without a word character beside it, overlapping places included", () => {
    fc.assert(
      fc.property(anyText(14), anyText(5), (subject, needle) => {
        fc.pre(needle !== "");
        const expected = placesOf(subject, needle).find((place) => isWordAlone(subject, place, needle)) ?? -1;
        expect(findWord(subject, needle, isWordCharacter)).toBe(expected);
      }),
      randomRuns(5000),
    );
  });

  test("finds long and periodic words", () => {
    const part = fc.constantFrom("- a", " -", "a-", "-");
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        part,
        fc.constantFrom(2, 90, 300),
        (subject, needle, times) => {
          const longNeedle = needle.repeat(times);
          const longSubject = subject.map((piece) => piece.repeat(times)).join("a");
          const places = placesOfUnits(longSubject, longNeedle);
          const expected = places.find((place) => isWordAlone(longSubject, place, longNeedle)) ?? -1;
          expect(findWord(longSubject, longNeedle, isWordCharacter)).toBe(expected);
        },
      ),
      randomRuns(300),
    );
  });

  test.each([
    ["invalid", "valid", -1],
    ["valid", "valid", 0],
    ["is valid.", "valid", 3],
    ["validity valid", "valid", 9],
    ["no_match", "match", -1],
    ["no-match", "match", 3],
    ["évalid", "valid", -1],
    ["valid\u0301", "valid", -1],
    ["valid\uFE0F", "valid", 0],
    ["\u{1F600}valid\u{1F600}", "valid", 2],
    ["\u{10428}valid", "valid", -1],
    ["valid\u{10428}", "valid", -1],
    ["\udc28valid", "valid", 1],
    ["xy-y-y-y- a", "-y-", -1],
    ["xy-y-y- ", "-y- ", -1],
    ["x- - - y", "- -", 3],
    ["", "a", -1],
    ["a", "", -1],
  ])("%j has the word %j at %i", (subject, needle, place) => {
    expect(findWord(subject, needle, isWordCharacter)).toBe(place);
  });
});

function placesOfUnits(subject: string, needle: string): number[] {
  return Array.from({ length: subject.length }, (_, index) => index).filter(
    (index) => subject.slice(index, index + needle.length) === needle,
  );
}

describe("matchGlob", () => {
  const pieces = fc.array(aOrB(3), { minLength: 1, maxLength: 5 });

  test("agrees with the wildcards' definition", () => {
    fc.assert(
      fc.property(aOrB(10), pieces, (subject, list) => {
        const pattern = list.flatMap((piece, index) => (index === 0 ? [piece] : ["ANY", piece]));
        expect(matchGlob(subject, list)).toBe(globHolds(subject, pattern));
      }),
      randomRuns(5000),
    );
  });

  test("holds for a subject made from its pieces", () => {
    fc.assert(
      fc.property(fc.array(text(3), { minLength: 1, maxLength: 5 }), text(3), (list, between) => {
        expect(matchGlob(list.join(between), list)).toBe(true);
      }),
    );
  });

  test("every pattern of up to 4 characters against every subject of up to 5", () => {
    const patterns = wordsOver(["a", "b", "*"], 4);
    const subjects = wordsOver(["a", "b"], 5);
    for (const pattern of patterns) {
      const list = [...pattern].map((character) => (character === "*" ? "ANY" : character));
      const wrong = subjects.filter((s) => matchGlob(s, pattern.split("*")) !== globHolds(s, list));
      expect(wrong).toEqual([]);
    }
  });
});

function wordsOver(alphabet: readonly string[], maxLength: number): string[] {
  let longest = [""];
  const words = [""];
  for (let length = 1; length <= maxLength; length += 1) {
    longest = longest.flatMap((word) => alphabet.map((letter) => word + letter));
    words.push(...longest);
  }
  return words;
}

describe("trimmedRange", () => {
  test("takes off exactly the language's white space", () => {
    const wrong: number[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const { start, end } = trimmedRange(`${String.fromCharCode(unit)}x`, 0, 1);
      if ((start === end) !== isWhiteSpace(unit)) wrong.push(unit);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ["", 0, 0, 0, 0],
    ["  a b \n", 0, 7, 2, 5],
    ["  a b \n", 3, 4, 4, 4],
    ["\uFEFFa\uFEFF", 0, 3, 1, 2],
    ["\u00A0a", 0, 2, 0, 2],
    ["   ", 0, 3, 3, 3],
  ])("%j from %i to %i is %i to %i", (subject, start, end, trimmedStart, trimmedEnd) => {
    expect(trimmedRange(subject, start, end)).toEqual({ start: trimmedStart, end: trimmedEnd });
  });
});

describe("splitPart", () => {
  test("gives the parts that cutting by hand gives", () => {
    const body = fc.array(fc.constantFrom("a", "A", "b", " ", "|", "\u{10400}", "\u{10428}"), {
      maxLength: 14,
    });
    const separator = fc.constantFrom("|", "a", "aa", "aba", "\u{10428}", " ", "|a");
    fc.assert(
      fc.property(body, separator, fc.integer({ min: -6, max: 6 }), (list, cut, part) => {
        const whole = list.join("");
        const parts = partsOf(whole, cut);
        const expected = part === 0 ? undefined : parts.at(part > 0 ? part - 1 : part);
        const range = splitPart(foldText(whole), whole, cut, part);
        expect(range === null ? undefined : whole.slice(range.start, range.end)).toBe(expected);
      }),
      randomRuns(3000),
    );
  });

  test("has no part 0, and no parts at an empty separator", () => {
    expect(splitPart("a|b", "a|b", "|", 0)).toBeNull();
    expect(splitPart("a|b", "a|b", "", 1)).toBeNull();
  });

  function partsOf(body: string, separator: string): string[] {
    const parts: string[] = [];
    let part = "";
    let rest = body;
    while (rest !== "") {
      if (foldText(rest.slice(0, separator.length)) === separator) {
        parts.push(part);
        part = "";
        rest = rest.slice(separator.length);
      } else {
        part += rest.charAt(0);
        rest = rest.slice(1);
      }
    }
    return [...parts, part].map((each) => each.replace(/^[\t-\r \uFEFF]+|[\t-\r \uFEFF]+$/g, ""));
  }
});

describe("foldWith", () => {
  /** What a compiled module carries: the variants of the letters of its texts. */
  function tableFor(needle: string): ReadonlyMap<string, string> {
    const table = new Map<string, string>();
    for (const letter of foldText(needle)) {
      for (const variant of caseVariants(letter.codePointAt(0) ?? 0)) {
        if (variant >= 0x80) table.set(String.fromCodePoint(variant), letter);
      }
    }
    return table;
  }
  const letters = [
    "a",
    "A",
    "é",
    "É",
    "σ",
    "Σ",
    "ς",
    "\u{10400}",
    "\u{10428}",
    "\u212A",
    "k",
    "\ud801",
    "\udc00",
  ];
  const cased = (maxLength: number) =>
    fc.array(fc.constantFrom(...letters), { maxLength }).map((list) => normaliseText(list.join("")));

  test("finds what the whole folding table finds, at the same places", () => {
    fc.assert(
      fc.property(
        cased(12),
        cased(3),
        fc.constantFrom(0, 1021, 1022, 1023, 1024),
        (subject, needle, padding) => {
          const body = "X".repeat(padding) + subject;
          const folded = foldWith(body, tableFor(needle));
          expect(folded.length).toBe(body.length);
          expect(folded.indexOf(foldText(needle))).toBe(foldText(body).indexOf(foldText(needle)));
        },
      ),
      randomRuns(3000),
    );
  });

  test("every character outside ASCII stays, whatever small letter the engine knows of it", () => {
    for (let codePoint = 0x80; codePoint <= 0x10ffff; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      const folded = foldWith(`A${character}K`, new Map());
      if (folded !== `a${character}k`) expect([codePoint, folded]).toEqual([codePoint, `a${character}k`]);
    }
  });

  test("of ASCII only A to Z change", () => {
    const ascii = Array.from({ length: 0x80 }, (_, unit) => String.fromCharCode(unit));
    const folded = ascii.map((unit) =>
      unit >= "A" && unit <= "Z" ? String.fromCharCode(unit.charCodeAt(0) + 32) : unit,
    );
    expect(foldWith(ascii.join(""), new Map())).toBe(folded.join(""));
    expect(foldWith(ascii.join(""), new Map([["\u00c9", "\u00e9"]]))).toBe(folded.join(""));
  });

  test.each([
    ["", ""],
    ["abc", "abc"],
    ["ABC É Σ", "abc é Σ"],
    ["É", "é"],
    ["\u{10400}A\u{10401}", "\u{10428}a\u{10401}"],
    ["A\ud801", "a\ud801"],
    ["A\ud801É\udc00", "a\ud801é\udc00"],
  ])("%j becomes %j", (before, after) => {
    const table = new Map([
      ["É", "é"],
      ["\u{10400}", "\u{10428}"],
    ]);
    expect(foldWith(before, table)).toBe(after);
  });

  test("without a table it folds A to Z alone", () => {
    expect(foldWith("AZ@[É\u{10400}\u212A", new Map())).toBe("az@[É\u{10400}\u212A");
  });
});

describe("time grows no faster than the subject", () => {
  const length = 400_000;
  const run = "a".repeat(length);
  const none: ReadonlyMap<string, string> = new Map();
  test.each<[string, () => unknown, unknown]>([
    ["findText, a long periodic needle", () => findText(run, `${"a".repeat(100_000)}b`, 0), -1],
    ["findText, a needle for indexOf", () => findText(run, `b${"a".repeat(249)}`, 0), -1],
    ["findWord in a run", () => findWord(run, "aaaa", isWordCharacter), -1],
    ["findWord in a run, needle for indexOf", () => findWord(run, "a".repeat(250), isWordCharacter), -1],
    ["findWord in a run, long needle", () => findWord(run, "a".repeat(100_000), isWordCharacter), -1],
    ["findWord of one letter", () => findWord(run, "a", isWordCharacter), -1],
    ["matchGlob *a*a*a*b", () => matchGlob(run, ["", "a", "a", "a", "b"]), false],
    [
      "matchGlob, long middles",
      () => matchGlob(run, ["", "a".repeat(100_000), `${"a".repeat(100_000)}b`, ""]),
      false,
    ],
    ["splitPart from the right", () => splitPart(run, run, "a", -length), { start: 1, end: 1 }],
    ["splitPart, long separator", () => splitPart(run, run, "a".repeat(300), 2), { start: 300, end: 300 }],
    ["foldWith", () => foldWith(run.replace(/a/g, "A"), none) === run, true],
  ])("%s", (_name, search, result) => {
    // Quadratic work on this subject takes minutes, and the runner ends the test.
    expect(search()).toEqual(result);
  });
});
