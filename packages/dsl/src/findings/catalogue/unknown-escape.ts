import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export const unknownEscape = defineEntry({
  name: "unknown-escape",
  severity: "error",
  refuses: true,
  message: ({ written }: { readonly written: string }) =>
    `${quoted(written)} is no escape; a backslash itself is written \\\\`,
  page: {
    what: "A backslash in a string is followed by something that it has no meaning with.",
    why: "A backslash begins an escape: \\\\ \\\" \\' \\n \\r \\t \\* and \\u{HEX}. A text copied from a log or a Windows path often holds plain backslashes, and a guess at what they mean would look for another text than the one you see.",
    wrong: 'success keyword "C:\\leads\\done"\n',
    right: 'success keyword "C:\\\\leads\\\\done"\nexample "C:\\\\leads\\\\done" is success\n',
    fix: 'Double the backslash, or hold the text in a text block (""" … """), which has no escapes. `responses check --fix` doubles it.',
  },
});
