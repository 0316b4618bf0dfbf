import { defineEntry } from "../catalogue-entry.js";
import { quoted, visible } from "../quoted.js";

export interface Parameters {
  readonly text: string;
  /** An answer that says the opposite and holds the text all the same. */
  readonly body: string;
  /** A test of the field that is meant, as it would be written; null where no example shows one. */
  readonly better: string | null;
  /** Whether fields are asked for with json rather than with xml. */
  readonly isJson: boolean;
}

export const valueOfAnyField = defineEntry({
  name: "value-of-any-field",
  severity: "warning",
  refuses: false,
  message: ({ text, body, better, isJson }: Parameters) =>
    `${quoted(text)} can be anywhere in a response, as in ${visible(body)}; ${
      better === null
        ? `record a response as an example and ask for the field that says it, with ${isJson ? "json" : "xml"}`
        : `write ${better}`
    }`,
  page: {
    what: "A keyword or word is a value that many fields have: true, yes, 1, 0. It is looked for in the whole body, so it is found in fields that have nothing to do with the rule, in dates, prices and ids.",
    why: 'success word "true" holds for {"success":false,"test":true}, and success word "1" for a refusal that was tried 1 time. Such leads count as sold.',
    wrong: 'success word "true"\nexample \'{"success":true,"test":false}\' is success\n',
    right:
      'success json "$.success" exact "true"\nexample \'{"success":true,"test":false}\' is success\nexample \'{"success":false,"test":true}\' is unmapped\n',
    fix: 'Ask for the field that says it: json "$.success" exact "true". If the whole response is nothing but the value, write exact "1".',
  },
});
