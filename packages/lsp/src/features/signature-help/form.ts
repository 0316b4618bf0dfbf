/** A part of a form that somebody writes, and a sentence on it. */
export interface FormPart {
  readonly name: string;
  readonly shown: string;
  readonly says: string;
}

/** How a statement or a test is written: words as they are, and parts to fill in. */
export type Form = readonly (string | FormPart)[];

function part(name: string, shown: string, says: string): FormPart {
  return { name, shown, says };
}

const TEXTS = "One text in quotes, or several with commas between them: any of them will do.";

const MATCH = part(
  "match",
  "keyword|word|exact",
  "keyword finds a text anywhere, word only as a word of its own, exact wants the whole to be the text, with * for anything.",
);
const MATCHED = part("text", "TEXT, …", TEXTS);
const COMPARE = part("match", "above|below", "The field must be a number greater than this one, or less.");
const LIMIT = part("limit", "NUMBER", "A number, such as 0 or 12.50.");
const EMPTY = part(
  "match",
  "empty",
  "The field is missing, or there is nothing in it. With not before the field: it says something.",
);

const JSON_PATH = part(
  "path",
  "PATH",
  "The way to the field, in quotes: $ is the whole body, .name goes into it, [0] is the first of a list, [*] are all.",
);
const XML_PATH = part(
  "path",
  "PATH",
  "The way to the element, in quotes: /name goes into it, //name finds it at any depth, @name is an attribute.",
);
const SEPARATOR = part("separator", "SEPARATOR", "The text at which the body is cut, in quotes.");
const PART = part("part", "part N", "Which of the parts: 1 is the first, -1 the last.");

const JSON_FIELD = ["json ", JSON_PATH] as const;
const XML_FIELD = ["xml ", XML_PATH] as const;
const SPLIT_FIELD = ["split ", SEPARATOR, " ", PART] as const;

const FIELDS = { json: JSON_FIELD, xml: XML_FIELD, split: SPLIT_FIELD } as const;

export type FieldKind = keyof typeof FIELDS;

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
export function fieldTests(kind: FieldKind): readonly [text: Form, number: Form, empty: Form] {
  const field = FIELDS[kind];
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
export function fieldLabel(kind: FieldKind): Form {
  return [
    "as ",
    ...FIELDS[kind],
    " ",
    part("fallback", "[or LABEL]", "The label for responses in which the field says nothing."),
  ];
}

const CAPTURE_NAME = part("name", "NAME", "What the captured part is called, such as price.");

/** A capture of a field. */
export function fieldCapture(kind: FieldKind): Form {
  return ["capture ", CAPTURE_NAME, " from ", ...FIELDS[kind]];
}

export const BETWEEN_CAPTURE: Form = [
  "capture ",
  CAPTURE_NAME,
  " from between ",
  part(
    "start",
    "START",
    "The text directly before the part, in quotes. It is looked for from the beginning of the body.",
  ),
  " and ",
  part("end", "END", "The text directly behind the part, in quotes."),
];

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
    "success|reject|error",
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
