import { LAST_WORDS, LONGEST_NOTE, NOTE_BEFORE_BODY, NOTE_BEHIND_HEAD } from "./curl-notes.js";
import { latin1 } from "./latin1.js";

/*
 * `curl -v` writes what it does to standard error and the body to standard output. In a terminal, or with `2>&1`, both come
 * together: lines that begin with `*` tell of the connection, `>` of the request, `<` of the head of an answer, and some
 * count bytes. All else is the body, which begins behind the head and has curl's last words behind it, on its last line
 * where it does not end in a line end.
 */

/** What `curl -v` showed, in the form of `curl -i`. */
export interface Transcript {
  readonly bytes: Uint8Array;
  /** The line of the transcript that a line of `bytes` is, both from 1. */
  lineOf(line: number): number;
  /** The place in the transcript of a place in the body in `bytes`: the body is without a gap in both. */
  placeOf(place: number): number;
}

interface Line {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  /** Behind the line end. */
  readonly end: number;
}

/** How a transcript begins; a meter of progress can stand before it. */
const FIRST_LINE = /^(?:\* |> |< HTTP\/\d|[ \t]+% Total|Note: )/;

/** Whether a text is the output of `curl -v` with an answer in it. Linear. */
export function isTranscript(text: string): boolean {
  return FIRST_LINE.test(text) && /^< HTTP\/\d/m.test(text);
}

/**
 * Reads the output of `curl -v`, with `-i` as well or without; null where there is no answer in it, or it is something
 * else. Linear.
 */
export function readTranscript(bytes: Uint8Array): Transcript | null {
  const [first] = linesOf(bytes);
  if (first === undefined || !FIRST_LINE.test(textOf(bytes, first))) return null;
  const marked = lastHead(bytes);
  const [last] = marked.slice(-1);
  if (last === undefined) return null;
  const plain = [...linesOf(bytes.subarray(0, last.end))].filter(
    (line) => !NOTE_BEFORE_BODY.test(textOf(bytes, line)),
  );
  const printed = plain.findLastIndex((line) => /^HTTP\/\d/.test(textOf(bytes, line)));
  const isPrinted = printed !== -1;
  const head = isPrinted
    ? plain.slice(printed).map((line) => ({ line, text: bytes.subarray(line.start, line.end) }))
    : marked.map((line) => ({ line, text: withoutMark(bytes.subarray(line.start, line.end)) }));
  const body = bodyBehind(bytes, last);
  if (!isPrinted && isPrintedAt(bytes, body, marked)) {
    return {
      bytes: bytes.subarray(body.start, body.end),
      lineOf: (line) => body.number + line - 1,
      placeOf: (place) => place + body.start,
    };
  }
  const pieces = [...head.map(({ text }) => text), bytes.subarray(body.start, body.end)];
  const bodyAt = head.reduce((length, { text }) => length + text.length, 0);
  return {
    bytes: joined(pieces),
    lineOf: (line) => head[line - 1]?.line.number ?? body.number + line - head.length - 1,
    placeOf: (place) => place - bodyAt + body.start,
  };
}

/** Whether what `-i` prints begins behind all that `-v` says, as in a file: with the head that was shown. */
function isPrintedAt(bytes: Uint8Array, { start, end }: Line, [statusLine]: readonly Line[]): boolean {
  if (statusLine === undefined) return false;
  const [first] = linesOf(bytes.subarray(start, end));
  const printed = first === undefined ? "" : textOf(bytes.subarray(start, end), first);
  return printed === textOf(bytes, statusLine).slice("< ".length);
}

/** The lines of the last head, the empty one at its end included. */
function lastHead(bytes: Uint8Array): readonly Line[] {
  let head: Line[] = [];
  let isOpen = false;
  for (const line of linesOf(bytes)) {
    if (bytes[line.start] !== 0x3c) continue;
    const text = textOf(bytes, line);
    if (/^< HTTP\/\d/.test(text)) {
      head = [line];
      isOpen = true;
    } else if (isOpen && /^<(?: |$)/.test(text)) {
      head.push(line);
      isOpen = !/^< ?$/.test(text);
    }
  }
  return head;
}

/** The line of a head as it was sent. An empty one can have lost the blank behind its mark. */
function withoutMark(line: Uint8Array): Uint8Array {
  return line.subarray(line[1] === 0x20 ? 2 : 1);
}

/** What stands behind the last head without curl's notes before it, and its last words behind it. */
function bodyBehind(bytes: Uint8Array, head: Line): Line {
  let first: Line = { number: head.number + 1, start: head.end, end: bytes.length };
  for (const line of linesOf(bytes.subarray(head.end))) {
    const start = head.end + line.start;
    if (!NOTE_BEHIND_HEAD.test(textOf(bytes, { ...line, start, end: head.end + line.end }))) break;
    first = { number: head.number + line.number + 1, start: head.end + line.end, end: bytes.length };
  }
  let { end } = first;
  for (;;) {
    let contentEnd = end;
    while (contentEnd > first.start && isLineEnd(bytes[contentEnd - 1])) contentEnd--;
    const start = Math.max(first.start, bytes.lastIndexOf(0x0a, contentEnd - 1) + 1);
    const tail = Math.max(start, contentEnd - LONGEST_NOTE);
    const words = contentEnd > start ? LAST_WORDS.exec(latin1(bytes.subarray(tail, contentEnd))) : null;
    if (words === null) return { ...first, end };
    end = tail + words.index;
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function* linesOf(bytes: Uint8Array): Iterable<Line> {
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    number++;
    yield { number, start, end };
    start = end;
  }
}

/** The beginning of a line, without its line end. */
function textOf(bytes: Uint8Array, { start, end }: Pick<Line, "start" | "end">): string {
  return latin1(bytes.subarray(start, Math.min(end, start + LONGEST_NOTE))).replace(/\r?\n$/, "");
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
