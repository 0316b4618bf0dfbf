import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import type { TextPieces } from "./text-literal.js";
import { SPECIAL_WORDS, type SpecialWord } from "./vocabulary.js";

/*
 * The types of tokens. The tokens are made by our own lexer (lexer.ts), so no pattern stands here; the words of the
 * language are all of the category Word, since they are special only where the grammar expects them.
 */

function category(name: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, pattern: Lexer.NA, categories });
}

/** Anything that can be a label or a name without quotes. */
export const Word = category("Word");
export const Text = category("Text");
/** What stands where a number is expected; some are also words (`12`, `-2`, `1e5`). */
export const NumberLike = category("NumberLike");

const OtherWord = category("OtherWord", Word);
export const Integer = category("Integer", Word, NumberLike);
/** `-2`: a word, a part, a number. */
export const NegativeInteger = category("NegativeInteger", Word, NumberLike);
/** `1e5`: a word and a number. */
const ExponentWord = category("ExponentWord", Word, NumberLike);
/** `12.50`, `1e+5`: a number and no word. */
export const Decimal = category("Decimal", NumberLike);
/** `5xx`. */
export const StatusClass = category("StatusClass", Word);
export const StringText = category("StringText", Text);
export const BlockText = category("BlockText", Text);
export const Comma = category("Comma");
export const DotDot = category("DotDot");
/** A character that is in no word of the language. */
export const Stray = category("Stray");

function specialWordTokens(): Readonly<Record<SpecialWord, TokenType>> {
  const entries = SPECIAL_WORDS.map((word) => [word, category(`'${word}'`, Word)] as const);
  return Object.fromEntries(entries) as Record<SpecialWord, TokenType>;
}

/** The token type of each special word. */
export const special = specialWordTokens();

const specialByImage: ReadonlyMap<string, TokenType> = new Map(Object.entries(special));

/** The token type of a bare word. */
export function typeOfWord(image: string): TokenType {
  const known = specialByImage.get(image);
  if (known !== undefined) return known;
  if (/^[0-9]+$/.test(image)) return Integer;
  if (/^-[0-9]+$/.test(image)) return NegativeInteger;
  if (/^-?[0-9]+[eE]-?[0-9]+$/.test(image)) return ExponentWord;
  if (/^[0-9]xx$/.test(image)) return StatusClass;
  return OtherWord;
}

export const tokenTypes: TokenType[] = [
  Word,
  Text,
  NumberLike,
  OtherWord,
  Integer,
  NegativeInteger,
  ExponentWord,
  Decimal,
  StatusClass,
  StringText,
  BlockText,
  Comma,
  DotDot,
  Stray,
  ...Object.values(special),
];

/** A token of one statement: offsets from the statement's start, its line counted from 0 there. */
export interface Token extends IToken {
  readonly endOffset: number;
  readonly startLine: number;
  /** Another one for a text block of several lines. */
  readonly endLine: number;
  /** The text of a string or block. */
  readonly pieces?: TextPieces;
}

/** A comment: from `#` to the line's end. */
export interface Comment {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}
