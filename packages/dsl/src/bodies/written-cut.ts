import type { ReadableText } from "../model/fields/field-base.js";
import { pickBetween } from "../runtime/between-field.js";
import { pickSplit } from "../runtime/split-field.js";
import { type TextRange, trimmedRange } from "../runtime/text-matching.js";
import { writeString } from "../syntax/text-literal.js";
import { foldText } from "../text/case-folding.js";
import { isLetter } from "../text/character-classes.js";

/** A field that cuts a text: `split "<br />" part -1`, `between "(" and last ")"`. */
type Cut =
  | { readonly kind: "split"; readonly separator: string; readonly part: 1 | -1 }
  | { readonly kind: "between"; readonly open: string; readonly close: Close };

type Close =
  | { readonly kind: "nearest" | "last" | "or-end"; readonly text: string }
  | { readonly kind: "end" };

/** A text directly before or behind a stretch, by which it can be found. */
interface Mark {
  readonly text: string;
  /** Whether the same text may well stand several times before it or behind it, as tags and line ends do. */
  readonly separates: boolean;
}

/**
 * The field, as a file writes it, that picks a stretch of a text and nothing else of it; null where none was found. The
 * texts by which it cuts are such as will stand in the next answer, too: tags, brackets, line ends and words, and no
 * numbers. A stretch has no white space at its ends. Linear in the text.
 */
export function writeCut(text: ReadableText, stretch: TextRange): string | null {
  const wanted = text.body.slice(stretch.start, stretch.end);
  for (const cut of cutsFor(text.body, stretch)) {
    if (pickCut(text, cut) === wanted) return write(cut);
  }
  return null;
}

function* cutsFor(body: string, { start, end }: TextRange): Iterable<Cut> {
  const before = marksBefore(body, start);
  const behind = marksBehind(body, end);
  if (behind === null) {
    for (const { text, separates } of before ?? []) {
      const split: Cut = { kind: "split", separator: text, part: -1 };
      const between: Cut = { kind: "between", open: text, close: { kind: "end" } };
      yield* separates ? [split, between] : [between, split];
    }
    return;
  }
  if (before === null) {
    for (const { text } of behind) yield { kind: "split", separator: text, part: 1 };
    return;
  }
  for (const { text: open } of before) {
    for (const { text, separates } of behind) {
      // A bracket closes what it opens.
      if (open.endsWith("(") !== text.startsWith(")")) continue;
      for (const kind of closeKinds(text, separates)) yield { kind: "between", open, close: { kind, text } };
    }
  }
}

function closeKinds(text: string, separates: boolean): readonly Exclude<Close["kind"], "end">[] {
  if (text === "\n") return ["or-end"];
  // Single characters stand inside the stretch, too.
  return separates || text.length > 1 ? ["nearest", "last"] : ["last", "nearest"];
}

function pickCut({ body, foldedBody }: ReadableText, cut: Cut): string | null {
  const [picked] =
    cut.kind === "split"
      ? pickSplit(foldedBody, body, foldText(cut.separator), cut.part)
      : pickBetween(foldedBody, body, foldText(cut.open), endOf(cut.close));
  return picked?.text ?? null;
}

function endOf(close: Close): Parameters<typeof pickBetween>[3] {
  switch (close.kind) {
    case "last":
      return { kind: "last", closer: foldText(close.text) };
    case "nearest":
    case "or-end":
      return { kind: "nearest", closers: [foldText(close.text)], orEnd: close.kind === "or-end" };
    case "end":
      return { kind: "nearest", closers: [], orEnd: true };
  }
}

function write(cut: Cut): string {
  return cut.kind === "split"
    ? `split ${writeString([cut.separator])} part ${cut.part}`
    : `between ${writeString([cut.open])} and ${writeClose(cut.close)}`;
}

function writeClose(close: Close): string {
  switch (close.kind) {
    case "last":
      return `last ${writeString([close.text])}`;
    case "nearest":
      return writeString([close.text]);
    case "or-end":
      return `${writeString([close.text])}, end`;
    case "end":
      return "end";
  }
}

/** Characters looked at before and behind a stretch: nobody writes a longer text to find it. */
const NEAR = 200;

/** The texts before a stretch, the best ones first; null where nothing but white space stands there. */
function marksBefore(body: string, start: number): readonly Mark[] | null {
  const { end } = trimmedRange(body, 0, start);
  if (trimmedRange(body, 0, end).start === end) return null;
  const near = body.slice(Math.max(0, end - NEAR), end);
  const tag = /<[^<>\d]{1,60}>$/.exec(near)?.[0];
  const signs = /[!-/:-@[-`{-~]{2,12}$/.exec(near)?.[0];
  return marks(
    tag === undefined ? [] : [separator(tag)],
    near.endsWith("(") ? [mark("(")] : [],
    signs === undefined ? [] : [mark(signs)],
    lineEndsIn(body.slice(end, start)),
    wordsBefore(near).map(mark),
    /[=:|,;>~-]$/.test(near) ? [mark(near.slice(-1))] : [],
  );
}

/** The texts behind a stretch, likewise. */
function marksBehind(body: string, end: number): readonly Mark[] | null {
  const { start } = trimmedRange(body, end, body.length);
  if (start === body.length) return null;
  const near = body.slice(start, start + NEAR);
  const tag = /^<(?:!--|[^<>\d]{1,60}>)/.exec(near)?.[0];
  const signs = /^[!-/:-@[-`{-~]{2,12}/.exec(near)?.[0];
  return marks(
    tag === undefined ? [] : [separator(tag)],
    near.startsWith(")") ? [mark(")")] : [],
    lineEndsIn(body.slice(end, start)),
    /^[;,|'"`~-]/.test(near) ? [mark(near.slice(0, 1))] : [],
    signs === undefined ? [] : [mark(signs)],
    wordsBehind(near).map(mark),
  );
}

function marks(...lists: readonly (readonly Mark[])[]): readonly Mark[] {
  // A text that a mapping looks for cannot hold the mark of a lost character.
  return lists.flat().filter(({ text }) => !text.includes("\ufffd"));
}

function mark(text: string): Mark {
  return { text, separates: false };
}

function separator(text: string): Mark {
  return { text, separates: true };
}

/** Line ends in the white space between a text and the stretch. */
function lineEndsIn(blank: string): readonly Mark[] {
  const lineEnds = blank.replace(/[^\r\n]/g, "");
  const empty = /\r\n\r\n|\n\n/.exec(lineEnds)?.[0];
  const first = lineEnds.includes("\n") ? ["\n"] : [];
  return [...first, ...(empty === undefined ? [] : [empty])].map(separator);
}

/** Words taken together at most. */
const MOST_WORDS = 3;

/** The last word of a text, the last two, and so on, as far as there are no digits in them. */
function wordsBefore(text: string): readonly string[] {
  const words = textsWithoutDigits(
    text
      .slice(text.search(/[^\r\n]*$/))
      .split(" ")
      .reverse(),
  );
  return words
    .map((_, index) =>
      words
        .slice(0, index + 1)
        .reverse()
        .join(" "),
    )
    .filter(isTelling);
}

function wordsBehind(text: string): readonly string[] {
  const words = textsWithoutDigits(text.slice(0, text.search(/[\r\n]|$/)).split(" "));
  return words.map((_, index) => words.slice(0, index + 1).join(" ")).filter(isTelling);
}

function textsWithoutDigits(words: readonly string[]): readonly string[] {
  const first = words.slice(0, MOST_WORDS);
  const digits = first.findIndex((word) => /\d/.test(word));
  return digits < 0 ? first : first.slice(0, digits);
}

function isTelling(text: string): boolean {
  return (
    text.trim() === text && Array.from(text).some((character) => isLetter(character.codePointAt(0) ?? 0))
  );
}
