import { defineEntry } from "../catalogue-entry.js";

export interface Parameters {
  /** `lines` is a string that goes on below its line and is closed there. */
  readonly kind: "string" | "block" | "lines";
  /** The mark that is missing. */
  readonly quote: string;
  /** How the text begins. */
  readonly opening: string;
}

export const unterminatedString = defineEntry({
  name: "unterminated-string",
  severity: "error",
  refuses: true,
  message: ({ kind, quote }: Parameters) => {
    switch (kind) {
      case "string":
        return `the text is not closed; ${quote} is missing at its end`;
      case "block":
        return `the text block is not closed; ${quote} is missing after it`;
      case "lines":
        return `a text in ${quote} ends on its line; one of several lines goes between """ and """`;
    }
  },
  page: {
    what: "A text begins with a quotation mark, or a text block with three, and none closes it.",
    why: "A string ends on the line where it begins. Without its closing mark, nobody can tell where the text ends and the statement continues.",
    wrong: 'success keyword "accepted\n',
    right: 'success exact "lead accepted"\nexample "lead accepted" is success\n',
    fix: 'Close the text. One that holds the mark itself is written in the other marks (\'say "yes"\'), with a backslash before it, or as a text block (""" … """).',
  },
});
