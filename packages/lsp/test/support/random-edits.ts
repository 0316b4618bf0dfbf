import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Random } from "../../../dsl/test/support/random.js";

/** What people type, paste and delete in mapping files. */
const INSERTED = [
  "\n",
  "\r\n",
  " ",
  '"',
  "'",
  '"""',
  "#",
  "r",
  "é",
  "😀",
  "*",
  ",",
  "success ",
  "reject ",
  "error status 5xx\n",
  'keyword "x"',
  " and not ",
  " as Duplicate",
  ' as "Other label"',
  "otherwise",
  'json "$.',
  "$",
  'capture id from json "$.id"\n',
  'example 200 "ok" is success\n',
  'example 400 \'{"error":"no"}\' is reject\n',
  'include "common.responses"\n',
  "# responses-ignore untested-rule: it is rare\n",
  '\nsuccess word "sold"\n',
  "is",
  "unmapped",
] as const;

/** An edit of a text, and the text that it gives. */
export interface RandomEdit {
  readonly changes: TextDocumentContentChangeEvent[];
  readonly text: string;
}

/** One edit as editors send it: a stretch and what replaces it, columns in UTF-16 code units. */
export function randomEdit(text: string, random: Random): RandomEdit {
  const [start, end, inserted] = replacement(text, random);
  const document = TextDocument.create("", "", 0, text);
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const changes = [{ range, text: inserted }];
  return { changes, text: TextDocument.update(document, changes, 1).getText() };
}

function replacement(text: string, random: Random): readonly [number, number, string] {
  const at = random.integer(0, text.length);
  const kind = random.integer(0, 9);
  if (kind < 4) return [at, at, random.pick(INSERTED)];
  if (kind < 6) return [at, Math.min(text.length, at + random.integer(1, 3)), ""];
  if (kind === 6) return [at, Math.min(text.length, at + random.integer(1, 12)), random.pick(INSERTED)];
  const [start, end] = lineAround(text, at);
  if (kind === 7) return [start, end, ""];
  if (kind === 8) return [start, start, text.slice(start, end)];
  const [other, otherEnd] = lineAround(text, random.integer(0, text.length));
  return [start, start, text.slice(other, otherEnd)];
}

/** The line that holds an offset, with its line end. */
function lineAround(text: string, offset: number): readonly [number, number] {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return [start, end === -1 ? text.length : end + 1];
}
