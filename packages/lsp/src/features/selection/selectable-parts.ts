import type { LocalSpan, StatementNode, StatementSyntax } from "@responses/dsl";
import { lex } from "@responses/dsl/editor";
import { partsOf } from "./statement-parts.js";
import { contentOf, wordAt } from "./text-parts.js";

type LexedText = ReturnType<typeof lex>;

/** The parts of a statement's text that somebody may want to select around an offset; some of them may lie elsewhere. */
export function statementParts(syntax: StatementSyntax, offset: number): readonly LocalSpan[] {
  const { text, node, span, wordSpan } = syntax;
  const lexed = lex(text);
  const above = lexed.comments.filter(({ from }) => from < wordSpan.from);
  const comments = { from: above[0]?.from ?? 0, to: above.at(-1)?.to ?? 0 };
  const whole = { from: above[0]?.from ?? span.from, to: span.to };
  const clause = clauseOf(node, lexed);
  return [
    ...leafParts(text, lexed, offset),
    ...partsOf(node),
    ...(clause === null ? [] : [clause]),
    ...(above.length === 0 ? [] : [comments]),
    span,
    whole,
  ];
}

/** The same of the text before the first statement. */
export function preambleParts(text: string, offset: number): readonly LocalSpan[] {
  return leafParts(text, lex(text), offset);
}

/** The word, text or comment at an offset, and what is inside it. Where two meet it is the one that begins there. */
function leafParts(text: string, { tokens, comments }: LexedText, offset: number): readonly LocalSpan[] {
  const holds = ({ from, to }: LocalSpan) => from <= offset && offset <= to;
  const comment = comments.find(holds);
  if (comment !== undefined) {
    const { from, to } = comment;
    const content = { from: text.charAt(from + 1) === " " ? from + 2 : from + 1, to };
    return [...wordParts(text, content, offset), { from, to }];
  }
  const token = tokens.findLast(({ startOffset, endOffset }) =>
    holds({ from: startOffset, to: endOffset + 1 }),
  );
  if (token === undefined) return [];
  const span = { from: token.startOffset, to: token.endOffset + 1 };
  return token.pieces === undefined ? [span] : [...wordParts(text, contentOf(text, span), offset), span];
}

function wordParts(text: string, content: LocalSpan, offset: number): readonly LocalSpan[] {
  const word = offset < content.from || offset > content.to ? null : wordAt(text, offset, content);
  return word === null ? [content] : [word, content];
}

/** A rule's label with its `as`, an example's verdict with its `is`, where a capture comes from with its `from`. */
function clauseOf(node: StatementNode, { tokens }: LexedText): LocalSpan | null {
  const part = partOfClause(node);
  const word = part === null ? undefined : tokens.findLast(({ startOffset }) => startOffset < part.from);
  return part === null || word === undefined ? null : { from: word.startOffset, to: part.to };
}

function partOfClause(node: StatementNode): LocalSpan | null {
  switch (node.kind) {
    case "rule":
      return node.label?.span ?? null;
    case "example":
      return node.verdict.span;
    case "capture":
      return node.field.span;
    case "system":
    case "include":
    case "broken":
      return null;
  }
}
