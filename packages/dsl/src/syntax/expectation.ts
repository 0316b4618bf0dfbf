import type { TokenType } from "chevrotain";
import type { Step } from "./grammar-walk.js";
import { Comma, DotDot, special } from "./tokens.js";
import { SPECIAL_WORDS, type SpecialWord, type TextRole, VOCABULARY } from "./vocabulary.js";

/** What a person writes in a place, apart from the words of the language. */
export type PartRole =
  | TextRole
  | "status"
  /** The last status of a range. */
  | "range end"
  | "part"
  /** The number behind above or below. */
  | "limit"
  | "label"
  /** The label behind or. */
  | "fallback label"
  | "capture name"
  | "example name"
  | "example status"
  | "example body"
  /** The label of an example's verdict. */
  | "verdict label"
  /** The name of a capture behind with, and what it must be. */
  | "expected name"
  | "expected value";

/** Something that the grammar allows in a place. */
export type Expectation =
  | { readonly kind: "word"; readonly word: SpecialWord }
  | { readonly kind: "part"; readonly role: PartRole }
  | { readonly kind: "mark"; readonly mark: "," | ".." };

/** What the steps of the grammar ask for, each once; `before` is the token that stands before the place. */
export function expectationsOf(steps: readonly Step[], before: string | null): readonly Expectation[] {
  const found = new Map<string, Expectation>();
  for (const step of steps) {
    const expectation = expectationOf(step, before);
    if (expectation !== null) found.set(Object.values(expectation).join(" "), expectation);
  }
  return [...found.values()];
}

const wordsByType: ReadonlyMap<TokenType, SpecialWord> = new Map(
  SPECIAL_WORDS.map((word) => [special[word], word]),
);

function expectationOf(step: Step, before: string | null): Expectation | null {
  const word = wordsByType.get(step.type);
  if (word !== undefined) return { kind: "word", word };
  if (step.type === Comma) return { kind: "mark", mark: "," };
  if (step.type === DotDot) return { kind: "mark", mark: ".." };
  const role = roleOf(step, before);
  return role === null ? null : { kind: "part", role };
}

function roleOf({ rules: [rule, around = ""] }: Step, before: string | null): PartRole | null {
  switch (rule) {
    case "text":
      return ROLES_OF_TEXTS.get(around) ?? ROLES_BEHIND_WORDS.get(before ?? "") ?? null;
    case "statusRange":
      return before === ".." ? "range end" : "status";
    case "numberMatch":
      return "limit";
    case "partNumber":
      return "part";
    case "labelName":
      return before === "or" ? "fallback label" : "label";
    case "name":
      return ROLES_OF_NAMES.get(around) ?? null;
    case "example":
      return "example status";
    default:
      return null;
  }
}

/** Texts that do not stand behind a word, or in a list, by the rule in which they stand. */
const ROLES_OF_TEXTS: ReadonlyMap<string, PartRole> = new Map([
  ["textMatch", "searched text"],
  ["closer", "end marker"],
  ["example", "example body"],
  ["expectedCapture", "expected value"],
]);

/** All other texts, by the word before them. */
const ROLES_BEHIND_WORDS: ReadonlyMap<string, TextRole> = new Map(
  SPECIAL_WORDS.flatMap((word): readonly (readonly [string, TextRole])[] => {
    const { text } = VOCABULARY[word];
    return text === null ? [] : [[word, text]];
  }),
);

const ROLES_OF_NAMES: ReadonlyMap<string, PartRole> = new Map([
  ["capture", "capture name"],
  ["example", "example name"],
  ["outcomeVerdict", "verdict label"],
  ["expectedCapture", "expected name"],
]);
