import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

/** What the keyword is a part of. */
export type KeywordHolder =
  | { readonly kind: "opposite"; readonly text: string }
  /** The text of another rule: where that is, and its verdict as it would be written. */
  | {
      readonly kind: "rule";
      readonly text: string;
      readonly place: string;
      readonly verdict: string;
    };

/** What would not be found there: the keyword as a word, or a test as it would be written. */
export type BetterTest =
  | { readonly kind: "word" }
  | { readonly kind: "test"; readonly written: string }
  | { readonly kind: "unknown" };

export interface Parameters {
  readonly keyword: string;
  readonly holder: KeywordHolder;
  readonly better: BetterTest;
}

export const keywordInsideWord = defineEntry({
  name: "keyword-inside-word",
  severity: "warning",
  refuses: false,
  message: ({ keyword, holder, better }: Parameters) =>
    `${quoted(keyword)} is also part of ${quoted(holder.text)}, which ${whatItSays(holder)}; ${advice(keyword, holder, better)}`,
  page: {
    what: "The text of a keyword is also part of a word or phrase that says the opposite (valid in invalid, sold in unsold, accepted in not accepted), or of a text that another rule looks for to give another verdict.",
    why: 'A keyword is found anywhere, even inside other words. With keyword "valid" as the success rule, every answer that says invalid counts as a sale.',
    wrong: 'success keyword "valid"\nexample \'{"code":0,"response":"valid"}\' is success\n',
    right:
      'success json "$.response" exact "valid"\nexample \'{"code":0,"response":"valid"}\' is success\nexample \'{"code":1,"response":"invalid"}\' is unmapped\n',
    fix: 'Ask for the field that holds the answer, with exact. In plain text, write word instead of keyword: it is not found inside a longer word; against a phrase such as not accepted it does not help, but and not keyword "not accepted" does. Of two reasons, put the particular one above the general one.',
  },
});

function whatItSays(holder: KeywordHolder): string {
  switch (holder.kind) {
    case "opposite":
      return "says the opposite";
    case "rule":
      return `the rule in ${holder.place} takes as ${holder.verdict}`;
  }
}

function advice(keyword: string, holder: KeywordHolder, better: BetterTest): string {
  switch (better.kind) {
    case "word":
      return `word ${quoted(keyword)} would not be found there`;
    case "test":
      return `${better.written} would not hold there`;
    case "unknown":
      return otherWayOut(holder);
  }
}

function otherWayOut(holder: KeywordHolder): string {
  if (holder.kind === "opposite")
    return "ask for the field that says it, or exclude that text with and not keyword";
  return "put that rule above this one, or exclude that text with and not keyword";
}
