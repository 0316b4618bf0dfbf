import type { LiteralWord } from "../../syntax/vocabulary.js";
import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly how: LiteralWord;
  readonly text: string;
}

export const asteriskInKeyword = defineEntry({
  name: "asterisk-in-keyword",
  severity: "warning",
  refuses: false,
  message: ({ how, text }: Parameters) =>
    `in a ${how} an asterisk is just an asterisk, so the response must hold ${quoted(text)} exactly like that; to match any text, write exact`,
  page: {
    what: "The text of a keyword (or word) has an asterisk in it. Only exact takes an asterisk for any text; here the response must hold the asterisk itself.",
    why: "The rule never holds, since hardly any system answers with asterisks.",
    wrong:
      'reject keyword "*duplicate*" as Duplicate\nreject otherwise as Other\nexample "A duplicate lead." is reject Other\n',
    right:
      'success exact "sold"\nreject exact "*duplicate*" as Duplicate\nexample "sold" is success\nexample "A duplicate lead." is reject Duplicate\n',
    fix: "Write exact instead of keyword, or leave the asterisks out: a keyword is found anywhere anyway. If the system does send an asterisk, write \\*.",
  },
});
