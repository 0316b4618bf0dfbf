import { lex, SPECIAL_WORDS, VOCABULARY } from "@responses/dsl/editor";
import { statementOf, WORDS_IN_PLACES } from "@responses/testing/words-in-places";
import { describe, expect, test } from "vitest";
import { hoverAt } from "../../src/features/hover/hover.js";
import { renderPreview } from "../../src/features/presentation/preview-text.js";
import { wordPage } from "../../src/features/presentation/word-page.js";
import { TYPE_OF_ROLE } from "../../src/features/semantic-tokens/legend.js";
import { signatureHelpAt } from "../../src/features/signature-help/signature-help.js";
import { rolesOf } from "../../src/features/tokens/token-roles.js";
import { completionAt } from "../support/completion-answer.js";
import { linkedDocument } from "../support/linked-document.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/*
 * The vocabulary, walked through the editor: every word, in every place in which it may stand, has a colour, a hover, a
 * completion, and a form where something stands behind it.
 */

describe.each(WORDS_IN_PLACES.map((place) => [statementOf(place), place] as const))(
  "%s",
  (statement, { word, before }) => {
    const { takes } = VOCABULARY[word];

    test("the word has a colour", () => {
      const { tokens } = lex(statement);
      const role = rolesOf(tokens)[tokens.findIndex(({ startOffset }) => startOffset === before.length)];
      expect(role === undefined ? null : TYPE_OF_ROLE[role]).not.toBeNull();
    });

    test("a completion", () => {
      const answer = completionAt(linkedDocument("a.responses", before), before.length);
      expect(answer?.items.map(({ item }) => item.label)).toContain(word);
    });

    test("a hover", async () => {
      const document = await openDocument(workspaceOf({}), "a.responses", statement);
      const position = document.positions.positionAt(before.length);
      expect(
        hoverAt(document, position, {
          format: "plaintext",
          examples: 5,
          places: null,
          explainCommand: null,
          findingsBeside: false,
        }),
      ).not.toBeNull();
    });

    if (takes === "nothing") return;
    test("and a form behind it", () => {
      const text = `${before}${word} `;
      const document = linkedDocument("a.responses", text);
      const position = document.positions.positionAt(text.length);
      const help = signatureHelpAt(document, position, { trigger: " ", isShown: false }, { offsets: true });
      const label = help?.signatures[help.activeSignature ?? 0]?.label;
      // Of a rule with several tests the condition is one part.
      const joins = takes === "a test" || takes === "a test or end markers";
      expect(label).toMatch(joins ? /CONDITION|\band\b/ : new RegExp(`\\b${word}\\b`));
    });
  },
);

test.each(SPECIAL_WORDS)("%s has a page", (word) => {
  expect(renderPreview(wordPage(word), "plaintext")).not.toBe("");
});
