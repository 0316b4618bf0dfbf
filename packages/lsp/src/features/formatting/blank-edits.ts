import type { TextEdit } from "@responses/dsl";

/**
 * The edits that make `after` of `before` where the two differ in nothing but blanks and line ends: at most one for each
 * line's own blanks, and one for the line ends between two lines. In order, none overlapping, none inside a line end.
 * Null where they differ in anything else. Linear.
 */
export function blankEdits(before: string, after: string): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  let at = 0;
  let other = 0;
  while (at < before.length || other < after.length) {
    const end = blanksEnd(before, at);
    const otherEnd = blanksEnd(after, other);
    const isLast = end === before.length;
    for (const edit of gapEdits(at, before.slice(at, end), after.slice(other, otherEnd), isLast))
      edits.push(edit);
    at = end;
    other = otherEnd;
    const same = commonWordsLength(before, at, after, other);
    at += same;
    other += same;
    const isOver = at === before.length && other === after.length;
    if (same === 0 && !isOver) return null;
  }
  return joinedByLine(before, edits);
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (isBlank(text, at)) at++;
  return at;
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** How many characters from the two offsets on are the same and no blanks. */
function commonWordsLength(before: string, at: number, after: string, other: number): number {
  let length = 0;
  while (
    at + length < before.length &&
    !isBlank(before, at + length) &&
    before.charCodeAt(at + length) === after.charCodeAt(other + length)
  )
    length++;
  return length;
}

/** The blanks between two words: up to the first line end, the line ends, and behind the last one. */
interface Gap {
  readonly trailing: string;
  readonly lineEnds: string;
  readonly indentation: string;
}

/** So that what a line ends with, the lines between, and how the next line begins can be changed each by itself. */
function* gapEdits(start: number, before: string, after: string, isLast: boolean): Iterable<TextEdit> {
  if (before === after) return;
  const old = splitGap(before) ?? (isLast ? { trailing: before, lineEnds: "", indentation: "" } : null);
  const wanted = splitGap(after);
  if (old === null || wanted === null) {
    yield replacing(start, before, after);
    return;
  }
  let at = start;
  for (const part of ["trailing", "lineEnds", "indentation"] as const) {
    if (old[part] !== wanted[part]) yield replacing(at, old[part], wanted[part]);
    at += old[part].length;
  }
}

function splitGap(gap: string): Gap | null {
  const first = gap.search(/[\r\n]/);
  if (first === -1) return null;
  const last = Math.max(gap.lastIndexOf("\n"), gap.lastIndexOf("\r")) + 1;
  return { trailing: gap.slice(0, first), lineEnds: gap.slice(first, last), indentation: gap.slice(last) };
}

function replacing(start: number, before: string, after: string): TextEdit {
  return { span: { start, end: start + before.length }, newText: after };
}

/** Edits with nothing but words of one line between them made one: what a client gets stays in proportion to the lines. */
function joinedByLine(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last === undefined || !areInOneLine(text, last, edit)) {
      joined.push(edit);
      continue;
    }
    const span = { start: last.span.start, end: edit.span.end };
    const between = text.slice(last.span.end, edit.span.start);
    joined[joined.length - 1] = { span, newText: last.newText + between + edit.newText };
  }
  return joined;
}

/** Whether words of one line, and nothing else, stand between two edits within it, and the second stays in it. */
function areInOneLine(text: string, first: TextEdit, second: TextEdit): boolean {
  const isNextTo = first.span.end === second.span.start;
  // The line end that a file lacks at its end is no part of the line: a range that ends there leaves it out.
  const staysInLine = !/[\r\n]/.test(text.slice(first.span.start, second.span.end) + second.newText);
  return !isNextTo && staysInLine;
}
