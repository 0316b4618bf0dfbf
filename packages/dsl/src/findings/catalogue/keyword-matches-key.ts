import { defineEntry } from "../catalogue-entry.js";
import { quoted, visible } from "../quoted.js";

export interface Parameters {
  readonly keyword: string;
  /** The line of the example that shows it; null where the name is only a usual one. */
  readonly example: string | null;
  /** A body that holds the keyword though it says no, where no example shows it. */
  readonly body: string;
  /** A test of the field's value, as it would be written. */
  readonly better: string | null;
  /** What that test would be in an answer of the usual shape, where no example shows the field. */
  readonly guess: string | null;
}

export const keywordMatchesKey = defineEntry({
  name: "keyword-matches-key",
  severity: "warning",
  refuses: false,
  message: ({ keyword, example, body, better, guess }: Parameters) => {
    const value = better === null ? wayOut(guess) : `write ${better}`;
    return example === null
      ? `${quoted(keyword)} is a name that systems give to a field, and would be found in ${visible(body)}; ${value}`
      : `in the example in ${example} ${quoted(keyword)} is only the name of a field, whatever its value; ${value}`;
  },
  page: {
    what: "The text of a keyword, a word or an exact text between asterisks is found in the name of a field of JSON, XML or a form: an example of the file shows it, or it is a name that many systems give to a flag, such as success, accepted, valid or error.",
    why: 'The name is there whatever the value. keyword "success" holds for {"success":false} as well as for {"success":true}, so rejections count as sales.',
    wrong: 'success keyword "success"\nexample \'{"success":true}\' is success\n',
    right:
      'success json "$.success" exact "true"\nexample \'{"success":true}\' is success\nexample \'{"success":false}\' is unmapped\n',
    fix: 'Ask for the value of the field: json "$.success" exact "true". For a field that is there only if something went wrong, write not json "$.error" empty.',
  },
});

function wayOut(guess: string | null): string {
  if (guess === null) return "ask for the field's value";
  return `ask for its value, for example ${guess} if it is at the top, and record a response as an example`;
}
