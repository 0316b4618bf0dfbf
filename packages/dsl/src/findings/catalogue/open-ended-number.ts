import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly text: string;
  /** A text that it is also a part of. */
  readonly continued: string;
  /** A test that ends the number, as it would be written; null where none is known. */
  readonly better: string | null;
}

export const openEndedNumber = defineEntry({
  name: "open-ended-number",
  severity: "warning",
  refuses: false,
  message: ({ text, continued, better }: Parameters) =>
    `the number at the end of ${quoted(text)} may go on: ${quoted(continued)} contains it, too; ${
      better === null ? "add the character that ends it" : `write ${better}`
    }`,
  page: {
    what: "A text ends in a digit, and anything may follow it in the response: it is a keyword, or an asterisk follows it.",
    why: 'keyword "Error 60" holds for Error 603 as well, and keyword \'"code":1\' for {"code":12}. Codes get longer as systems grow, so the mistake shows late.',
    wrong: 'reject keyword "Error 60" as Cap\nexample "Error 60: cap reached" is reject Cap\n',
    right:
      'success exact "sold"\nreject word "Error 60" as Cap\nexample "sold" is success\nexample "Error 60: cap reached" is reject Cap\nexample "Error 603: duplicate" is unmapped\n',
    fix: 'Write word, which ends where the number ends; or ask for the field, json "$.code" exact "1"; or add the character that follows the number, such as a comma or a quotation mark. Numbers of six or more digits and years are not reported.',
  },
});
