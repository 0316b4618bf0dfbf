import { statementOf, WORDS_IN_PLACES } from "@responses/testing/words-in-places";
import { describe, expect, test } from "vitest";
import { colouredTokens } from "./tokens.js";

/*
 * The vocabulary, walked through the grammar: every word has a colour wherever it may stand, and it is not that of a text
 * or a name.
 */

describe("the word has a colour of its own:", () => {
  test.each(WORDS_IN_PLACES.map((place) => [statementOf(place), place] as const))(
    "%s",
    async (statement, { word, before }) => {
      const [tokens = []] = await colouredTokens([statement]);
      const token = tokens.find(({ start }) => start === before.length);
      expect(token?.end).toBe(before.length + word.length);
      expect(token?.scopes).not.toMatch(/string|entity\.name|variable/);
    },
  );
});
