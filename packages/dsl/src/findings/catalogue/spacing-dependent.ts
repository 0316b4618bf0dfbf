import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

interface Common {
  readonly text: string;
  /** A test that does not depend on white space, as it would be written; null where none is known. */
  readonly better: string | null;
}

/** What the text is a piece of. */
export type Parameters =
  | (Common & { readonly kind: "markup" })
  /** JSON: the examples are that, or there are none. */
  | (Common & {
      readonly kind: "json";
      /** What the test would be in an answer of the usual shape, where there is no example. */
      readonly guess: string | null;
    })
  /** It looks like JSON, and no example is that as a whole; `inside` is the field that picks JSON which stands in one. */
  | (Common & { readonly kind: "like-json"; readonly inside: string | null });

export const spacingDependent = defineEntry({
  name: "spacing-dependent",
  severity: "warning",
  refuses: false,
  message: (parameters: Parameters) =>
    `${quoted(parameters.text)} is found only if the ${FORMATS[parameters.kind]} is written with just these spaces; ${wayOut(parameters)}`,
  page: {
    what: 'A text holds a piece of JSON, such as "code":1 or {"state". JSON allows white space between its parts, and the text is found only if the response has just the same. Likewise two tags of XML side by side, such as </name><status>: line ends and spaces may come between them.',
    why: 'keyword \'"code":1\' does not hold for {"code": 1}. Systems change their spacing without notice, when they change a library; from then on the rule never holds.',
    wrong:
      'success keyword \'"state":"sold"\'\nexample \'{"state":"sold"}\' is success\nexample \'{"state": "sold"}\' is unmapped\n',
    right:
      'success json "$.state" exact "sold"\nexample \'{"state":"sold"}\' is success\nexample \'{"state": "sold"}\' is success\n',
    fix: 'Ask for the field: json "$.state" exact "sold". Where JSON is inside or after other text, cut it out first: between "(" and last ")" json "$.state" exact "sold". In XML ask with xml "//status" exact "sold". Two members or elements in one text are two tests with and.',
  },
});

const FORMATS: Readonly<Record<Parameters["kind"], string>> = {
  markup: "XML",
  json: "JSON",
  "like-json": "response",
};

function wayOut(parameters: Parameters): string {
  if (parameters.better !== null) return `write ${parameters.better}`;
  switch (parameters.kind) {
    case "markup":
      return "ask for the field with xml";
    case "json":
      return parameters.guess === null
        ? "ask for the field with json"
        : `ask for the field, for example ${parameters.guess} if it is at the top, and record a response as an example`;
    case "like-json":
      if (parameters.inside !== null)
        return `in the examples JSON is inside other text: write ${parameters.inside} and then the field, with json`;
      return "no example is JSON that can be read: cut the value out with between, or look for less of the text";
  }
}
