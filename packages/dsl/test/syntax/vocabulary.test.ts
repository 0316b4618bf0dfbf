import { readFileSync } from "node:fs";
import { expectedAt, isSpecialWord, lex, SPECIAL_WORDS, VOCABULARY, wordsAt } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { INCLUDED, randomFile } from "@responses/testing/random-files";
import { mappingText } from "@responses/testing/random-mappings";
import { readingFindings } from "@responses/testing/typical-mistakes";
import { BEGINNINGS, statementOf, WORDS_IN_PLACES } from "@responses/testing/words-in-places";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/*
 * The vocabulary, walked: what it says of a word is what the grammar does. `misspelled-words.test.ts` misspells each of the
 * words; the tests of the editor and of its extension walk them for completion, forms, pages and colours.
 */

describe("every word stands where its record says", () => {
  test.each(WORDS_IN_PLACES.map(statementOf))("%s", (statement) => {
    expect(readingFindings(statement)).toEqual([]);
  });

  test("all places of all words are among these", () => {
    for (const word of SPECIAL_WORDS) {
      const stands = WORDS_IN_PLACES.filter((place) => place.word === word).map(({ place }) => place);
      expect([word, [...new Set(stands)].sort()]).toEqual([word, [...VOCABULARY[word].places].sort()]);
    }
  });
});

describe("and nowhere else", () => {
  const behindWords = BEGINNINGS.filter(([before]) => before !== "");

  test.each(behindWords)("%s…", (before, places) => {
    const may = new Set<string>(places.flatMap((place) => wordsAt(place)));
    expect(new Set(wordsExpectedBehind(before))).toEqual(may);
  });
});

function wordsExpectedBehind(before: string): readonly string[] {
  const place = expectedAt(before, before.length);
  const expectations = place.kind === "code" ? place.expectations : [];
  return expectations.flatMap((expectation) => (expectation.kind === "word" ? [expectation.word] : []));
}

test("every word is drawn for the random tests of mappings", () => {
  const mappings = fc.sample(mappingText, { seed: 1, numRuns: 300 });
  const random = new Random(1);
  const files = Array.from({ length: 30 }, () => randomFile(random, 20, INCLUDED));
  const drawn = new Set(
    [...mappings, ...files].flatMap((text) =>
      lex(text)
        .tokens.map(({ image }) => image)
        .filter(isSpecialWord),
    ),
  );
  expect(SPECIAL_WORDS.filter((word) => !drawn.has(word))).toEqual([]);
});

test("every word is in the page on the language, in code", () => {
  const page = readFileSync(new URL("../../../../docs/language.md", import.meta.url), "utf8");
  const code = [...page.matchAll(/```responses[^\n]*\n(.*?)```|`([^`\n]+)`/gs)].map(
    ([, block, span]) => block ?? span,
  );
  const words = new Set(code.join(" ").split(/[^a-z]+/));
  expect(SPECIAL_WORDS.filter((word) => !words.has(word))).toEqual([]);
});

test("every way to match and every kind of field is in the schema of the JSON form", () => {
  const schema = readFileSync(new URL("../../schemas/mapping.schema.json", import.meta.url), "utf8");
  const required = [...schema.matchAll(/"required": (\[[^\]]*\])/g)].map(([, names]) => names).join(" ");
  const words = new Set([...wordsAt("test"), ...wordsAt("field match")]);
  expect([...words].filter((word) => !required.includes(`"${word}"`))).toEqual([]);
});
