import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";
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
    case "lone-surrogate":
      return "half of a character (a lone surrogate) is no text; delete it";
    case "not-utf-8":
      return "the file is not UTF-8 from here on; save it as UTF-8";
    case "too-large":
      return `the file is larger than ${problem.megabytes} MB, more than a mapping file can be; split it with include`;
    case "replacement-character":
      return "a text that is looked for cannot hold U+FFFD, the mark of a character that was lost; write what the system really sends";
    case "unknown-word":
      return unknownWord(problem.found, problem.expected, problem.suggestion);
    case "unexpected":
      return unexpected(problem.found, problem.expected, problem.after);
    case "unquoted":
      return `${quoted(problem.found)} must stand in quotes`;
    case "upper-case":
      return `the words of the language are lower case: write ${problem.word}`;
    case "curly-quotes":
      return "curly quotes do not mark a text; use straight quotes, \" or '";
    case "slash-comment":
      return "a comment begins with #";
    case "needless-mark":
      return `${quoted(problem.mark)} is not used here; leave it out`;
    case "needless-word":
      return `${quoted(problem.word)} is not used here; leave it out`;
    case "missing-comma":
      return "a comma is missing between the texts of a list";
    case "trailing-comma":
      return "a comma must be followed by another value; add one or delete the comma";
    case "or-between-tests":
      return "tests are not joined with or; write several texts with commas, or a rule of its own for each";
    case "missing-as":
      return `a label comes after as: write as ${problem.label}`;
    case "label-not-at-end":
      return "the label comes last: first the test, then as and the label";
    case "label-on-next-line":
      return "the label must stand on the same line as the word before it";
    case "label-of-several-words":
      return `a label of several words stands in quotes: "${problem.words}"`;
    case "quoted-number":
      return `a number stands without quotes: ${quoted(problem.number)} is a text`;
    case "unquoted-value":
      return `a capture's value is a text and stands in quotes: "${problem.found}"`;
    case "needs-field":
      return `${problem.word} needs a field before it, for example json "$.price" ${problem.word}`;
    case "not-twice":
      return "not stands once before a test; two of them cancel out";
    case "not-otherwise":
      return "otherwise always holds and takes no not; a rule that never holds can be deleted";
    case "otherwise-and":
      return "otherwise stands alone: it always holds; leave it out or leave the tests out";
    case "not-in-place":
      return `not comes before the whole test: write not ${problem.word} …`;
    case "status-of-field":
      return "status is the response's HTTP status and takes no field; compare a field with exact, above or below";
    case "outcome-first":
      return `an expected verdict begins with success, reject, error or unmapped: write is reject ${quoted(problem.label)}`;
    case "unmapped-label":
      return "unmapped has neither label nor captures to compare; delete what follows it";
    case "empty-rule":
      return `${problem.word} needs a test: for example ${problem.word} status 201, or ${problem.word} keyword "…"`;
  }
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, "0");
}

const WAYS_TO_MATCH = "keyword, word, exact, status, json, xml or split";

/** What can stand there, for the end of a sentence. */
const EXAMPLES: Readonly<Record<Expected, string>> = {
  "a statement": "system, include, success, reject, error, capture or example",
  "a test": WAYS_TO_MATCH,
  "a way to match": "keyword, word, exact, above, below or empty",
  "a text in quotes": 'for example "valid"',
  "a status": "for example 200, 2xx or 200..299",
  "a number": "for example 12.50",
  "a part number": "for example 1, or -1 for the last",
  "a label": "a word, or a text in quotes",
  "a name": "a word, or a text in quotes",
  "a field": 'json "…", xml "…" or split "…" part N',
  from: 'for example capture price from json "$.price"',
  and: 'for example between "id=" and ";"',
  is: 'for example example 200 "OK" is success',
  part: 'for example split "," part 2',
  "a verdict": "success, reject, error or unmapped",
  "the end of the statement": "",
};

function unknownWord(found: string, expected: Expected, suggestion: string | null): string {
  const role = expected === "a statement" ? "does not begin a statement" : `is not ${expected}`;
  const advice = suggestion === null ? `there ${isPlural(expected)} ${EXAMPLES[expected]}` : `did you mean ${suggestion}?`;
  return `${quoted(found)} ${role}; ${advice}`;
}

function isPlural(expected: Expected): string {
  return expected === "a test" || expected === "a statement" || expected === "a way to match" ? "are" : "is";
}

function unexpected(found: string | null, expected: Expected, after: string | null): string {
  if (expected === "the end of the statement") {
    return `${found === null ? "this" : quoted(found)} is too much; the statement was complete before it`;
  }
  const place = after === null ? "here" : `after ${quoted(after)}`;
  const example = EXAMPLES[expected];
  const but = found === null ? "" : `, but ${quoted(found)} stands there`;
  return `${place} ${expected} is missing${but}; ${example}`;
}
