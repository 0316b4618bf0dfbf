import type { LocalSpan } from "@responses/dsl";

const BLOCK_MARKS = '"""';

/** What is inside the marks of a string or a text block. */
export function contentOf(text: string, literal: LocalSpan): LocalSpan {
  const isBlock = text.startsWith(BLOCK_MARKS, literal.from);
  const marks = isBlock ? BLOCK_MARKS : text.charAt(literal.from);
  const from = literal.from + marks.length;
  const isClosed = literal.to - marks.length >= from && text.startsWith(marks, literal.to - marks.length);
  return { from, to: isClosed ? literal.to - marks.length : literal.to };
}

const LETTER = /[\p{L}\p{M}\p{N}\p{Pc}-]/u;

/** The word at an offset, inside a stretch of the text; null where there is none. */
export function wordAt(text: string, offset: number, within: LocalSpan): LocalSpan | null {
  let from = offset;
  for (let before = characterBefore(text, from); from > within.from && LETTER.test(before); ) {
    from -= before.length;
    before = characterBefore(text, from);
  }
  let to = offset;
  for (let next = characterAt(text, to); to < within.to && LETTER.test(next); ) {
    to += next.length;
    next = characterAt(text, to);
  }
  return from === to ? null : { from: Math.max(from, within.from), to: Math.min(to, within.to) };
}

function characterAt(text: string, offset: number): string {
  const codePoint = text.codePointAt(offset);
  return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
}

function characterBefore(text: string, offset: number): string {
  const pair = characterAt(text, offset - 2);
  return pair.length === 2 ? pair : text.charAt(offset - 1);
}
