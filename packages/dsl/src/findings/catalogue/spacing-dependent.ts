import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  /** What the text is a piece of. */
  readonly kind: "json" | "markup";
  readonly text: string;
  /** A test that does not depend on white space, as it would be written; null where none is known. */
  readonly better: string | null;
}

export const spacingDependent = defineEntry({
  name: "spacing-dependent",
  severity: "warning",
  refuses: false,
  message: ({ kind, text, better }: Parameters) => {
    const word = kind === "json" ? "json" : "xml";
    const format = kind === "json" ? "JSON" : "XML";
    return `${quoted(text)} is found only if the ${format} is written with just these spaces; ${
      better === null ? `ask for the field with ${word}` : `write ${better}`
    }`;
  },
  page: {
    what: 'A text holds a piece of JSON, such as "code":1 or {"state". JSON allows white space between its parts, and the text is found only if the response has just the same. Likewise two tags of XML side by side, such as </name><status>: line ends and spaces may come between them.',
    why: 'keyword \'"code":1\' does not hold for {"code": 1}. Systems change their spacing without notice, when they change a library; from then on the rule never holds.',
    wrong:
      'success keyword \'"state":"sold"\'\nexample \'{"state":"sold"}\' is success\nexample \'{"state": "sold"}\' is unmapped\n',
    right:
      'success json "$.state" exact "sold"\nexample \'{"state":"sold"}\' is success\nexample \'{"state": "sold"}\' is success\n',
    fix: 'Ask for the field: json "$.state" exact "sold", xml "//status" exact "sold". Two elements in one text are two tests with and. Where the response is not quite JSON, so that fields cannot be read, put an asterisk wherever white space may stand: exact \'*"state"*:*"sold"*\'.',
  },
});
