import {
  areWordsAt,
  FIELD_WORD_BEFORE,
  type FieldTextRole,
  type FieldWord,
  isFieldTextRole,
  OUTCOMES,
  type PartRole,
} from "@responses/dsl/editor";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import type { Suggestion } from "../items/suggestion.js";
import { expectedRoles, expectedWords, isCaptureSource } from "../place/expected.js";
import {
  capturedFieldSuggestions,
  captureNameSuggestions,
  expectedNameSuggestions,
  expectedValueSuggestions,
} from "./capture-suggestions.js";
import type { CompletionContext } from "./completion-context.js";
import { bodySuggestions } from "./example-suggestions.js";
import { includeSuggestions } from "./include-suggestions.js";
import {
  fallbackSuggestions,
  ruleLabelSuggestions,
  verdictLabelSuggestions,
  verdictSuggestions,
  verdictWordSuggestion,
} from "./label-suggestions.js";
import { limitSuggestions } from "./limit-suggestions.js";
import { endMarkerSuggestions, startMarkerSuggestions } from "./marker-suggestions.js";
import { formNameSuggestions, jsonPathSuggestions, xmlPathSuggestions } from "./path-suggestions.js";
import { placeholderFor } from "./placeholder-suggestions.js";
import { partSuggestions, separatorSuggestions } from "./split-suggestions.js";
import { statementSuggestions } from "./statement-suggestions.js";
import { exampleStatusSuggestions, rangeEndSuggestions, statusSuggestions } from "./status-suggestions.js";
import { systemSuggestions } from "./system-suggestions.js";
import { testedFieldSuggestions } from "./tested-field-suggestions.js";
import { textSuggestions } from "./text-suggestions.js";
import { wordSuggestion, wordSuggestions } from "./word-suggestions.js";

/**
 * Everything that can be written in a place, the most useful first. `all` are the files that can be included; they are
 * looked at only where a path is wanted.
 */
export function suggestionsIn(
  context: CompletionContext,
  all: readonly MappingDocument[],
): readonly Suggestion[] {
  const { expectations, canBegin, canEnd } = context.place;
  const going = [...partsIn(context, all), ...wordsIn(context)];
  const beginning = canBegin ? statementSuggestions(context) : [];
  return canEnd || expectations.length === 0 ? [...beginning, ...going] : [...going, ...beginning];
}

function partsIn(context: CompletionContext, all: readonly MappingDocument[]): readonly Suggestion[] {
  const roles = expectedRoles(context.place);
  if (roles.includes("example body")) {
    // Behind one text `is` can stand: then that was the body, and not the example's name.
    const hasBody = expectedWords(context.place).includes("is");
    return hasBody ? [] : exampleSuggestions(context, roles.includes("example name"));
  }
  return roles.flatMap((role) => {
    const found = isFieldTextRole(role)
      ? (BEHIND_FIELD_WORDS[FIELD_WORD_BEFORE[role]]?.(context) ?? [])
      : suggestionsFor(role, context, all);
    return found.length > 0 ? found : placeholderFor(role, context);
  });
}

/** Directly behind `example` a status is likely; behind a status the body is. */
function exampleSuggestions(context: CompletionContext, isFirst: boolean): readonly Suggestion[] {
  const bodies = bodySuggestions(context);
  if (!isFirst) return bodies;
  const { seen, others } = exampleStatusSuggestions(context);
  return [...seen, ...bodies, ...others];
}

/** The words, and what belongs to them: behind from a field, behind is a verdict with its label. */
function wordsIn(context: CompletionContext): readonly Suggestion[] {
  const words = expectedWords(context.place);
  if (words.length === 0) return [];
  const suggestions = wordSuggestions(context, words);
  if (isCaptureSource(context.place)) return [...suggestions, ...capturedFieldSuggestions(context)];
  if (areWordsAt("test", words)) return [...suggestions, ...testedFieldSuggestions(context)];
  if (!areWordsAt("verdict", words)) return suggestions;
  return [...OUTCOMES.map(verdictWordSuggestion), wordSuggestion("unmapped"), ...verdictSuggestions(context)];
}

/** What completes the text behind the word of a field. Of a kind that is not here nothing is known but its placeholder. */
const BEHIND_FIELD_WORDS: Readonly<Partial<Record<FieldWord, Source>>> = {
  json: jsonPathSuggestions,
  xml: xmlPathSuggestions,
  form: formNameSuggestions,
  split: separatorSuggestions,
  between: startMarkerSuggestions,
};

type Source = (context: CompletionContext) => readonly Suggestion[];

function suggestionsFor(
  role: Exclude<PartRole, FieldTextRole>,
  context: CompletionContext,
  all: readonly MappingDocument[],
): readonly Suggestion[] {
  switch (role) {
    case "system name":
      return systemSuggestions(context);
    case "include path":
      return includeSuggestions(context, all);
    case "status":
      return statusSuggestions(context);
    case "range end":
      return rangeEndSuggestions(context);
    case "part":
      return partSuggestions(context);
    case "searched text":
      return textSuggestions(context);
    case "limit":
      return limitSuggestions(context);
    case "label":
      return ruleLabelSuggestions(context);
    case "fallback label":
      return fallbackSuggestions(context);
    case "capture name":
      return captureNameSuggestions(context);
    case "end marker":
      return endMarkerSuggestions(context);
    case "example name":
    case "example status":
    case "example body":
      // All are offered together, and what an example is called nobody knows but its author.
      return [];
    case "verdict label":
      return verdictLabelSuggestions(context);
    case "expected name":
      return expectedNameSuggestions(context);
    case "expected value":
      return expectedValueSuggestions(context);
  }
}
