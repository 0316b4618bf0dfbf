import type { FieldWord } from "../syntax/vocabulary.js";

/** What a person was about to write where the text left the grammar. */
export type Expected =
  | "a statement"
  /** A test, where it may be on the body, on a field or on the status. */
  | "a test"
  /** How a field that was named before is tested. */
  | "a way to match"
  | "a text in quotes"
  /** An example's body. */
  | "a body"
  /** A system's name in quotes. */
  | "a system"
  /** An included file's path in quotes. */
  | "a path"
  | "a status"
  | "a number"
  | "a part number"
  | "a label"
  | "a name"
  | "a field"
  /** What ends a part between two texts. */
  | "a closer"
  /** Of the verdicts that a capture is for. */
  | "an outcome"
  | "from"
  | "and"
  | "is"
  | "with"
  | "part"
  | "a verdict"
  | "the end of the statement";

/** The ways in which a text is not in the language. Texts of the user are as written, quotation marks included. */
export type SyntaxProblem =
  | CharacterProblem
  | WordProblem
  | TextProblem
  | TestProblem
  | LabelProblem
  | OtherProblem;

/** About the file's characters. */
type CharacterProblem =
  | { readonly problem: "white-space"; readonly codePoint: number }
  | { readonly problem: "invisible"; readonly codePoint: number }
  | { readonly problem: "lone-surrogate" }
  | { readonly problem: "not-utf-8" }
  | { readonly problem: "utf-16" }
  | { readonly problem: "too-large"; readonly megabytes: number }
  | { readonly problem: "too-long"; readonly words: number }
  /** Of thousands of findings the rest, from the place of the first of them on: how many there are at least. */
  | { readonly problem: "more"; readonly count: number }
  | { readonly problem: "replacement-character" };

/** About a word or mark that stands in a place of another. */
type WordProblem =
  | {
      readonly problem: "unknown-word";
      readonly found: string;
      readonly expected: Expected;
      readonly suggestion: string | null;
    }
  | {
      readonly problem: "unexpected";
      /** Null at the statement's end. */
      readonly found: string | null;
      readonly expected: Expected;
      readonly after: string | null;
    }
  | { readonly problem: "upper-case"; readonly word: string }
  | { readonly problem: "instead"; readonly found: string; readonly write: string }
  | { readonly problem: "missing-word"; readonly word: string; readonly before: string }
  | { readonly problem: "needless"; readonly found: string }
  | { readonly problem: "comment-mark" }
  | { readonly problem: "statement-on-line" }
  | { readonly problem: "merge-conflict" }
  | { readonly problem: "bare-response" };

/** About quotation marks. */
type TextProblem =
  | { readonly problem: "unquoted"; readonly found: string }
  | { readonly problem: "foreign-quotes"; readonly mark: string }
  /** The text has its closing mark, and none before it. */
  | { readonly problem: "unopened-text"; readonly quote: string; readonly next: string }
  | { readonly problem: "text-ends-early"; readonly quote: string; readonly next: string }
  /** The same of a text that holds the other marks, too; `literal` is how it is written right, null if that is not known. */
  | {
      readonly problem: "text-with-both-marks";
      readonly quote: string;
      readonly next: string;
      readonly literal: string | null;
    }
  | { readonly problem: "quoted-number"; readonly number: string }
  | { readonly problem: "quoted-word"; readonly word: string }
  /** The text goes on to the mark that was to open the next one; `written` is where it should have ended. */
  | { readonly problem: "unclosed-text"; readonly quote: string; readonly written: string };

/** About the tests of a rule. */
type TestProblem =
  | { readonly problem: "empty-rule"; readonly word: string }
  /** Null where no outcome is near. */
  | { readonly problem: "all-other-responses"; readonly outcome: string | null }
  | { readonly problem: "label-without-test"; readonly word: string }
  /** `field` is how it is written: `json "$.result"`. */
  | { readonly problem: "bare-field"; readonly field: string }
  | { readonly problem: "regular-expression" }
  | { readonly problem: "headers" }
  /** Behind the word of a field. */
  | { readonly problem: "missing-field-text"; readonly word: FieldWord }
  /** How the field before the word is tested; another field may follow, to be read in it or to be tested too. */
  | { readonly problem: "untested-field"; readonly word: "and" | "as"; readonly isBeforeField: boolean }
  | { readonly problem: "mark-between-fields" }
  | { readonly problem: "inner-field-first" }
  | { readonly problem: "list-of-fields"; readonly word: "json" | "xml" | "form" }
  | { readonly problem: "field-behind-match"; readonly word: string }
  | { readonly problem: "missing-last-closer" }
  | { readonly problem: "missing-closer" }
  | { readonly problem: "last-in-list" }
  | { readonly problem: "untested-chain" }
  | { readonly problem: "outcome-first" }
  | { readonly problem: "unmapped-rule" }
  | { readonly problem: "missing-comma" }
  | { readonly problem: "comma-or-label" }
  | { readonly problem: "trailing-comma" }
  | { readonly problem: "comma-between-tests" }
  | { readonly problem: "repeated-match-word"; readonly word: string }
  | { readonly problem: "or-in-list" }
  | { readonly problem: "or-between-tests" }
  | { readonly problem: "grouped-tests" }
  | { readonly problem: "needs-field"; readonly word: string }
  | { readonly problem: "status-of-field" }
  | { readonly problem: "not-twice" }
  | { readonly problem: "not-otherwise" }
  | { readonly problem: "otherwise-and" }
  | { readonly problem: "not-in-place"; readonly word: string }
  | { readonly problem: "not-equal"; readonly mark: string; readonly word: string }
  /** A test as people say it; `form` is how it is written. */
  | { readonly problem: "spoken"; readonly found: string; readonly form: string; readonly isOpen: boolean }
  /** Behind a field: the way to match is missing; `value` is written as a text. */
  | { readonly problem: "bare-value"; readonly value: string }
  | {
      readonly problem: "at-least";
      readonly mark: string;
      readonly number: string;
      readonly field: string;
      readonly word: string;
    }
  | { readonly problem: "range-mark" }
  | { readonly problem: "range-of-classes"; readonly found: string; readonly range: string }
  | { readonly problem: "compared-status"; readonly mark: string; readonly range: string }
  | { readonly problem: "currency-sign"; readonly sign: string }
  | { readonly problem: "unit"; readonly unit: string };

/** About labels and names. */
type LabelProblem =
  | { readonly problem: "label-not-at-end" }
  | { readonly problem: "label-on-next-line" }
  | { readonly problem: "label-needs-quotes"; readonly label: string }
  | { readonly problem: "label-with-quote"; readonly quote: string }
  | { readonly problem: "fallback-field" }
  /** Of several fields, or a text and a field. */
  | { readonly problem: "joined-label" }
  | { readonly problem: "joined-capture" }
  | { readonly problem: "converted-capture" }
  | { readonly problem: "captured-status" }
  | { readonly problem: "fallback-of-fixed-label" }
  | { readonly problem: "name-of-several-words"; readonly name: string }
  | { readonly problem: "capture-without-name" }
  | { readonly problem: "several-captures" }
  | { readonly problem: "for-before-from" }
  | { readonly problem: "for-every-verdict" }
  | { readonly problem: "outcome-behind-comma" };

/** About examples and includes. */
type OtherProblem =
  | { readonly problem: "verdict-without-outcome"; readonly label: string }
  | { readonly problem: "unmapped-label" }
  | { readonly problem: "unquoted-value"; readonly found: string }
  | { readonly problem: "unquoted-body" }
  /** The first line of an HTTP answer, or what stands in it behind the status. */
  | { readonly problem: "status-line" }
  | { readonly problem: "reason-phrase"; readonly found: string }
  | { readonly problem: "missing-body" }
  | { readonly problem: "missing-verdict" }
  /** Status and body of an example with their names before them. */
  | { readonly problem: "named-parts" }
  | { readonly problem: "status-after-body" }
  | { readonly problem: "name-after-status" }
  | { readonly problem: "include-of-several" };
