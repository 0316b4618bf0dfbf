import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly label: string;
  /** The spelling that is used elsewhere, and where. */
  readonly other: string;
  readonly place: string;
}

export const labelSpelling = defineEntry({
  name: "label-spelling",
  severity: "warning",
  refuses: false,
  message: ({ label, other, place }: Parameters) =>
    `the label ${quoted(label)} is ${quoted(other)} in ${place}; reports count them as two`,
  page: {
    what: "Two labels differ only in letter case, spaces or punctuation.",
    why: "Labels are compared exactly. No Demand and No demand are two lines in a report, each with a part of the rejections.",
    wrong:
      'reject keyword "cap reached" as "Cap reached"\nreject keyword "over cap" as cap-reached\nexample "cap reached" is reject "Cap reached"\nexample "over cap" is reject cap-reached\n',
    right:
      'success exact "sold"\nreject keyword "cap reached", "over cap" as "Cap reached"\nexample "sold" is success\nexample "cap reached" is reject "Cap reached"\nexample "over cap" is reject "Cap reached"\n',
    fix: "Write the label everywhere in the same way; examples that state it, too. Two rules for one label can be one rule with a list of texts.",
  },
});
