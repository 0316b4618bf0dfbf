import {
  FIELD_WORDS,
  type FieldWord,
  MATCH_WORDS,
  OUTCOMES,
  STATEMENT_WORDS,
  TEST_WORDS,
  VERDICT_WORDS,
  VOCABULARY,
} from "../../syntax/vocabulary.js";
import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";
import { quoted, visible } from "../quoted.js";
import type { Expected, SyntaxProblem } from "../syntax-problem.js";

export const syntax = defineEntry({
  name: "syntax",
  severity: "error",
  refuses: true,
  message: (parameters: SyntaxProblem) => sentence(parameters),
  page: {
    what: "The text is not in the language: a word, mark or text stands where none of its kind can stand.",
    why: "A statement that cannot be read has no meaning, so the mapping is not run until it is mended. All other statements are still understood.",
    wrong: 'success keywrod "valid lead"\n',
    right: 'success word "lead-accepted"\nexample "lead-accepted" is success\n',
    fix: "Follow the message; it says what was expected. Where only one repair is possible, `responses check --fix` makes it.",
  },
});

function sentence(problem: SyntaxProblem): string {
  switch (problem.problem) {
    case "white-space":
      return `an invisible character (U+${hex(problem.codePoint)}) stands where only a plain space can; replace it by a space`;
    case "invisible":
      return `an invisible character (U+${hex(problem.codePoint)}) stands here; delete it`;
    case "lone-surrogate":
      return "half of a character (a lone surrogate) is no text; delete it";
    case "not-utf-8":
      return "this is not UTF-8; save the file as UTF-8";
    case "utf-16":
      return "the file is UTF-16; save it as UTF-8";
    case "too-large":
      return `the file is larger than ${problem.megabytes} MB, more than a mapping file can be; split it with include`;
    case "too-long":
      return `the statement has more than ${problem.words} words, more than can be read; make several of it`;
    case "replacement-character":
      return "a text that is looked for cannot hold U+FFFD, the mark of a character that was lost; write what the system really sends";
    case "unknown-word":
      return unknownWord(problem.found, problem.expected, problem.suggestion);
    case "unexpected":
      return unexpected(problem.found, problem.expected, problem.after);
    case "upper-case":
      return `the words of the language are lower case: write ${problem.word}`;
    case "instead":
      return `write ${problem.write === "," ? "a comma" : quoted(problem.write)} instead of ${shown(problem.found)}`;
    case "missing-word":
      return `the word ${quoted(problem.word)} is missing before ${shown(problem.before)}`;
    case "needless":
      return `${shown(problem.found)} is not used here; leave it out`;
    case "comment-mark":
      return "a comment begins with #";
    case "statement-on-line":
      return "each statement begins on a line of its own";
    case "bare-response":
      return "a response is written as an example, with its verdict: example '…' is success, or reject, error or unmapped";
    case "unquoted":
      return `${quoted(problem.found)} must stand in quotes`;
    case "foreign-quotes":
      return `${/[“”„‘’‚‛‟]/.test(problem.mark) ? "curly quotes do" : `${visible(problem.mark)} does`} not mark a text; use straight quotes, " or '`;
    case "unopened-text":
      return `the text is not opened; ${problem.quote} is missing before ${visible(problem.next)}`;
    case "text-ends-early":
      return `the text ends before ${shown(problem.next)}; a text that holds ${problem.quote} stands in ${problem.quote === '"' ? "' … '" : '" … "'}`;
    case "text-with-both-marks":
      return `the text ends before ${shown(problem.next)}; a text that holds ' and " stands between """ and """, or has \\${problem.quote} for each ${problem.quote} in it${written(problem.literal)}`;
    case "quoted-number":
      return `a number stands without quotes: ${quoted(problem.number)} is a text`;
    case "quoted-word":
      return `a word of the language stands without quotes: write ${problem.word}`;
    case "unclosed-text":
      return `the text is not closed; ${problem.quote} is missing behind ${visible(problem.written)}`;
    case "empty-rule":
      return `${problem.word} needs a test: for example ${problem.word} status 201, or ${problem.word} keyword "…"`;
    case "all-other-responses":
      return `the rule for all other responses is written ${problem.outcome ?? "reject"} otherwise, and stands last`;
    case "label-without-test":
      return `${problem.word} needs a test before its label; for all other responses write ${problem.word} otherwise as …`;
    case "bare-field":
      return `a field is written ${problem.field}`;
    case "regular-expression":
      return "there are no regular expressions: keyword looks for a text as it is, and exact compares the whole, where * stands for anything";
    case "headers":
      return "headers are not read, only the status and the body; test one of these, or have the program that passes the response on add the header to the body";
    case "missing-field-text":
      return `${problem.word} needs ${FIELD_TEXTS[problem.word] ?? VOCABULARY[problem.word].needs}`;
    case "untested-field":
      return problem.isBeforeField
        ? `how the field is tested is missing before ${problem.word}: ${listed(MATCH_WORDS, "or")}; to read the second field in what the first picks, leave ${problem.word} out`
        : `how the field is tested is missing before ${problem.word}: ${listed(MATCH_WORDS, "or")}`;
    case "mark-between-fields":
      return 'a field that is read in what another picks stands directly behind it, with nothing between: json "$.d" json "$.status"';
    case "inner-field-first":
      return 'the outer field comes first, and the one that is read in it directly behind: json "$.d" json "$.status"';
    case "list-of-fields":
      return `${problem.word} takes one text; to ask another field too, write a test of its own behind and, or a rule of its own where either will do`;
    case "field-behind-match":
      return `the field comes before ${problem.word}, and the text behind: json "$.status" ${problem.word} "ok"`;
    case "missing-last-closer":
      return 'last needs the text at whose last place the part ends: between "(" and last ")"; for all up to the end of the response write end alone';
    case "missing-closer":
      return 'between needs something at which the part ends: between "id=" and "&", or between "id=" and end for all that follows';
    case "last-in-list":
      return 'last stands directly behind and, with one text: between "(" and last ")"';
    case "untested-chain":
      return "two fields side by side are one, the second read in what the first picks, and how it is tested is missing; for two tests write a way to match behind each, and the word and between them";
    case "outcome-first":
      return `a rule begins with its outcome: ${listed(OUTCOMES, "or")}, then the test`;
    case "unmapped-rule":
      return `unmapped is the verdict where no rule holds and needs no rule; a rule begins with ${listed(OUTCOMES, "or")}`;
    case "missing-comma":
      return "a comma is missing between the values of a list";
    case "comma-or-label":
      return "between two texts a comma is missing, or as where the second is the label";
    case "trailing-comma":
      return "a comma must be followed by another value; add one or delete the comma";
    case "comma-between-tests":
      return "tests are joined with and; a comma stands only between the values of a list";
    case "repeated-match-word":
      return `the values of a list stand alone; leave out the second ${problem.word}`;
    case "or-in-list":
      return "tests are not joined with or; a list of values has commas between them";
    case "or-between-tests":
      return "tests are not joined with or; write a rule of its own for each";
    case "grouped-tests":
      return "brackets do not group tests; join tests with and, and write a rule of its own for each alternative";
    case "needs-field":
      return `${problem.word} needs a field before it, for example json "$.price" ${problem.word}`;
    case "status-of-field":
      return "status is the response's HTTP status and takes no field; compare a field with exact, above or below";
    case "not-twice":
      return "not stands once before a test; two of them cancel out";
    case "not-otherwise":
      return "otherwise always holds and takes no not; a rule that never holds can be deleted";
    case "otherwise-and":
      return "otherwise stands alone: it always holds; leave it out or leave the tests out";
    case "not-in-place":
      return `not comes before the whole test: write not ${problem.word} …`;
    case "not-equal":
      return `${shown(problem.mark)} is not in the language; not comes before the whole test: write not ${problem.word} …`;
    case "spoken":
      return `for ${quoted(problem.found)}, write ${problem.form}${problem.isOpen ? ", where * stands for anything" : ""}`;
    case "bare-value":
      return `how the field is compared comes before the value, and the value is a text: write exact ${visible(problem.value)}`;
    case "at-least":
      return `${quoted(`${problem.mark} ${problem.number}`)} is written as not ${problem.word}: write not ${problem.field} … ${problem.word} ${visible(problem.number)}`;
    case "range-mark":
      return "a range is written with two points, like 200..299";
    case "range-of-classes":
      return `a range goes from one status to another, like ${problem.range}; ${problem.found} is a range already`;
    case "compared-status":
      return `${quoted(`status ${problem.mark}`)} is not in the language; write a range, like ${problem.range}`;
    case "currency-sign":
      return `a number stands without a currency sign; ${quoted(problem.sign)} is ignored in the response, too`;
    case "unit":
      return `a number stands alone, without a unit or currency; leave out ${quoted(problem.unit)}`;
    case "label-not-at-end":
      return "the label comes last: first the test, then as and the label";
    case "label-on-next-line":
      return "the label must stand on the same line as the word before it";
    case "label-needs-quotes":
      return /[ \t]/.test(problem.label)
        ? `a label of several words stands in quotes: ${quoted(problem.label)}`
        : `a label with other signs than letters, digits, - and _ stands in quotes: ${quoted(problem.label)}`;
    case "label-with-quote":
      return `a label with ${problem.quote} in it stands in quotes`;
    case "fallback-field":
      return "after or stands a fixed label; a label comes from one field only";
    case "joined-label":
      return "a label is one fixed text or comes from one field, and is not put together of several; choose one, and capture the others";
    case "joined-capture":
      return "a capture takes one field, and is not put together of several; write a capture for each";
    case "captured-status":
      return "a capture takes a part of the body, and the status is none; whoever has the response has its status, and rules ask for it with status 200";
    case "fallback-of-fixed-label":
      return 'or follows a label from a field only, as in as json "$.reason" or Rejected';
    case "name-of-several-words":
      return `a name of several words stands in quotes: ${quoted(problem.name)}`;
    case "capture-without-name":
      return "the capture's name is missing: write capture NAME from …";
    case "several-captures":
      return "a statement captures one part; write capture NAME from … for each";
    case "for-before-from":
      return 'what a capture is for stands at its end: capture price from json "$.price" for success';
    case "for-every-verdict":
      return `behind for stand ${listed(OUTCOMES, "or")}; without for every verdict has the capture, unmapped too`;
    case "outcome-behind-comma":
      return "after the comma an outcome is missing; it must stand on this line, since at the beginning of a line it begins a rule";
    case "verdict-without-outcome":
      return `an expected verdict begins with ${listed(VERDICT_WORDS, "or")}: write is reject ${quoted(problem.label)}`;
    case "unmapped-label":
      return "unmapped has neither label nor captures to compare; delete what follows it";
    case "unquoted-value":
      return `a capture's value is a text and stands in quotes: ${quoted(problem.found)}`;
    case "unquoted-body":
      return 'the body stands in quotes, or between """ and """';
    case "status-line":
      return "of an answer an example has the status and the body: write example 200 '…' is success";
    case "reason-phrase":
      return `the status is its number alone, without ${quoted(problem.found)}`;
    case "missing-body":
      return 'the body is missing; one without anything in it is written ""';
    case "missing-verdict":
      return `the verdict is missing: after the body stands is, then ${listed(VERDICT_WORDS, "or")}`;
    case "named-parts":
      return "in an example the status and the body stand without a word before them: write example 200 '…' is success";
    case "status-after-body":
      return 'the status comes before the body, as in example 200 "OK" is success';
    case "name-after-status":
      return "an example's name comes before its status";
    case "include-of-several":
      return "each file is included by a statement of its own";
  }
}

/** What stands behind the word of a field, where the vocabulary's own words for it leave something open. */
const FIELD_TEXTS: Readonly<Partial<Record<FieldWord, string>>> = {
  json: 'the path of the field, in quotes: write for example json "$.status"',
  xml: 'the path of the field, in quotes: write for example xml "//status"',
  form: 'the name whose value is wanted, in quotes: write for example form "status"',
  split: 'the text between the parts, in quotes: write for example split "|" part 2',
  between: 'the text behind which the part begins, in quotes: write for example between "id=" and "&"',
};

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, "0");
}

/** A piece of the file in a sentence; a text brings its own quotation marks. */
function shown(written: string): string {
  return /^["'].+["']$/s.test(written) && written.length <= 60 ? visible(written) : quoted(written);
}

/** How a text is written right, where that is short enough for a sentence. */
function written(literal: string | null): string {
  return literal === null || literal.length > LONGEST_WRITTEN ? "" : `: ${visible(literal)}`;
}

const LONGEST_WRITTEN = 60;

const NOUNS: Readonly<Partial<Record<Expected, string>>> = {
  "a test": "a way to match",
  from: 'the word "from"',
  and: 'the word "and"',
  is: 'the word "is"',
  with: 'the word "with"',
  "a body": "the body",
  "a system": "the system's name",
  "a path": "the file's path",
  "a closer": "a text at which the part ends",
  part: 'the word "part"',
};

/** What can stand there, as the end of a sentence. */
const ADVICE: Readonly<Record<Expected, string>> = {
  "a statement": `there are ${listed(STATEMENT_WORDS, "and")}; a comment begins with #`,
  "a test": `there are ${listed(TEST_WORDS, "and")}`,
  "a way to match": `there are ${listed(MATCH_WORDS, "and")}`,
  "a text in quotes": 'write for example "valid"',
  "a body": "as in example 200 'OK' is success",
  "a system": 'as in system "Acme Insurance"',
  "a path": 'as in include "common.responses"',
  "a status": "write for example 200, 2xx or 200..299",
  "a number": "write for example 12.50",
  "a part number": "write for example 1, or -1 for the last",
  "a label": "write a word, or a text in quotes",
  "a name": "write a word, or a text in quotes",
  "a field": `there are ${listed(FIELD_WORDS.map(fieldForm), "and")}`,
  "a closer": 'write for example "&", or end',
  "an outcome": `there are ${listed(OUTCOMES, "and")}`,
  from: 'as in capture price from json "$.price"',
  and: 'as in between "id=" and ";"',
  is: 'as in example 200 "OK" is success',
  with: 'as in is success with price "12.50"',
  part: 'as in split "," part 2',
  "a verdict": `there are ${listed(VERDICT_WORDS, "and")}`,
  "the end of the statement": "",
};

/** How a part of the body is written that begins with the word. */
function fieldForm(word: (typeof FIELD_WORDS)[number]): string {
  return `${word} ${VOCABULARY[word].behind}`;
}

function unknownWord(found: string, expected: Expected, suggestion: string | null): string {
  const role =
    expected === "a statement" ? "does not begin a statement" : `is not ${NOUNS[expected] ?? expected}`;
  const advice = suggestion === null ? ADVICE[expected] : `did you mean ${suggestion}?`;
  return `${shown(found)} ${role}; ${advice}`;
}

function unexpected(found: string | null, expected: Expected, after: string | null): string {
  if (expected === "the end of the statement") {
    return `${found === null ? "this" : shown(found)} is too much; the statement was complete before it`;
  }
  const place = after === null ? "here" : `after ${shown(after)}`;
  const but = found === null ? "" : `, but ${shown(found)} stands there`;
  return `${place} ${NOUNS[expected] ?? expected} is missing${but}; ${ADVICE[expected]}`;
}
