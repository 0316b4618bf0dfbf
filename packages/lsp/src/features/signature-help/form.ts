import { type FieldWord, NUMBER_MATCH_WORDS, OUTCOMES, TEXT_MATCH_WORDS } from "@responses/dsl/editor";
import { type FormPart, part } from "../presentation/form-part.js";
import { LANGUAGE_WORDS } from "../presentation/language-words.js";

/** How a statement or a test is written: words as they are, and parts to fill in. */
export type Form = readonly (string | FormPart)[];

const TEXTS = "One text in quotes, or several with commas between them: any of them will do.";

const MATCH = part(
  "match",
  TEXT_MATCH_WORDS.join("|"),
  `${TEXT_MATCH_WORDS.map((word) => `${word} ${LANGUAGE_WORDS[word].clause}`).join(", ")}.`,
);
const MATCHED = part("text", "TEXT, …", TEXTS);
const COMPARE = part(
  "match",
  NUMBER_MATCH_WORDS.join("|"),
  `The field must be a number ${NUMBER_MATCH_WORDS.map((word) => LANGUAGE_WORDS[word].clause).join(", or ")}.`,
);
const LIMIT = part("limit", "NUMBER", "A number, such as 0 or 12.50.");
const EMPTY = part(
  "match",
  "empty",
  "The field is missing, or there is nothing in it. With not before the field: it says something.",
);

function fieldForm(word: FieldWord): Form {
  return [`${word} `, ...LANGUAGE_WORDS[word].form];
}

export const STATUS_TEST: Form = [
  "status ",
  part(
    "status",
    "STATUS, …",
    "A status such as 201, a range such as 200..204, or a class such as 5xx; several with commas: any of them will do.",
  ),
];

export const BODY_TEST: Form = [MATCH, " ", MATCHED];

/** The ways to test a field: its text, its number, or whether it says anything. */
export function fieldTests(word: FieldWord): readonly [text: Form, number: Form, empty: Form] {
  const field = fieldForm(word);
  return [
    [...field, " ", MATCH, " ", MATCHED],
    [...field, " ", COMPARE, " ", LIMIT],
    [...field, " ", EMPTY],
  ];
}

/** A rule as a whole. */
export function ruleForm(outcome: string): Form {
  return [
    `${outcome} `,
    part(
      "condition",
      "CONDITION",
      "What must hold: tests with and between them, or otherwise for everything that no rule above takes.",
    ),
    " ",
    part(
      "rule label",
      "[as LABEL]",
      "The name that reports show. For another test write and first, for another text or status a comma.",
    ),
  ];
}

export const FIXED_LABEL: Form = [
  "as ",
  part("label", "LABEL", "The name that reports show: one word, or several in quotes, on this line."),
];

/** A label that a field says. */
export function fieldLabel(word: FieldWord): Form {
  return [
    "as ",
    ...fieldForm(word),
    " ",
    part("fallback", "[or LABEL]", "The label for responses in which the field says nothing."),
  ];
}

const CAPTURE_NAME = part("name", "NAME", "What the captured part is called, such as price.");

const CAPTURE_OUTCOMES = part(
  "outcomes",
  `[for ${OUTCOMES.join("|")}, …]`,
  "The verdicts that have the captured part, several with commas; without for every verdict has it.",
);

/** A capture of a field. */
export function fieldCapture(word: FieldWord): Form {
  return ["capture ", CAPTURE_NAME, " from ", ...fieldForm(word), " ", CAPTURE_OUTCOMES];
}

export const EXAMPLE: Form = [
  "example ",
  part("name", "[NAME]", "What the example is called; it can be left out."),
  " ",
  part("status", "[STATUS]", "The HTTP status of the response, such as 200; it can be left out."),
  " ",
  part("body", "BODY", 'The text of the response, in quotes: \'…\' for JSON, """…""" for several lines.'),
  " is ",
  part(
    "verdict",
    "VERDICT",
    "What the response must get: success, reject or error, perhaps with a label, or unmapped.",
  ),
];

export const VERDICT: Form = [
  "is ",
  part(
    "verdict",
    OUTCOMES.join("|"),
    "What the response must get. Where no rule matches it, that is unmapped.",
  ),
  " ",
  part("label", "[LABEL]", "The label that it must get; without one any will do."),
  " ",
  part(
    "captures",
    "[with NAME VALUE, …]",
    'What its captures must be, each value in quotes; "" says that there must be none.',
  ),
];

export const UNMAPPED: Form = ["is ", part("verdict", "unmapped", "No rule may match the response.")];

export const SYSTEM: Form = [
  "system ",
  part("name", "NAME", "The name of the system whose responses this file reads, in quotes."),
];

export const INCLUDE: Form = [
  "include ",
  part(
    "path",
    "PATH",
    "The way to the other file from this file's folder, in quotes. Its rules stand in this place.",
  ),
];
