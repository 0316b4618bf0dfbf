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
}

export const keywordMatchesKey = defineEntry({
  name: "keyword-matches-key",
  severity: "warning",
  refuses: false,
  message: ({ keyword, example, body, better }: Parameters) => {
    const value = better === null ? "ask for the field's value with json" : `ask for its value: ${better}`;
    return example === null
      ? `${quoted(keyword)} is a name that systems give to a field, and would be found in ${visible(body)}; ${value}`
      : `in the example in ${example} ${quoted(keyword)} is only the name of a field, whatever its value; ${value}`;
  },
  page: {
    what: "The text of a keyword is found in the name of a JSON field: an example of the file shows it, or it is a name that many systems give to a flag, such as success, accepted, valid or error.",
    why: 'The name is there whatever the value. keyword "success" holds for {"success":false} as well as for {"success":true}, so rejections count as sales.',
    wrong: 'success keyword "success"\nexample \'{"success":true}\' is success\n',
    right:
      'success json "$.success" exact "true"\nexample \'{"success":true}\' is success\nexample \'{"success":false}\' is unmapped\n',
    fix: 'Ask for the value of the field: json "$.success" exact "true". For a field that is there only if something went wrong, write not json "$.error" empty.',
  },
});
