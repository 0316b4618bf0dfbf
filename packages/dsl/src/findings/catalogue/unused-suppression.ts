import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export type UnusedSuppression =
  | { readonly problem: "nothing-to-suppress"; readonly name: string }
  | { readonly problem: "cannot-be-suppressed"; readonly name: string }
  | { readonly problem: "twice"; readonly name: string }
  | { readonly problem: "unknown-name"; readonly name: string; readonly suggestion: string | null }
  | { readonly problem: "no-name" | "no-reason" | "spelling" | "place" };

export const unusedSuppression = defineEntry({
  name: "unused-suppression",
  severity: "warning",
  refuses: false,
  tag: "unnecessary",
  message: (parameters: UnusedSuppression) => sentence(parameters),
  page: {
    what: "A comment meant to silence a finding silences nothing: there is no such finding in the statement below it, the finding cannot be silenced, or the comment is not written exactly right.",
    why: "A leftover suppression would hide a new problem later. One with a typo does not work, though it looks as if it did.",
    wrong:
      '# responses-ignore keyword-inside-word: the system never says "invalid"\nsuccess status 201\nexample 201 "" is success\n',
    right: '# The answer to a posted lead.\nsuccess status 201\nexample 201 "" is success\n',
    fix: "Delete the comment, or write it as # responses-ignore NAME: the reason, on a line of its own among those directly above the statement.",
  },
});

function sentence(parameters: UnusedSuppression): string {
  switch (parameters.problem) {
    case "nothing-to-suppress":
      return `there is no ${parameters.name} in this statement; delete the comment`;
    case "cannot-be-suppressed":
      return `${parameters.name} cannot be silenced; fix what it reports`;
    case "twice":
      return `${parameters.name} is already silenced by another comment of this statement; delete this one`;
    case "unknown-name":
      return parameters.suggestion === null
        ? `${quoted(parameters.name)} is not the name of a finding`
        : `${quoted(parameters.name)} is not the name of a finding; did you mean ${parameters.suggestion}?`;
    case "no-name":
      return "the finding's name is missing: write # responses-ignore NAME: the reason";
    case "no-reason":
      return "the reason is missing: write # responses-ignore NAME: the reason";
    case "place":
      return "a suppression only works on a line of its own among the comment lines directly above a statement";
    case "spelling":
      return "this is nearly a suppression, but not quite: write # responses-ignore NAME: the reason";
  }
}
