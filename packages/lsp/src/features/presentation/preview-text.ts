import { type Phrase, visible } from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import { byteLength, startWithin } from "./bounded-text.js";

/** How a client shows text that explains. */
export type TextFormat = "markdown" | "plaintext";

/** A stretch of a line. Whatever comes out of a file or a body is `written`, and never anything but text. */
export type Piece =
  | { readonly style: "words" | "strong" | "written"; readonly text: string }
  /** A place in one of the files; plain text says only its words. */
  | { readonly style: "link"; readonly text: string; readonly location: Location };

/** A line of a preview, or lines that stand as they are: excerpts of bodies, or mapping text. */
export type Block =
  | { readonly kind: "line"; readonly pieces: readonly Piece[]; readonly budget: number }
  | { readonly kind: "code"; readonly lines: readonly string[]; readonly language: "text" | "responses" };

/** A preview is never larger, whatever it is about. */
export const MOST_LINES = 12;
export const MOST_BYTES = 2048;

export function words(text: string): Piece {
  return { style: "words", text };
}

export function strong(text: string): Piece {
  return { style: "strong", text };
}

export function written(text: string): Piece {
  return { style: "written", text };
}

/** Words that lead to a place, of which the line that is marked counts. */
export function link(pieces: readonly Piece[], location: Location): Piece {
  return { style: "link", text: textOfPieces(pieces), location };
}

export function piecesOf(phrases: readonly Phrase[]): readonly Piece[] {
  return phrases.map(({ text, isWritten }) => (isWritten ? written(text) : words(text)));
}

/** The pieces as plain text, for a line of code. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** A line of which about `budget` bytes are shown. */
export function line(pieces: readonly Piece[], budget: number): Block {
  return { kind: "line", pieces, budget };
}

/** Lines that stand as they are; nothing where there are none. */
export function code(lines: readonly string[], language: "text" | "responses" = "text"): readonly Block[] {
  return lines.length === 0 ? [] : [{ kind: "code", lines, language }];
}

/**
 * The blocks as one text, of at most `MOST_LINES` lines and `MOST_BYTES` bytes of UTF-8. Blocks keep themselves short; if
 * they are too much together all the same, the last lines of code go first, then the last lines.
 */
export function renderPreview(blocks: readonly Block[], format: TextFormat): string {
  let left = blocks;
  for (;;) {
    const text = format === "markdown" ? asMarkdown(left) : asPlainText(left);
    if (text.split("\n").length <= MOST_LINES && byteLength(text) <= MOST_BYTES) return text;
    left = withoutLastLine(left);
  }
}

function withoutLastLine(blocks: readonly Block[]): readonly Block[] {
  const index = blocks.findLastIndex((block) => block.kind === "code" && block.lines.length > 1);
  if (index === -1) return blocks.slice(0, -1);
  return blocks.map((block, at) =>
    at === index && block.kind === "code" ? { ...block, lines: block.lines.slice(0, -1) } : block,
  );
}

function asPlainText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === "code"
        ? block.lines.map(visible)
        : [fit(block.pieces, block.budget, ({ text }) => visible(text))],
    )
    .join("\n");
}

function asMarkdown(blocks: readonly Block[]): string {
  let text = "";
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    // Two blanks at a line's end break it.
    if (before !== undefined) text += before.kind === "line" && block.kind === "line" ? "  \n" : "\n";
    text += block.kind === "code" ? fenced(block) : fit(merged(block.pieces), block.budget, markdownOf);
  });
  return text;
}

/** A fence is longer than any run of backticks inside, so nothing inside ends it. */
function fenced({ lines, language }: Extract<Block, { kind: "code" }>): string {
  const content = lines.map(visible).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
  return `${fence}${language}\n${content}\n${fence}`;
}

function markdownOf(piece: Piece): string {
  const { text } = piece;
  switch (piece.style) {
    case "words":
      return escaped(text);
    case "strong":
      return `**${escaped(text)}**`;
    case "written":
      return codeSpan(visible(text));
    case "link":
      return linkTo(text, piece.location);
  }
}

/** A link in markdown; the address ends where a bracket stands in it. */
export function linkTo(text: string, { uri, range }: Location): string {
  const address = uri
    .replace(/[()<>\s]/g, encodeURIComponent)
    .replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"));
  return `[${escaped(text)}](${address}#L${range.start.line + 1})`;
}

/** A code span: the one place in a line where markdown takes nothing for markup. */
function codeSpan(text: string): string {
  if (text === "") return "";
  const marks = "`".repeat(longestRun(text) + 1);
  const blank = /^[` ]|[` ]$/.test(text) ? " " : "";
  return `${marks}${blank}${text}${blank}${marks}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** A text as Markdown shows it: our own words, too, may hold characters that it has a use for, and addresses that it would link. */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_<>[\]#|~&!@]/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=www)\./gi, "\\$&");
}

/** Code spans side by side would run together. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.style === "written" && piece.style === "written") {
      result[result.length - 1] = written(last.text + piece.text);
    } else if (piece.text !== "") result.push(piece);
  }
  return result;
}

/** As many pieces as the budget allows, in bytes as they are shown; a cut shows as an ellipsis. */
function fit(pieces: readonly Piece[], budget: number, show: (piece: Piece) => string): string {
  let text = "";
  let left = budget;
  for (const piece of pieces) {
    const shown = show(piece);
    if (piece.style === "link") {
      // Its address is not seen.
      text += shown;
      left -= byteLength(visible(piece.text));
      continue;
    }
    if (byteLength(shown) > left) {
      const marks = byteLength(shown) - byteLength(visible(piece.text));
      const { shown: start } = startWithin(piece.text, left - marks);
      return start === "" ? `${text}…` : `${text}${show({ ...piece, text: start })}…`;
    }
    text += shown;
    left -= byteLength(shown);
  }
  return text;
}
