import { FIELD_WORDS, type PartRole, VOCABULARY } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { LANGUAGE_WORDS } from "../../presentation/language-words.js";
import type { Suggestion } from "../items/suggestion.js";

/** What is offered where nothing is known: something of the right form, to be written over. */
export function placeholderFor(role: PartRole): readonly Suggestion[] {
  const form = FORMS[role];
  if (form === undefined) return [];
  const [blank, detail] = form;
  return [
    {
      content: { kind: "template", template: [{ blank }] },
      kind: CompletionItemKind.Snippet,
      detail,
      about: null,
    },
  ];
}

const FORMS: Readonly<Partial<Record<PartRole, readonly [blank: string, detail: string]>>> = {
  ...Object.fromEntries(FIELD_WORDS.map((word) => [VOCABULARY[word].text, LANGUAGE_WORDS[word].placeholder])),
  "system name": ['"Acme Insurance"', "a name in quotes"],
  "include path": ['"shared.responses"', "a path in quotes"],
  "searched text": ['"text"', "a text in quotes"],
  "end marker": ['"</id>"', "a text in quotes"],
  "expected name": ["price", "the name of a capture"],
};
