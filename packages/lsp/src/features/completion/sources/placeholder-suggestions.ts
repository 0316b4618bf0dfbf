import { FIELD_WORDS, isFieldTextRole, type PartRole, VOCABULARY } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { LANGUAGE_WORDS } from "../../presentation/language-words.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";
import { unreadInBrief } from "./unread-note.js";

/** What is offered where nothing is known: something of the right form, to be written over. */
export function placeholderFor(role: PartRole, context: CompletionContext): readonly Suggestion[] {
  const form = FORMS[role];
  if (form === undefined) return [];
  const [blank, said] = form;
  const unread = isTextRole(role) ? unreadInBrief(context.bodies) : null;
  if (unread !== null && context.place.written.kind === "string") return [noteInQuotes(unread)];
  const detail = unread === null ? said : `${said}; ${unread}`;
  return [
    {
      content: { kind: "template", template: [{ blank }] },
      kind: CompletionItemKind.Snippet,
      detail,
      about: null,
    },
  ];
}

/** Between quotes nothing can stand for what is not known: it is only said why. It writes nothing. */
function noteInQuotes(unread: string): Suggestion {
  return {
    content: { kind: "text", pieces: [""] },
    kind: CompletionItemKind.Text,
    label: "(nothing to suggest)",
    detail: unread,
    about: null,
  };
}

/** Whether bodies of examples tell what can stand there. */
function isTextRole(role: PartRole): boolean {
  return role === "searched text" || role === "end marker" || isFieldTextRole(role);
}

const FORMS: Readonly<Partial<Record<PartRole, readonly [blank: string, detail: string]>>> = {
  ...Object.fromEntries(FIELD_WORDS.map((word) => [VOCABULARY[word].text, LANGUAGE_WORDS[word].placeholder])),
  "system name": ['"Acme Insurance"', "a name in quotes"],
  "include path": ['"shared.responses"', "a path in quotes"],
  "searched text": ['"text"', "a text in quotes"],
  "end marker": ['"</id>"', "a text in quotes"],
  "expected name": ["price", "the name of a capture"],
};
