import { seenTextsOf } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { outcomeCountsInWords } from "../../presentation/outcome-counts.js";
import type { Suggestion } from "../items/suggestion.js";
import { lastTestOf } from "../place/statement-so-far.js";
import type { CompletionContext } from "./completion-context.js";

const MOST = 20;

/** Numbers to compare with: 0, and those that the field has in the examples. */
export function limitSuggestions(context: CompletionContext): readonly Suggestion[] {
  const test = lastTestOf(context.soFar("limit"));
  const seen = test?.kind === "number" ? seenTextsOf(test.field, context.bodies) : null;
  const numbers = [...(seen?.all ?? [])].filter(({ text }) => NUMBER.test(text)).slice(0, MOST);
  const found = numbers
    .sort((a, b) => Number(a.text) - Number(b.text))
    .map(({ text, counts }) => numberSuggestion(text, outcomeCountsInWords(counts)));
  return numbers.some(({ text }) => text === "0") ? found : [numberSuggestion("0", "zero"), ...found];
}

/** A number as the language writes it, and not a long one. */
const NUMBER = /^-?\d{1,15}(?:\.\d{1,9})?$/;

function numberSuggestion(code: string, detail: string): Suggestion {
  return { content: { kind: "code", code }, kind: CompletionItemKind.Value, detail, about: null };
}
