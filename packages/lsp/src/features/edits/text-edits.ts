import type { TextEdit } from "@responses/dsl";

/**
 * Edits that make `after` of `before` and leave the lines alone that both have: whoever applies them keeps the cursor and
 * what is folded. In order, none overlapping. Takes little more than linear time.
 */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  const old = linesOf(before);
  const wanted = linesOf(after);
  const edits: TextEdit[] = [];
  let at = 0;
  let line = 0;
  const replaceUpTo = (oldEnd: number, wantedEnd: number, otherLine: number) => {
    const removed = old.slice(line, oldEnd).join("");
    const inserted = wanted.slice(otherLine, wantedEnd).join("");
    if (removed !== inserted) edits.push(smallestEdit(at, removed, inserted));
    at += removed.length;
    line = oldEnd;
  };
  let other = 0;
  for (const { line: oldLine, other: wantedLine } of commonLines(old, wanted)) {
    replaceUpTo(oldLine, wantedLine, other);
    at += old[oldLine]?.length ?? 0;
    line = oldLine + 1;
    other = wantedLine + 1;
  }
  replaceUpTo(old.length, wanted.length, other);
  return edits;
}

/** Lines with their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

interface CommonLine {
  readonly line: number;
  readonly other: number;
}

/**
 * Lines that stay, in order: those at the beginning and the end that are the same, and between them those that both texts
 * have just once and in the same order, with equal neighbours.
 */
function commonLines(old: readonly string[], wanted: readonly string[]): readonly CommonLine[] {
  let from = 0;
  while (from < old.length && from < wanted.length && old[from] === wanted[from]) from++;
  let tail = 0;
  const most = Math.min(old.length, wanted.length) - from;
  while (tail < most && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  const common: CommonLine[] = [];
  for (let index = 0; index < from; index++) common.push({ line: index, other: index });
  let line = from;
  let other = from;
  const take = (anchor: CommonLine) => {
    // What stands before an anchor and is the same stays, too.
    let back = 0;
    while (
      anchor.line - back > line &&
      anchor.other - back > other &&
      old[anchor.line - back - 1] === wanted[anchor.other - back - 1]
    )
      back++;
    for (; back >= 0; back--) common.push({ line: anchor.line - back, other: anchor.other - back });
    line = anchor.line + 1;
    other = anchor.other + 1;
    while (line < old.length - tail && other < wanted.length - tail && old[line] === wanted[other]) {
      common.push({ line, other });
      line++;
      other++;
    }
  };
  for (const anchor of anchors(old, wanted, from, tail)) {
    if (anchor.line >= line && anchor.other >= other) take(anchor);
  }
  for (let index = tail; index > 0; index--) {
    common.push({ line: old.length - index, other: wanted.length - index });
  }
  return common;
}

/** The lines that stand once in both texts' middles, as many as are in the same order. */
function anchors(
  old: readonly string[],
  wanted: readonly string[],
  from: number,
  tail: number,
): readonly CommonLine[] {
  const places = uniquePlaces(wanted, from, wanted.length - tail);
  const pairs: CommonLine[] = [];
  for (const [text, line] of uniquePlaces(old, from, old.length - tail)) {
    const other = places.get(text);
    if (other !== undefined) pairs.push({ line, other });
  }
  return longestAscending(pairs);
}

function uniquePlaces(lines: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = from; index < to; index++) {
    const text = lines[index] ?? "";
    if (places.has(text)) repeated.add(text);
    else places.set(text, index);
  }
  for (const text of repeated) places.delete(text);
  return places;
}

/** Of pairs in order of their lines, as many as possible whose other lines are in order, too. */
function longestAscending(pairs: readonly CommonLine[]): readonly CommonLine[] {
  interface Link {
    readonly pair: CommonLine;
    readonly before: Link | null;
  }
  // The best chain of each length is the one that ends first.
  const best: Link[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((best[middle]?.pair.other ?? Infinity) < pair.other) low = middle + 1;
      else high = middle;
    }
    best[low] = { pair, before: best[low - 1] ?? null };
  }
  const chain: CommonLine[] = [];
  for (let link = best.at(-1) ?? null; link !== null; link = link.before) chain.push(link.pair);
  return chain.reverse();
}

/** The replacement without the characters at both ends that stay; none of its ends is inside a character or a line end. */
export function smallestEdit(start: number, removed: string, inserted: string): TextEdit {
  const most = Math.min(removed.length, inserted.length);
  let head = 0;
  while (head < most && removed.charCodeAt(head) === inserted.charCodeAt(head)) head++;
  while (head > 0 && (isInsidePair(removed, head) || isInsidePair(inserted, head))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    removed.charCodeAt(removed.length - 1 - tail) === inserted.charCodeAt(inserted.length - 1 - tail)
  )
    tail++;
  while (
    tail > 0 &&
    (isInsidePair(removed, removed.length - tail) || isInsidePair(inserted, inserted.length - tail))
  )
    tail--;
  return {
    span: { start: start + head, end: start + removed.length - tail },
    newText: inserted.slice(head, inserted.length - tail),
  };
}

/** Whether the offset parts a surrogate pair or a CRLF. */
function isInsidePair(text: string, offset: number): boolean {
  return text.startsWith("\r\n", offset - 1) || (offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff);
}
