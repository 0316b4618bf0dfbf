import type { TokenType } from "chevrotain";
import type { LocalFinding } from "../findings/finding.js";
import { replaceWith } from "../findings/finding.js";
import { isBareWordCharacter } from "../text/character-classes.js";
import { isUnseen } from "../text/unseen-characters.js";
import { pastedJson } from "./pasted-json.js";
import { BLOCK_MARKS, plainText, type ScannedLiteral, scanString, scanTextBlock } from "./text-literal.js";
import {
  BlockText,
  Comma,
  type Comment,
  Decimal,
  DotDot,
  Stray,
  StringText,
  type Token,
  typeOfWord,
} from "./tokens.js";

/** The words, texts and marks of a stretch of text, and what is wrong with its characters. */
export interface LexedText {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly findings: readonly LocalFinding[];
  /** Whether the text has more tokens than are read; those that are there come from its beginning. */
  readonly isTooLong: boolean;
}

/** Cuts a statement's text into tokens. Every character is part of a token, a comment or white space. */
export function lex(text: string): LexedText {
  return new Scanner(text).scan();
}

/** A number of the grammar that is not also a bare word: it has a fraction or a signed exponent. */
const DECIMAL = /-?[0-9]+(?:\.[0-9]+(?:[eE][+-]?[0-9]+)?|[eE]\+[0-9]+)/y;

/** A picture with what nobody sees of it: selectors, and what joins several to one. It is told as a whole. */
const PICTURE =
  /\p{Extended_Pictographic}(?:[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*/uy;

/** Words, texts and marks of a statement, at most: no person writes more, and they would fill the memory. */
export const MOST_TOKENS = 500_000;

/** A stretch with more faults than these in its characters is no mapping; to list them all would fill the memory. */
const MOST_FINDINGS = 1000;

class Scanner {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #comments: Comment[] = [];
  readonly #findings: LocalFinding[] = [];
  #index = 0;
  #line = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): LexedText {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#index = 1;
    while (this.#index < this.#text.length && this.#tokens.length <= MOST_TOKENS) this.#scanNext();
    const isTooLong = this.#tokens.length > MOST_TOKENS;
    return { tokens: this.#tokens, comments: this.#comments, findings: this.#findings, isTooLong };
  }

  #scanNext(): void {
    const text = this.#text;
    const from = this.#index;
    const character = text.charAt(from);
    if (character === " " || character === "\t") this.#index++;
    else if (character === "\n" || character === "\r") this.#scanLineEnd();
    else if (character === "#") this.#scanComment();
    else if (text.startsWith(BLOCK_MARKS, from)) this.#scanLiteral(BlockText);
    else if (character === '"' || character === "'") this.#scanLiteral(StringText);
    else if (character === ",") this.#add(Comma, from + 1);
    else if (character === "." && text.charAt(from + 1) === ".") this.#add(DotDot, from + 2);
    else this.#scanWordOrStray();
  }

  #scanLineEnd(): void {
    this.#index += this.#text.startsWith("\r\n", this.#index) ? 2 : 1;
    this.#line++;
  }

  #scanComment(): void {
    const from = this.#index;
    let to = from;
    while (to < this.#text.length && !isLineEnd(this.#text.charCodeAt(to))) to++;
    this.#comments.push({ from, to, line: this.#line });
    this.#reportLoneSurrogates(from, to);
    this.#index = to;
  }

  #scanLiteral(type: TokenType): void {
    const from = this.#index;
    const isRecorded = this.#tokens[0]?.image === "example";
    const scanned =
      type === BlockText
        ? scanTextBlock(this.#text, from)
        : withPastedJson(scanString(this.#text, from, isRecorded), this.#text, from, isRecorded);
    for (const finding of scanned.findings) this.#report(finding);
    this.#reportLoneSurrogates(from, scanned.to);
    const token = this.#token(type, scanned.to);
    if (type === BlockText) this.#line += countLineEnds(this.#text, from, scanned.to);
    this.#tokens.push({ ...token, endLine: this.#line, pieces: scanned.pieces });
    this.#index = scanned.to;
  }

  #scanWordOrStray(): void {
    const from = this.#index;
    const wordEnd = endOfWord(this.#text, from);
    DECIMAL.lastIndex = from;
    const decimal = DECIMAL.exec(this.#text);
    if (decimal !== null && from + decimal[0].length > wordEnd) {
      const end = from + decimal[0].length;
      const runEnd = endOfWord(this.#text, end);
      // A number ends where a word begins only if a blank stands between them: 12.5and is neither.
      this.#add(runEnd === end ? Decimal : Stray, runEnd);
    } else if (wordEnd > from) {
      this.#add(typeOfWord(this.#text.slice(from, wordEnd)), wordEnd);
    } else {
      this.#scanStray();
    }
  }

  #scanStray(): void {
    const from = this.#index;
    const codePoint = this.#text.codePointAt(from) ?? 0;
    const to = from + (codePoint > 0xffff ? 2 : 1);
    if (isOtherWhiteSpace(codePoint)) {
      const fix = replaceWith({ from, to }, " ", "Replace it by a plain space", "automatic");
      const parameters = { problem: "white-space", codePoint } as const;
      this.#report({ name: "syntax", parameters, span: { from, to }, fixes: [fix] });
      this.#index = to;
    } else if (isSurrogate(codePoint)) {
      this.#reportLoneSurrogates(from, to);
      this.#index = to;
    } else if (isUnseen(codePoint)) {
      const fix = replaceWith(
        { from, to },
        "",
        "Delete it",
        this.#isInsideWord(from, to) ? "suggested" : "automatic",
      );
      const parameters = { problem: "invisible", codePoint } as const;
      this.#report({ name: "syntax", parameters, span: { from, to }, fixes: [fix] });
      this.#index = to;
    } else {
      PICTURE.lastIndex = from;
      this.#add(Stray, from + (PICTURE.exec(this.#text)?.[0].length ?? to - from));
    }
  }

  #reportLoneSurrogates(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const unit = this.#text.charCodeAt(index);
      if (unit < 0xd800 || unit > 0xdfff) continue;
      const codePoint = this.#text.codePointAt(index) ?? 0;
      if (codePoint > 0xffff) {
        index++;
        continue;
      }
      const span = { from: index, to: index + 1 };
      const fix = replaceWith(span, "", "Delete it", "suggested");
      this.#report({ name: "syntax", parameters: { problem: "lone-surrogate" }, span, fixes: [fix] });
    }
  }

  /** Without the character one word would be where two may have been meant. */
  #isInsideWord(from: number, to: number): boolean {
    const last = this.#tokens.at(-1);
    const next = this.#text.codePointAt(to);
    return last?.endOffset === from - 1 && next !== undefined && isBareWordCharacter(next);
  }

  #report(finding: LocalFinding): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push(finding);
  }

  #add(type: TokenType, to: number): void {
    this.#tokens.push(this.#token(type, to));
    this.#index = to;
  }

  #token(type: TokenType, to: number): Token {
    return {
      image: this.#text.slice(this.#index, to),
      startOffset: this.#index,
      endOffset: to - 1,
      startLine: this.#line,
      endLine: this.#line,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx ?? 0,
    };
  }
}

/** A string in an example with what is wrong with its escapes told once where it is JSON that was put in quotes as it was. */
function withPastedJson(
  scanned: ScannedLiteral,
  text: string,
  from: number,
  isRecorded: boolean,
): ScannedLiteral {
  const { to, closed, pieces, findings } = scanned;
  const [first] = findings;
  if (!isRecorded || !closed || first?.name !== "unknown-escape") return scanned;
  const span = { from, to };
  const pasted = pastedJson(text, span, plainText(pieces));
  if (pasted === null) return scanned;
  const parameters = { written: first.parameters.written, isJson: true };
  return { ...scanned, findings: [{ name: "unknown-escape", parameters, span, fixes: pasted.fixes }] };
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(index + 1) !== 0x0a)) count++;
  }
  return count;
}

function endOfWord(text: string, from: number): number {
  let index = from;
  for (;;) {
    const codePoint = text.codePointAt(index);
    if (codePoint === undefined || !isBareWordCharacter(codePoint)) return index;
    index += codePoint > 0xffff ? 2 : 1;
  }
}

/** White space in the everyday sense that is neither a space, a tab nor a line end: nobody sees it, so it is refused. */
function isOtherWhiteSpace(codePoint: number): boolean {
  return (
    codePoint === 0x0b ||
    codePoint === 0x0c ||
    codePoint === 0x85 ||
    codePoint === 0xa0 ||
    codePoint === 0x1680 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029 ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x3000
  );
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}
