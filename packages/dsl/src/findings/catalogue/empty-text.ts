import { isSearchWord, type SearchWord } from "../../syntax/vocabulary.js";
import { defineEntry } from "../catalogue-entry.js";

/** What the empty text was to be. */
export type EmptyRole =
  | SearchWord
  | "start marker"
  | "closer"
  | "form name"
  | "separator"
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
    what: "A text that is looked for or at which a body is cut, or a label or name, is empty; or an exact text on the body is made of asterisks alone.",
    why: "An empty keyword is in every body, so the rule would take every response. An empty text between which a part should stand is everywhere, too. A label without letters says nothing in a report.",
    wrong: 'reject keyword "" as Rejected\n',
    right:
      'success word "sold"\nreject otherwise as Rejected\nexample "sold" is success\nexample "no" is reject Rejected\n',
    fix: 'Write the text. A rule that is meant for every response says otherwise; one for the empty body says exact ""; a part that goes on to the end of the response ends at the word end.',
  },
});

function sentence(role: EmptyRole): string {
  if (isSearchWord(role)) {
    return `an empty ${role} would be in every body; write the text to look for, or otherwise for every response`;
  }
  switch (role) {
    case "start marker":
      return "between needs a text to begin behind";
    case "closer":
      return "a part between two texts needs one at which it ends; for the end of the response write end, without quotes";
    case "form name":
      return 'form needs the name whose value is wanted, for example form "status"';
    case "separator":
      return "split needs a text to cut at";
    case "label":
      return "a label needs at least one character";
    case "name":
      return "a name needs at least one character";
    case "system":
      return "the system's name is empty";
    case "include":
      return "include needs the path of a file";
    case "asterisks-only":
      return "this is every body, whatever it says; write otherwise";
  }
}
