import { lex, plainText, STATEMENT_WORDS, wordsAt, writeName, writeString } from "@responses/dsl/editor";
import type { SymbolPlace } from "../symbols/symbol.js";

/** What somebody typed as a new name, read; or why it can be none. */
export type NewName =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads a new name as a file would: in quotes exactly as it stands, else without the white space at its ends. */
export function readNewName(typed: string): NewName {
  const trimmed = typed.trim();
  const text = textInQuotes(trimmed) ?? trimmed;
  if (text === "") return refused("the new name is empty");
  if (/[\ud800-\udfff]/u.test(text)) return refused("the new name holds half a character; type it again");
  return { kind: "name", text };
}

function refused(reason: string): NewName {
  return { kind: "refused", reason };
}

/** What a string stands for, if the text is one from end to end; else null. */
function textInQuotes(text: string): string | null {
  const { tokens, comments, findings } = lex(text);
  const [token, ...others] = tokens;
  if (token?.pieces === undefined || others.length + comments.length + findings.length > 0) return null;
  return plainText(token.pieces);
}

/**
 * How a name is written at a place where another one stands now: what is in quotes stays in quotes, what is bare stays bare
 * if it can.
 */
export function nameAt(text: string, place: SymbolPlace): string {
  const { source } = place.file.tree;
  const mark = source.text.charAt(place.span.start);
  if (mark === '"' || mark === "'") return writeString([text], marksFor(text, mark));
  return isMistakable(text, place) ? writeString([text]) : writeName(text);
}

/** The marks that are there, unless the others need fewer escapes. */
function marksFor(text: string, mark: '"' | "'"): '"' | "'" {
  const other = mark === '"' ? "'" : '"';
  return text.includes(mark) && !text.includes(other) ? other : mark;
}

/** Whether the bare word would be taken for a word of the language at that place. */
function isMistakable(text: string, place: SymbolPlace): boolean {
  if (STATEMENT_WORDS.some((word) => word === text)) return isFirstOnLine(place);
  if (place.symbol.kind !== "label" || !LIST_OR_FIELD_WORDS.has(text)) return false;
  const { syntax, start } = place.statement;
  const next = lex(syntax.text).tokens.find(({ startOffset }) => start + startOffset >= place.span.end);
  return text === "with" ? next !== undefined : next?.pieces !== undefined;
}

/** The words that are no label where a name follows (`with`) or a text (the others). */
const LIST_OR_FIELD_WORDS: ReadonlySet<string> = new Set(["with", ...wordsAt("label field")]);

/** A statement word there would begin a statement. */
function isFirstOnLine({ file, span }: SymbolPlace): boolean {
  const { source } = file.tree;
  const before = source.text.slice(source.lineStart(source.lineAt(span.start)), span.start);
  return /^[ \t]*$/.test(before);
}
