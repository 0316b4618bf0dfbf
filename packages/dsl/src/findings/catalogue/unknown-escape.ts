import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface UnknownEscape {
  /** The first of them in the text. */
  readonly written: string;
  /** Whether the text is JSON as it is typed, so that this is told once for all its backslashes. */
  readonly isJson: boolean;
}

export const unknownEscape = defineEntry({
  name: "unknown-escape",
  severity: "error",
  refuses: true,
  message: ({ written, isJson }: UnknownEscape) =>
    isJson
      ? `this body is JSON that was put in quotes as it is, and ${quoted(written)} is no escape here; double all its backslashes, or make it a text block, which keeps them`
      : `${quoted(written)} is no escape; a backslash itself is written \\\\`,
  page: {
    what: "A backslash in a string is followed by a character with which it means nothing. Where the text is the JSON of a recorded response, put in quotes as it is, that is said once for the whole text.",
    why: "A backslash begins an escape: \\\\ \\\" \\' \\n \\r \\t \\* and \\u{HEX}. A text copied from a log or a Windows path often holds plain backslashes, and a guess at what they mean would look for another text than the one you see.",
    wrong: 'success keyword "C:\\leads\\done"\n',
    right: 'success keyword "C:\\\\leads\\\\done"\nexample "C:\\\\leads\\\\done" is success\n',
    fix: 'Double the backslash, in recorded JSON all of them, or hold the text in a text block (""" … """), which has no escapes. `responses check --fix` doubles it.',
  },
});
