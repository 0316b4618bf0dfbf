import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  /** What the text is a piece of. */
  readonly kind: "json" | "markup";
  readonly text: string;
  /** A test that does not depend on white space, as it would be written; null where none is known. */
  readonly better: string | null;
  /** What that test would be in an answer of the usual shape, where there is no example. */
  readonly guess: string | null;
  /** Whether the examples are JSON, or there are none; else the text is a piece of something like it. */
  readonly isJson: boolean;
}

export const spacingDependent = defineEntry({
  name: "spacing-dependent",
  severity: "warning",
  refuses: false,
  message: ({ kind, text, better, guess, isJson }: Parameters) =>
    `${quoted(text)} is found only if the ${formatOf(kind, isJson)} is written with just these spaces; ${wayOut(kind, better, guess, isJson)}`,
  page: {
    what: 'A text holds a piece of JSON, such as "code":1 or {"state". JSON allows white space between its parts, and the text is found only if the response has just the same. Likewise two tags of XML side by side, such as </name><status>: line ends and spaces may come between them.',
    why: 'keyword \'"code":1\' does not hold for {"code": 1}. Systems change their spacing without notice, when they change a library; from then on the rule never holds.',
    wrong:
      'success keyword \'"state":"sold"\'\nexample \'{"state":"sold"}\' is success\nexample \'{"state": "sold"}\' is unmapped\n',
    right:
      'success json "$.state" exact "sold"\nexample \'{"state":"sold"}\' is success\nexample \'{"state": "sold"}\' is success\n',
    fix: 'Ask for the field: json "$.state" exact "sold". Where JSON stands inside or behind other text, cut it out first: between "(" and last ")" json "$.state" exact "sold". In XML ask with xml "//status" exact "sold". Two members or elements in one text are two tests with and.',
  },
});

function formatOf(kind: Parameters["kind"], isJson: boolean): string {
  if (kind === "markup") return "XML";
  return isJson ? "JSON" : "response";
}

function wayOut(
  kind: Parameters["kind"],
  better: string | null,
  guess: string | null,
  isJson: boolean,
): string {
  if (better !== null) return `write ${better}`;
  if (guess !== null)
    return `ask for the field, for example ${guess} if it stands at the top, and record a response as an example`;
  if (kind === "markup") return "ask for the field with xml";
  return isJson
    ? "ask for the field with json"
    : "no example is JSON that can be read: cut the value out with between, or look for less of the text";
}
