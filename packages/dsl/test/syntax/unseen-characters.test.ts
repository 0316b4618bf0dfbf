import { check, link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { isUnseen } from "@responses/dsl/editor";
import { expect, test } from "vitest";
// Imports internals: which characters words are made of is known here, and no public function tells it.
import { isBareWordCharacter } from "../../src/text/character-classes.js";

const told = (text: string): readonly string[] =>
  check(link(parse("a.responses", `${text}\n`), noOtherFiles))
    .filter(({ name }) => name === "syntax")
    .map((finding) =>
      [messageOf(finding), ...finding.fixes.map(({ kind, title }) => `${kind}: ${title}`)].join(" | "),
    );

const invisible = (name: string, kind: string) =>
  `there is an invisible character (${name}) here; delete it | ${kind}: Delete it`;

test.each([
  ["a joiner in a name", 'capture a\u200db from json "$.a"', [invisible("U+200D", "suggested")]],
  ["a mark at a word's end", "success\u200e otherwise", [invisible("U+200E", "automatic")]],
  ["letters and marks of words: fillers, selectors", 'success word "a" as a\u3164b\ufe0f', []],
  ["an annotation's mark", "success \ufff9otherwise", [invisible("U+FFF9", "automatic")]],
  ["the same in quotes", 'success word "a\u3164" as "a\u3164b\ufe0f"', []],
  ["the same in a comment", "success otherwise # \u3164\ufe0f", []],
  ["a picture in quotes", 'success word "❤\ufe0f" as "👨\u200d👩"', []],
  [
    "a picture as a label",
    'success word "a" as 👨\u200d👩',
    [
      'a label with characters other than letters, digits, - and _ needs quotes: "👨\\u{200D}👩" | automatic: Put the label in quotes',
    ],
  ],
  [
    "one with a selector",
    'success word "a" as ❤\ufe0f',
    [
      'a label with characters other than letters, digits, - and _ needs quotes: "❤\\u{FE0F}" | automatic: Put the label in quotes',
    ],
  ],
])("%s", (_, text, findings) => {
  expect(told(text)).toEqual(findings);
});

test("every character that nobody sees is told where a bare word can stand, unless words are made of it", () => {
  const silent: string[] = [];
  for (let codePoint = 0; codePoint <= 0xe0100; codePoint++) {
    const ends = [0x9, 0xa, 0xd].includes(codePoint);
    if (
      !isUnseen(codePoint) ||
      isBareWordCharacter(codePoint) ||
      ends ||
      (codePoint >= 0xd800 && codePoint <= 0xdfff)
    )
      continue;
    const [first = ""] = told(`success word "a" as a${String.fromCodePoint(codePoint)}b`);
    if (!first.includes("an invisible character")) silent.push(`${codePoint.toString(16)}: ${first}`);
  }
  expect(silent).toEqual([]);
});
