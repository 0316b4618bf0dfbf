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
import { codePointName } from "../../text/unseen-characters.js";
import { defineEntry } from "../catalogue-entry.js";
import { counted, listed } from "../counted.js";
import { quoted, visible } from "../quoted.js";
import type { Expected, SyntaxProblem } from "../syntax-problem.js";

export const syntax = defineEntry({
  name: "syntax",
  severity: "error",
  refuses: true,
  message: (parameters: SyntaxProblem) => sentence(parameters),
  page: {
    what: "The text is not in the language: there is a word, mark or text where nothing of that kind can be.",
    why: "A statement that cannot be read has no meaning, so the mapping is not run until it is fixed. All other statements are still understood.",
    wrong: 'success keywrod "valid lead"\n',
    right: 'success word "lead-accepted"\nexample "lead-accepted" is success\n',
    fix: "Follow the message; it says what was expected. Where only one repair is possible, `responses check --fix` makes it.",
  },
});

function sentence(problem: SyntaxProblem): string {
  switch (problem.problem) {
    case "white-space":
      return `an invisible character (${codePointName(problem.codePoint)}) is where only a plain space can be; replace it with a space`;
    case "invisible":
      return `there is an invisible character (${codePointName(problem.codePoint)}) here; delete it`;
    case "lone-surrogate":
      return "half of a character (a lone surrogate) is no text; delete it";
    case "not-utf-8":
      return "this is not UTF-8; save the file as UTF-8";
    case "utf-16":
      return "the file is UTF-16; save it as UTF-8";
    case "too-large":
      return `the file is larger than ${problem.megabytes} MB, more than a mapping file can be; split it with include`;
    case "too-long":
      return `the statement has more than ${problem.words} words, more than can be read; split it up`;
    case "more":
      return `at least ${counted(problem.count, "more error")} of this file ${problem.count === 1 ? "is" : "are"} not told, from here on; mend those above first`;
    case "replacement-character":
      return "a text to look for cannot hold U+FFFD, which marks a lost character; write what the system really sends";
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
    case "merge-conflict":
      return "this is left of a merge that is not finished: keep one side or parts of both, and delete the lines with <<<<<<<, ======= and >>>>>>>";
    case "bare-response":
      return "a response is written as an example, with its verdict: example '…' is success, or reject, error or unmapped";
    case "unquoted":
      return `${quoted(problem.found)} needs quotes`;
    case "foreign-quotes":
      return `${/[“”„‘’‚‛‟]/.test(problem.mark) ? "curly quotes do" : `${visible(problem.mark)} does`} not mark a text; use straight quotes, " or '`;
    case "unopened-text":
      return `the text is not opened; ${problem.quote} is missing before ${visible(problem.next)}`;
    case "text-ends-early":
      return `the text ends before ${shown(problem.next)}; a text with ${problem.quote} in it goes in ${problem.quote === '"' ? "' … '" : '" … "'}`;
    case "text-with-both-marks":
      return `the text ends before ${shown(problem.next)}; a text with both ' and " in it goes between """ and """, or has \\${problem.quote} for each ${problem.quote} in it${written(problem.literal)}`;
    case "quoted-number":
      return `a number has no quotes: ${quoted(problem.number)} is a text`;
    case "quoted-word":
      return `words of the language have no quotes: write ${problem.word}`;
    case "unclosed-text":
      return `the text is not closed; ${problem.quote} is missing after ${visible(problem.written)}`;
    case "empty-rule":
      return `${problem.word} needs a test: for example ${problem.word} status 201, or ${problem.word} keyword "…"`;
    case "all-other-responses":
      return `the rule for all other responses is written ${problem.outcome ?? "reject"} otherwise, and comes last`;
    case "label-without-test":
      return `${problem.word} needs a test before its label; for all other responses write ${problem.word} otherwise as …`;
    case "bare-field":
      return `a field is written ${problem.field}`;
    case "regular-expression":
      return "there are no regular expressions: keyword looks for a text as it is, and exact compares the whole, where * stands for anything";
    case "headers":
      return "headers are not read, only the status and the body; test one of those, or have the program that passes the response on add the header to the body";
    case "missing-field-text":
      return `${problem.word} needs ${FIELD_TEXTS[problem.word] ?? VOCABULARY[problem.word].needs}`;
    case "untested-field":
      return problem.isBeforeField
        ? `say how the field is tested before ${problem.word}: ${listed(MATCH_WORDS, "or")}; to read the second field inside the first, leave ${problem.word} out`
        : `say how the field is tested before ${problem.word}: ${listed(MATCH_WORDS, "or")}`;
    case "mark-between-fields":
      return 'a field inside another comes right after it, with nothing in between: json "$.d" json "$.status"';
    case "inner-field-first":
      return 'the outer field comes first, and the inner one right after it: json "$.d" json "$.status"';
    case "list-of-fields":
      return `${problem.word} takes one text; to test another field as well, add and with a test of its own, or a rule of its own where either will do`;
    case "field-behind-match":
      return `the field comes before ${problem.word}, and the text after it: json "$.status" ${problem.word} "ok"`;
    case "missing-last-closer":
      return 'last needs a text, whose last occurrence ends the part: between "(" and last ")"; for everything up to the end of the response, write end alone';
    case "missing-closer":
      return 'between needs to know where the part ends: between "id=" and "&", or between "id=" and end for everything that follows';
    case "last-in-list":
      return 'last comes right after and, with one text: between "(" and last ")"';
    case "untested-chain":
      return "two fields side by side are one field, the second read inside the first, and nothing says how it is tested; for two tests, write a way to match after each, and the word and between them";
    case "outcome-first":
      return `a rule begins with its outcome: ${listed(OUTCOMES, "or")}, then the test`;
    case "unmapped-rule":
      return `unmapped is the verdict where no rule holds and needs no rule; a rule begins with ${listed(OUTCOMES, "or")}`;
    case "missing-comma":
      return "a comma is missing between the values of a list";
    case "comma-or-label":
      return "a comma is missing between the two texts, or as, if the second is the label";
    case "trailing-comma":
      return "a comma must be followed by another value; add one or delete the comma";
    case "comma-between-tests":
      return "tests are joined with and; commas only separate the values of a list";
    case "repeated-match-word":
      return `a list has its word only once; leave out the second ${problem.word}`;
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
      return "write not only once; two of them cancel out";
    case "not-otherwise":
      return "otherwise always holds and takes no not; a rule that never holds can be deleted";
    case "otherwise-and":
      return "otherwise is used alone, since it always holds; leave out either it or the tests";
    case "not-in-place":
      return `not comes before the whole test: write not ${problem.word} …`;
    case "not-equal":
      return `${shown(problem.mark)} is not in the language; not comes before the whole test: write not ${problem.word} …`;
    case "spoken":
      return `for ${quoted(problem.found)}, write ${problem.form}${problem.isOpen ? ", where * stands for anything" : ""}`;
    case "bare-value":
      return `say how the field is compared, and put the value in quotes: write exact ${visible(problem.value)}`;
    case "at-least":
      return `${quoted(`${problem.mark} ${problem.number}`)} is written as not ${problem.word}: write not ${problem.field} … ${problem.word} ${visible(problem.number)}`;
    case "range-mark":
      return "a range is written with two points, like 200..299";
    case "range-of-classes":
      return `a range goes from one status to another, like ${problem.range}; ${problem.found} is a range already`;
    case "compared-status":
      return `${quoted(`status ${problem.mark}`)} is not in the language; write a range, like ${problem.range}`;
    case "currency-sign":
      return `a number has no currency sign; ${quoted(problem.sign)} is ignored in the response, too`;
    case "unit":
      return `a number has no unit or currency; leave out ${quoted(problem.unit)}`;
    case "label-not-at-end":
      return "the label comes last: first the test, then as and the label";
    case "label-on-next-line":
      return "the label must be on the same line as the word before it";
    case "label-needs-quotes":
      return /[ \t]/.test(problem.label)
        ? `a label of several words needs quotes: ${quoted(problem.label)}`
        : `a label with characters other than letters, digits, - and _ needs quotes: ${quoted(problem.label)}`;
    case "label-with-quote":
      return `a label with ${problem.quote} in it needs quotes`;
    case "fallback-field":
      return "after or comes a fixed label; a label comes from one field only";
    case "joined-label":
      return "a label is one fixed text or one field and cannot be put together from several; choose one, and capture the others";
    case "joined-capture":
      return "a capture takes one field and cannot be put together from several; write a capture for each, with a name of its own";
    case "converted-capture":
      return 'what is captured is text, as it came ("1,014.00"), and is not changed; make a number of it where it is read, in your report or program';
    case "captured-status":
      return "a capture takes part of the body, and the status is not in it; the program that has the response knows its status, and rules test it with status 200";
    case "fallback-of-fixed-label":
      return 'or follows a label from a field only, as in as json "$.reason" or Rejected';
    case "name-of-several-words":
      return `a name of several words needs quotes: ${quoted(problem.name)}`;
    case "capture-without-name":
      return "the capture's name is missing: write capture NAME from …";
    case "several-captures":
      return "a statement captures one part; write capture NAME from … for each";
    case "for-before-from":
      return 'for and its outcomes come last: capture price from json "$.price" for success';
    case "for-every-verdict":
      return `for takes ${listed(OUTCOMES, "or")}; without it, every verdict has the capture, even unmapped`;
    case "outcome-behind-comma":
      return "an outcome is missing after the comma; it must be on this line, since at the start of a line it begins a rule";
    case "verdict-without-outcome":
      return `an expected verdict begins with ${listed(VERDICT_WORDS, "or")}: write is reject ${quoted(problem.label)}`;
    case "unmapped-label":
      return "unmapped has neither label nor captures to compare; delete what follows it";
    case "unquoted-value":
      return `a capture's value is a text and needs quotes: ${quoted(problem.found)}`;
    case "unquoted-body":
      return 'the body goes in quotes, or between """ and """';
    case "status-line":
      return "an example has only the status and the body of a response: write example 200 '…' is success";
    case "reason-phrase":
      return `the status is just the number, without ${quoted(problem.found)}`;
    case "missing-body":
      return 'the body is missing; an empty one is written ""';
    case "missing-verdict":
      return `the verdict is missing: after the body comes is, then ${listed(VERDICT_WORDS, "or")}`;
    case "named-parts":
      return "an example gives the status and the body without words before them: write example 200 '…' is success";
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
  between: 'the text after which the part begins, in quotes: write for example between "id=" and "&"',
};

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
    return `${found === null ? "this" : shown(found)} is left over; the statement was complete before it`;
  }
  const place = after === null ? "here" : `after ${shown(after)}`;
  const before = found === null ? "" : `, before ${shown(found)}`;
  return `${NOUNS[expected] ?? expected} is missing ${place}${before}; ${ADVICE[expected]}`;
}
