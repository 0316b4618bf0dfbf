import type { IToken } from "chevrotain";
import type { LocalSpan } from "../text/span.js";
import type { TextPieces } from "./text-literal.js";
import type { Token } from "./tokens.js";
import type { TextNode, WordNode } from "./tree.js";

/*
 * Tokens as nodes of the tree, and where they stand.
 */

export function spanOf(token: IToken): LocalSpan {
  return { from: token.startOffset, to: (token.endOffset ?? token.startOffset) + 1 };
}

export function wordOf(token: IToken): WordNode {
  return { kind: "word", image: token.image, span: spanOf(token) };
}

export function textOf(token: IToken): TextNode {
  const pieces: TextPieces = (token as Token).pieces ?? [""];
  return { kind: "text", pieces, span: spanOf(token) };
}

/** From the first of some nodes to the last. */
export function spanAround(nodes: readonly { readonly span: LocalSpan }[]): LocalSpan {
  const from = nodes[0]?.span.from ?? 0;
  return { from, to: nodes.at(-1)?.span.to ?? from };
}
