import { SPECIAL_WORDS } from "@responses/dsl/editor";
import fc from "fast-check";
import { typicalMistakes } from "./typical-mistakes.js";

/** Pieces of mapping files, whole and broken, and characters that are difficult. */
const PIECES = [
  ...SPECIAL_WORDS,
  "Duplicate",
  "sucess",
  "Keyword",
  "if",
  "200",
  "2xx",
  "200..299",
  "-1",
  "12.50",
  "1e+5",
  "1,000",
  "+5",
  '"valid"',
  "'no'",
  '"$.a"',
  '"$.no-match"',
  '"//a/@b"',
  '""',
  '"*"',
  '"a*b"',
  '"\\d"',
  '"\\u{1F600}"',
  '"""',
  '"""\n  two\n  lines\n"""',
  '"',
  "'",
  "\\",
  ",",
  "..",
  "=",
  "==",
  "!=",
  ">=",
  "=>",
  "&&",
  "||",
  "(",
  ")",
  "{",
  "}",
  ";",
  ":",
  "$",
  "/",
  "//",
  "--",
  "“x”",
  "# a comment",
  "# responses-ignore unlabelled-reject: known",
  "#",
  "é",
  "😀",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u2028",
  "\u0085",
  "\u0000",
  "\ud800",
  "\udc00",
  "\ufffd",
] as const;

const GAPS = ["", " ", " ", " ", "  ", "\t", "\n", "\n", "\r\n", "\r", "\n\n"] as const;

const pieces: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GAPS)), { maxLength: 25, size: "max" })
  .map((parts) => parts.map(([piece, gap]) => piece + gap).join(""));

/** A part of the text to be replaced: both numbers say how far into the text, from 0 to 1. */
export interface Edit {
  readonly from: number;
  readonly length: number;
  readonly inserted: string;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.2, noNaN: true })),
  inserted: fc.oneof(fc.constant(""), fc.constantFrom(...PIECES, ...GAPS), pieces),
});

export function edited(text: string, { from, length, inserted }: Edit): string {
  const start = Math.floor(from * text.length);
  return text.slice(0, start) + inserted + text.slice(start + Math.floor(length * text.length));
}

/** Statements with typical mistakes, and here and there something else in them. */
const mistakenStatements: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...typicalMistakes().map(({ source }) => source)), {
      minLength: 1,
      maxLength: 6,
      size: "max",
    }),
    fc.constantFrom("\n", "\n", "\r\n", "\r", "\n\n", " "),
    fc.array(edit, { maxLength: 3 }),
  )
  .map(([statements, gap, edits]) => edits.reduce(edited, statements.join(gap)));

/** Text that is hardly ever a mapping file, but nearly one. */
export const garbage: fc.Arbitrary<string> = fc.oneof(pieces, mistakenStatements);
