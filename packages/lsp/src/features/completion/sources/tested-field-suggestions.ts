import { CompletionItemKind } from "vscode-languageserver";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";
import { aboutField } from "./field-suggestion.js";
import { usefulFields } from "./path-suggestions.js";

const MOST = 20;

/** Fields by which a response can be told: `json "$.result"`. */
export function testedFieldSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { bodies, outcome } = context;
  return usefulFields(context, { kind: "test", outcome })
    .slice(0, MOST)
    .map(({ field, written }) => {
      const texts = field.texts.first(3).map(({ text }) => text);
      return {
        content: { kind: "word", word: written, follows: "more" },
        kind: CompletionItemKind.Field,
        detail: texts.join(" · "),
        about: () => aboutField(field, bodies),
      };
    });
}
