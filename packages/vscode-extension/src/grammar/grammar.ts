import { NUMBER_MATCH_WORDS, OUTCOMES, STATEMENT_WORDS, VOCABULARY, wordsAt } from "@responses/dsl/editor";
import { comment, comments } from "./comments.js";
import { fields } from "./fields.js";
import { BEFORE_STRING, BLANKS, oneOf, STATEMENT_START, STRING, WORD, WORD_END } from "./fragments.js";
import type { Rule } from "./rule.js";
import { bodies, escapes, plainTexts, textsWithWildcards } from "./texts.js";
import { CAPTURE_WORDS, LABEL_WORDS, LOGICAL_WORDS, OTHER_MATCH_WORDS, PATTERN_WORDS } from "./words.js";

/*
 * The TextMate grammar. As in the language, the statement is the unit: a line whose first word is a statement word ends
 * whatever stood before it, and the words of the language are coloured only inside the statements that know them.
 *
 * One thing a grammar of this kind cannot see: a text block that is never closed runs to the file's end.
 */

const STATEMENT_WORD = "keyword.control";
const CONNECTIVE = "storage.modifier.responses";
const NAME = "variable.other.capture.responses";

/** A string that is a name or a label. It stays a string for the editor, which closes no quotes inside one. */
function namedString(name: string) {
  return { name: `string.quoted.name.responses ${name}`, patterns: escapes };
}

const LABEL = "entity.name.type.label.responses";

const numbers: readonly Rule[] = [
  { name: "constant.numeric.class.responses", match: oneOf("[0-9]xx") },
  { name: "constant.numeric.responses", match: oneOf("[0-9]+") },
  { name: "punctuation.range.responses", match: String.raw`\.\.` },
];

const comma: Rule = { name: "punctuation.separator.responses", match: "," };

/** `as` with its label, on one line; `as` before a field stands alone, and so does one whose label is not there yet. */
const labels: readonly Rule[] = [
  {
    match: `${oneOf(...wordsAt("behind a condition"))}(?=${BLANKS}(?:${wordsAt("label field").join("|")})${WORD_END}${BEFORE_STRING})`,
    captures: { 1: { name: CONNECTIVE } },
  },
  {
    match: `${oneOf(...LABEL_WORDS)}${BLANKS}(?:(${WORD})|(${STRING}))`,
    captures: { 1: { name: CONNECTIVE }, 2: { name: LABEL }, 3: namedString(LABEL) },
  },
  { name: CONNECTIVE, match: oneOf(...LABEL_WORDS) },
];

/** `exact` and its list, which may go on over lines. */
const patternMatch: Rule = {
  begin: oneOf(...PATTERN_WORDS),
  beginCaptures: { 1: { name: "support.function.match.responses" } },
  end: String.raw`(?=[^\s,"'#])|${STATEMENT_START}`,
  patterns: [comment, ...textsWithWildcards, comma],
};

const tests: readonly Rule[] = [
  patternMatch,
  {
    match: String.raw`${oneOf(...NUMBER_MATCH_WORDS)}${BLANKS}(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)?`,
    captures: { 1: { name: "support.function.match.responses" }, 2: { name: "constant.numeric.responses" } },
  },
  { name: "support.function.match.responses", match: oneOf(...OTHER_MATCH_WORDS) },
  { name: "storage.modifier.logical.responses", match: oneOf(...LOGICAL_WORDS) },
  ...fields,
  ...numbers,
];

/** The verdict behind `is`: `is error` is one, though `error` begins statements elsewhere. */
const verdict: Rule = {
  begin: oneOf("is"),
  beginCaptures: { 1: { name: CONNECTIVE } },
  end: STATEMENT_START,
  patterns: [
    ...comments,
    { name: "constant.language.verdict.responses", match: oneOf("unmapped") },
    {
      // "with" begins a list of captures; before another one it is a label.
      match: `${oneOf(...OUTCOMES)}${BLANKS}(?:(?!with${WORD_END}(?!${BLANKS}with${WORD_END}))(${WORD})|(${STRING}))?`,
      captures: {
        1: { name: "constant.language.verdict.responses" },
        2: { name: LABEL },
        3: namedString(LABEL),
      },
    },
    { name: CONNECTIVE, match: oneOf("with") },
    { name: NAME, match: `${WORD}${BEFORE_STRING}` },
    { match: `(${STRING})${BEFORE_STRING}`, captures: { 1: namedString(NAME) } },
    ...plainTexts,
    comma,
  ],
};

/** What stands behind the first word of a rule, and on the page of a verdict, too. */
export const ruleParts: readonly Rule[] = [...labels, ...tests, ...plainTexts, comma];

const statements: readonly Rule[] = [
  statement(
    STATEMENT_WORDS.filter((word) => VOCABULARY[word].takes === "a text"),
    "",
    plainTexts,
  ),
  ...OUTCOMES.map((outcome) => statement([outcome], `.${outcome}`, ruleParts)),
  {
    ...statement(["capture"], "", [
      ...fields,
      { name: CONNECTIVE, match: oneOf(...CAPTURE_WORDS) },
      { name: "constant.language.verdict.responses", match: oneOf(...OUTCOMES) },
      ...plainTexts,
      comma,
    ]),
    begin: `^[ \\t]*${oneOf("capture")}${BLANKS}(?:(${WORD})|(${STRING}))?`,
    beginCaptures: { 1: { name: `${STATEMENT_WORD}.responses` }, 2: { name: NAME }, 3: namedString(NAME) },
  },
  statement(["example"], "", [
    {
      // A name. Digits directly before the body are the status.
      match: String.raw`\G${BLANKS}(?:(?!\d+${WORD_END}(?!${BLANKS}\d))(${WORD})|(${STRING})(?=${BLANKS}[\d"']))`,
      captures: {
        1: { name: "entity.name.function.example.responses" },
        2: namedString("entity.name.function.example.responses"),
      },
    },
    verdict,
    ...numbers,
    ...bodies,
  ]),
];

/** A statement that begins with one of these words and goes on until the next one. */
function statement(words: readonly string[], suffix: string, patterns: readonly Rule[]): Rule {
  return {
    begin: `^[ \\t]*${oneOf(...words)}`,
    beginCaptures: { 1: { name: `${STATEMENT_WORD}${suffix}.responses` } },
    end: STATEMENT_START,
    patterns: [...comments, ...patterns],
  };
}

/** What the editor reads as syntaxes/responses.tmLanguage.json. */
export const grammar = {
  name: "Responses",
  scopeName: "source.responses",
  fileTypes: ["responses"],
  patterns: [...comments, ...statements],
};
