import type { Token } from "../tokens.js";

/** Tokens on one line as the formatter writes them: one space between, none before a comma or around `..`. */
export function writeTokens(tokens: readonly Token[]): string {
  let written = "";
  let previous: Token | undefined;
  for (const token of tokens) {
    const close =
      previous === undefined || token.image === "," || token.image === ".." || previous.image === "..";
    written += (close ? "" : " ") + writtenToken(token);
    previous = token;
  }
  return written;
}

/** A text block's line ends are LF until the file's own are put in; everything else stays as it is. */
function writtenToken(token: Token): string {
  return token.pieces === undefined ? token.image : token.image.replace(/\r\n?/g, "\n");
}

/** The columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const _ of text) width++;
  return width;
}
