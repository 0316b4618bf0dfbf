import type { NumberMatchWord, TextMatchWord } from "@responses/dsl";
import type { FieldWord, SpecialWord } from "@responses/dsl/editor";
import { type FormPart, part } from "./form-part.js";

/** What a word of the language means, and a line or two that show it. */
export interface LanguageWord {
  /** The same in so few words that they stand beside it in a list. */
  readonly brief: string;
  readonly sentence: string;
  readonly snippet: string;
}

/** A word that says how to match. */
interface MatchingWord extends LanguageWord {
  /** How it matches, as a part of a sentence on all such words. */
  readonly clause: string;
}

/** A word that names a part of the body. */
interface FieldNamingWord extends LanguageWord {
  /** What is written behind it: words as they are, and parts to fill in. */
  readonly form: readonly [FormPart, ...(string | FormPart)[]];
  /** The text behind it where nothing is known, to be written over, and what it is. */
  readonly placeholder: readonly [blank: string, detail: string];
  /** The shortest that can stand behind it. */
  readonly shortest: string;
}

type Words = Readonly<Record<SpecialWord, LanguageWord>> &
  Readonly<Record<TextMatchWord | NumberMatchWord, MatchingWord>> &
  Readonly<Record<FieldWord, FieldNamingWord>>;

/** The words of the language, for people who meet them for the first time. */
export const LANGUAGE_WORDS: Words = {
  system: {
    brief: "what the system is called",
    sentence: "Names the system whose responses this file reads. Once in a file.",
    snippet: 'system "Acme Insurance"',
  },
  include: {
    brief: "the rules of another file",
    sentence:
      "Puts the rules and captures of another file in this place. The path starts in this file's folder.",
    snippet: 'include "shared/http-errors.responses"',
  },
  success: {
    brief: "a rule: the lead was taken",
    sentence:
      "A rule for responses that mean yes: the lead was taken. Rules are tried from top to bottom, and the first that matches decides.",
    snippet: 'success json "$.outcome" exact "success"',
  },
  reject: {
    brief: "a rule: the lead was refused",
    sentence:
      "A rule for responses that refuse the lead. The label after as is the reason that reports show.",
    snippet: 'reject keyword "duplicate" as Duplicate',
  },
  error: {
    brief: "a rule: something failed",
    sentence:
      "A rule for responses that say nothing about the lead, since something failed: a wrong key, too many requests, a server's error page.",
    snippet: 'error status 429, 5xx as "Server error"',
  },
  capture: {
    brief: "a part to hand back",
    sentence: "Hands back a part of the response, such as a price or an id, with every verdict.",
    snippet: 'capture price from json "$.price"',
  },
  example: {
    brief: "a response and its verdict",
    sentence:
      "A response that the system gave, and the verdict that it must get. Examples are tried after every change.",
    snippet: 'example 200 \'{"outcome":"success"}\' is success',
  },
  otherwise: {
    brief: "every other response",
    sentence:
      "Matches every response, and so takes whatever no rule above has taken. Use it in the last rule.",
    snippet: "reject otherwise as Other",
  },
  as: {
    brief: "the label",
    sentence: "Gives the verdict a label: fixed words, or what a field of the response says.",
    snippet: 'reject status 409 as Duplicate\nreject status 422 as json "$.reason"',
  },
  or: {
    brief: "where the field says nothing",
    sentence: "The label for responses in which the field before it says nothing.",
    snippet: 'reject status 422 as json "$.reason" or "No reason given"',
  },
  and: {
    brief: "another test must hold",
    sentence: "Joins tests: a rule matches only if all of them hold.",
    snippet: 'success status 200 and keyword "sold"',
  },
  not: {
    brief: "the test must not hold",
    sentence: "Reverses the test that follows: it holds exactly when that one does not.",
    snippet: 'success keyword "accepted" and not keyword "not accepted"',
  },
  status: {
    brief: "the HTTP status",
    sentence: "Asks for the HTTP status: one, several, from one to another, or a whole class.",
    snippet: "error status 429, 500..504\nsuccess status 2xx",
  },
  keyword: {
    brief: "a text anywhere",
    sentence:
      "Finds the text anywhere, even inside a longer word, whatever the letter case. Several texts: any of them.",
    snippet: 'reject keyword "duplicate", "already exists" as Duplicate',
    clause: "finds a text anywhere",
  },
  word: {
    brief: "a text as a word of its own",
    sentence:
      "Finds the text where it is not part of a longer word: valid, but not the one in invalid. Letter case does not count.",
    snippet: 'success word "valid"',
    clause: "only as a word of its own",
  },
  exact: {
    brief: "the whole text",
    sentence:
      "The whole body, or the whole field, must be the text; * stands for anything. Letter case and blanks at both ends do not count.",
    snippet: 'success json "$.outcome" exact "success"\nreject exact "ERROR*" as Refused',
    clause: "wants the whole to be the text, with * for anything",
  },
  above: {
    brief: "a greater number",
    sentence: "The field must be a number greater than this one.",
    snippet: 'success json "$.price" above 0',
    clause: "greater than this one",
  },
  below: {
    brief: "a smaller number",
    sentence: "The field must be a number less than this one.",
    snippet: 'reject json "$.bid" below 1.50 as "Bid too low"',
    clause: "less",
  },
  empty: {
    brief: "missing, or nothing in it",
    sentence: "The field is missing, or there is nothing in it. With not: it is there and says something.",
    snippet: 'reject not json "$.error" empty as json "$.error"',
  },
  json: {
    brief: "a field of JSON",
    sentence:
      "A field of a JSON body, by its path: $ is the whole, .name goes into it, [0] is the first of a list.",
    snippet: 'success json "$.result.status" exact "ok"',
    form: [
      part(
        "path",
        "PATH",
        "The way to the field, in quotes: $ is the whole body, .name goes into it, [0] is the first of a list, [*] are all.",
      ),
    ],
    placeholder: ['"$.status"', "a path in quotes"],
    shortest: '"$"',
  },
  xml: {
    brief: "an element of XML",
    sentence: "An element of an XML body by its path, or an attribute with @. // looks at any depth.",
    snippet: 'success xml "//status" exact "Matched"',
    form: [
      part(
        "path",
        "PATH",
        "The way to the element, in quotes: /name goes into it, //name finds it at any depth, @name is an attribute.",
      ),
    ],
    placeholder: ['"//status"', "a path in quotes"],
    shortest: '"/x"',
  },
  form: {
    brief: "a value of a form",
    sentence: "A value of a form, such as status=sold&id=7, by its name. The letter case of the name counts.",
    snippet: 'success form "status" exact "sold"',
    form: [part("name", "KEY", "The name whose value is wanted, in quotes, just as the system writes it.")],
    placeholder: ['"status"', "a name in quotes"],
    shortest: '"x"',
  },
  split: {
    brief: "a part of a line",
    sentence: "Cuts the body at a text and takes one of the parts.",
    snippet: 'success split "|" part 1 exact "OK"',
    form: [
      part("separator", "SEPARATOR", "The text at which the body is cut, in quotes."),
      " ",
      part("part", "part N", "Which of the parts: 1 is the first, -1 the last."),
    ],
    placeholder: ['"|"', "a text in quotes"],
    shortest: '"x" part 1',
  },
  part: {
    brief: "which of the parts",
    sentence: "Which of the parts: 1 is the first, -1 the last.",
    snippet: 'capture id from split "|" part -1',
  },
  from: {
    brief: "where it comes from",
    sentence: "Says which field the captured part comes from.",
    snippet: 'capture price from json "$.price"',
  },
  between: {
    brief: "what is between two texts",
    sentence:
      "Takes what is between two texts in the body: from after the first occurrence of one up to the next occurrence of the other.",
    snippet: 'capture id from between "<id>" and "</id>"\ncapture price from between "price=" and "&", end',
    form: [
      part(
        "start",
        "START",
        "The text directly before the part, in quotes. It is looked for from the beginning of the body.",
      ),
      " and ",
      part(
        "end",
        "END, …|last END",
        "The text directly after the part, in quotes, or several with commas; end is the end of the body. With last before a single text, the part goes on to its last occurrence.",
      ),
    ],
    placeholder: ['"<id>"', "a text in quotes"],
    shortest: '"x" and "y"',
  },
  last: {
    brief: "up to the last one",
    sentence: "The part between two texts goes on to the last occurrence of the second one.",
    snippet: 'success between "callback(" and last ")" json "$.ok" exact "true"',
  },
  end: {
    brief: "the end of the body",
    sentence: "The end of the body: the part goes up to it where none of the other texts follows.",
    snippet: 'capture id from between "id=" and "&", end',
  },
  for: {
    brief: "only for some verdicts",
    sentence: "Says which verdicts get the captured part; without it, every one does.",
    snippet: 'capture price from json "$.price" for success',
  },
  is: {
    brief: "the verdict it must get",
    sentence: "The verdict that the example must get: an outcome, perhaps with its label, or unmapped.",
    snippet: 'example 409 "" is reject Duplicate\nexample 200 "Hello" is unmapped',
  },
  with: {
    brief: "what its captures must be",
    sentence: 'What the example\'s captures must be; "" says that there must be none.',
    snippet: 'example 200 \'{"price":1.5}\' is success with price "1.5"',
  },
  unmapped: {
    brief: "no rule matches",
    sentence:
      "No rule matches the response. It counts as a failure without a reason, so somebody should look at it.",
    snippet: 'example 200 "Something new" is unmapped',
  },
};
