import { isHtmlElement } from "../../bodies/html-elements.js";
import { outlineXml } from "../../bodies/xml-outline.js";
import type { TextStretch } from "../../model/tested-texts.js";
import { xmlLocalName } from "../../runtime/xml-steps.js";

/** A value that a text has beside a tag. */
export interface MarkedValue {
  /** The element around it, where its tag names it: `<status>sold`, `sold</status>`; null for `>sold<`. */
  readonly name: string | null;
  readonly text: string;
  /** Whether nothing of the value can stand before the text, or behind it. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** What a text says by tags and what stands between them. */
export interface Markup {
  readonly values: readonly MarkedValue[];
  /** Whether two tags stand side by side, between which white space may come and go. */
  readonly joinsTags: boolean;
  /** Whether all tags that it names are those of pages. */
  readonly isHtml: boolean;
}

/** A whole tag with a name. An address in angle brackets is none. */
const TAG = /<\/?([A-Za-z_][\w.:-]*)(?=[\s/>])[^<>]*>/g;

/** What tags and the values between them are made of: a tag or its beginning, the end of a tag, or a value. */
const PIECE = /<[^<>]*>?|>|[^<>]+/g;

/**
 * The markup in the stretches that a text is made of; null for one that has none by which an element could be told. Linear in
 * the text.
 */
export function readMarkup(stretches: readonly TextStretch[]): Markup | null {
  const markups = stretches.flatMap(({ text }) => markupIn(text) ?? []);
  if (markups.length === 0) return null;
  return {
    values: markups.flatMap(({ values }) => values),
    joinsTags: markups.some(({ joinsTags }) => joinsTags),
    isHtml: markups.every(({ isHtml }) => isHtml),
  };
}

/** The text with white space around its values: an element says the same then. */
export function withSpacesAround(text: string): string {
  return text.replace(/>(?=[^<>\s])/g, "> ").replace(/[^<>\s](?=<)/g, "$& ");
}

function markupIn(text: string): Markup | null {
  const names = Array.from(text.matchAll(TAG), ([, name = ""]) => name);
  const pieces = (text.match(PIECE) ?? []).filter((piece) => piece.trim() !== "");
  const values = pieces.flatMap((piece, index) => valueAt(pieces, piece, index) ?? []);
  const isBetween = values.some(({ begins, ends }) => begins && ends);
  if (names.length === 0 && !isBetween) return null;
  const joinsTags = pieces.some(
    (piece, index) => piece.endsWith(">") && pieces[index + 1]?.startsWith("<") === true && names.length > 0,
  );
  return { values, joinsTags, isHtml: names.length > 0 && names.every(isHtmlElement) };
}

function valueAt(pieces: readonly string[], piece: string, index: number): MarkedValue | null {
  if (/[<>]/.test(piece)) return null;
  const before = pieces[index - 1];
  const behind = pieces[index + 1];
  const begins = before?.endsWith(">") === true;
  const ends = behind?.startsWith("<") === true;
  if (!begins && !ends) return null;
  const opened = /^<([A-Za-z_][^\s/>]*)/.exec(before ?? "")?.[1];
  const closed = /^<\/([^\s>]+)\s*>$/.exec(behind ?? "")?.[1];
  const name = (begins ? opened : undefined) ?? (ends ? closed : undefined);
  return { name: name === undefined ? null : xmlLocalName(name), text: readValue(piece), begins, ends };
}

/** What an element says that is written so; what no XML can have, such as `A & B`, is taken as it stands. */
function readValue(written: string): string {
  return (outlineXml(`<value>${written}</value>`)?.[0]?.text ?? written).trim();
}
