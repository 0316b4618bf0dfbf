import {
  FIELD_WORD_BEFORE,
  type FieldTextRole,
  isFieldTextRole,
  isSearchWord,
  type SearchWord,
  VOCABULARY,
} from "../../syntax/vocabulary.js";
import { defineEntry } from "../catalogue-entry.js";

/** What the empty text was to be. */
export type EmptyRole =
  | SearchWord
  | FieldTextRole
  | "closer"
  | "label"
  | "name"
  | "system"
  | "include"
  | "asterisks-only";

export const emptyText = defineEntry({
  name: "empty-text",
  severity: "error",
  refuses: true,
  message: ({ role }: { readonly role: EmptyRole }) => sentence(role),
  page: {
    what: "A text to look for or to cut the body at is empty, or a label or name is; or an exact text on the body is nothing but asterisks.",
    why: "An empty keyword is in every body, so the rule would take every response. An empty marker of between, or an empty separator, is everywhere, too. A label without letters says nothing in a report.",
    wrong: 'reject keyword "" as Rejected\n',
    right:
      'success exact "sold"\nreject otherwise as Rejected\nexample "sold" is success\nexample "no" is reject Rejected\n',
    fix: 'Write the text. A rule that is meant for every response says otherwise; one for the empty body says exact ""; a part that goes on to the end of the response ends at the word end.',
  },
});

function sentence(role: EmptyRole): string {
  if (isSearchWord(role)) {
    return `an empty ${role} would be in every body; write the text to look for, or otherwise for every response`;
  }
  if (isFieldTextRole(role)) {
    const word = FIELD_WORD_BEFORE[role];
    return `${word} needs ${VOCABULARY[word].needs}`;
  }
  switch (role) {
    case "closer":
      return "a part between two texts needs one at which it ends; for the end of the response write end, without quotes";
    case "label":
      return "a label needs at least one character";
    case "name":
      return "a name needs at least one character";
    case "system":
      return "the system's name is empty";
    case "include":
      return "include needs the path of a file";
    case "asterisks-only":
      return "this matches every body; write otherwise";
  }
}
