import type { Random } from "@responses/testing/random";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

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
  return replacing(text, start, end, inserted);
}

/** A position cannot lie within a line end, so the text that comes out is what the positions say. */
function replacing(text: string, start: number, end: number, inserted: string): RandomEdit {
  const document = TextDocument.create("", "", 0, text);
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const changes = [{ range, text: inserted }];
  return { changes, text: TextDocument.update(document, changes, 1).getText() };
}

/** The edit that makes one text of another, as undoing does. */
export function editBetween(before: string, after: string): RandomEdit {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  return replacing(before, start, before.length - same, after.slice(start, after.length - same));
}

function replacement(text: string, random: Random): readonly [number, number, string] {
  const at = random.integer(0, text.length);
  const [start, end] = lineAround(text, at);
  switch (random.integer(0, 7)) {
    case 0:
      return [at, at, random.pick(INSERTED)];
    case 1:
      return [at, Math.min(text.length, at + random.integer(1, 12)), random.pick(["", ...INSERTED])];
    case 2:
      return [start, end, ""];
    case 3:
      return [start, start, text.slice(start, end)];
    case 4: {
      const [other, otherEnd] = lineAround(text, random.integer(0, text.length));
      return [start, start, text.slice(other, otherEnd)];
    }
    case 5:
      return [start, start, random.pick(INSERTED.filter((inserted) => inserted.endsWith("\n")))];
    default: {
      // Within a word or a text: most keystrokes leave a statement whole.
      const letter = text.slice(at).search(/[a-z]{2}/);
      const inside = letter === -1 ? at : at + letter + 1;
      return random.chance(0.5) ? [inside, inside, random.pick(["x", "é", "1"])] : [inside, inside + 1, ""];
    }
  }
}

/** The line that holds an offset, with its line end. */
function lineAround(text: string, offset: number): readonly [number, number] {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return [start, end === -1 ? text.length : end + 1];
}
