/** What a person was about to write where the text left the grammar. */
export type Expected =
  | "a statement"
  | "a test"
  | "a way to match"
  | "a text in quotes"
  | "a status"
  | "a number"
  | "a part number"
  | "a label"
  | "a name"
  | "a field"
  | "from"
  | "and"
  | "is"
  | "part"
  | "a verdict"
  | "the end of the statement";

/** The ways in which a text is not in the language; `found` is null at the statement's end. */
export type SyntaxProblem =
  | { readonly problem: "white-space"; readonly codePoint: number }
  | { readonly problem: "lone-surrogate" }
  | { readonly problem: "not-utf-8" }
  | { readonly problem: "too-large"; readonly megabytes: number }
  | { readonly problem: "replacement-character" }
  | {
      readonly problem: "unknown-word";
      readonly found: string;
      readonly expected: Expected;
      readonly suggestion: string | null;
    }
  | {
      readonly problem: "unexpected";
      readonly found: string | null;
      readonly expected: Expected;
      readonly after: string | null;
    }
  | { readonly problem: "unquoted"; readonly found: string }
  | { readonly problem: "upper-case"; readonly found: string; readonly word: string }
  | { readonly problem: "curly-quotes" }
  | { readonly problem: "slash-comment" }
  | { readonly problem: "needless-mark"; readonly mark: string }
  | { readonly problem: "needless-word"; readonly word: string }
  | { readonly problem: "missing-comma" }
  | { readonly problem: "trailing-comma" }
  | { readonly problem: "or-between-tests" }
  | { readonly problem: "missing-as"; readonly label: string }
  | { readonly problem: "label-not-at-end" }
  | { readonly problem: "label-on-next-line" }
  | { readonly problem: "label-of-several-words"; readonly words: string }
  | { readonly problem: "quoted-number"; readonly number: string }
  | { readonly problem: "unquoted-value"; readonly found: string }
  | { readonly problem: "needs-field"; readonly word: string }
  | { readonly problem: "not-twice" }
  | { readonly problem: "not-otherwise" }
  | { readonly problem: "otherwise-and" }
  | { readonly problem: "not-in-place"; readonly word: string }
  | { readonly problem: "status-of-field" }
  | { readonly problem: "outcome-first"; readonly label: string }
  | { readonly problem: "unmapped-label" }
  | { readonly problem: "empty-rule"; readonly word: string };
