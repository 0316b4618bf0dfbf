import type { TextPieces } from "@responses/dsl";
import { writeName, writeString } from "@responses/dsl/editor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLiteral } from "../support/read-literal.js";

/** What is written, and the pieces between its wildcards. */
const STRINGS: readonly (readonly [string, readonly string[]])[] = [
  [`"valid"`, ["valid"]],
  [`'valid'`, ["valid"]],
  [`""`, [""]],
  [`''`, [""]],
  [`"it's"`, ["it's"]],
  [`'say "yes"'`, ['say "yes"']],
  [`"say \\"yes\\""`, ['say "yes"']],
  [`'it\\'s'`, ["it's"]],
  [`"it\\'s"`, ["it's"]],
  [`"a\\nb\\rc\\td"`, ["a\nb\rc\td"]],
  [`"\\\\"`, ["\\"]],
  [`"\\\\n"`, ["\\n"]],
  [`"*"`, ["", ""]],
  [`"a*b*"`, ["a", "b", ""]],
  [`"\\*"`, ["*"]],
  [`"a\\*b*c"`, ["a*b", "c"]],
  [`"\\u{2A}"`, ["*"]],
  [`"\\u{2a}*"`, ["*", ""]],
  // Escapes are read once: a backslash and a wildcard.
  [`"\\\\*"`, ["\\", ""]],
  [`"\\\\\\*"`, ["\\*"]],
  [`"\\u{5C}n"`, ["\\n"]],
  [`"\\u{0}"`, ["\u0000"]],
  [`"\\u{00e9}"`, ["é"]],
  [`"\\u{1F600}"`, ["😀"]],
  [`"\\u{10FFFF}"`, ["\u{10ffff}"]],
  [`"\\u{D7FF}\\u{E000}"`, ["\ud7ff\ue000"]],
  [`"# no comment"`, ["# no comment"]],
  [`"\t tab and space "`, ["\t tab and space "]],
  [
    "'two\u2028of\u2029these\u0085end no line\u000b\u000c'",
    ["two\u2028of\u2029these\u0085end no line\u000b\u000c"],
  ],
  [`"é😀\ufeff"`, ["é😀\ufeff"]],
  [`"\ufffd"`, ["\ufffd"]],
];

/** What is written, and what is said about it; the pieces are what a tool may go on with. */
const FAULTY: readonly (readonly [string, readonly string[]])[] = [
  [`"\\d"`, ['unknown-escape "\\\\d"']],
  [`"\\N \\x41 \\0"`, ['unknown-escape "\\\\N"', 'unknown-escape "\\\\x"', 'unknown-escape "\\\\0"']],
  [`"\\ "`, ['unknown-escape "\\\\ "']],
  [`"\\é"`, ['unknown-escape "\\\\é"']],
  [`"\\😀"`, ['unknown-escape "\\\\😀"']],
  [`"\\u"`, ['unknown-escape "\\\\u"']],
  [`"\\u0041"`, ['unknown-escape "\\\\u"']],
  [`"\\u{}"`, ['unknown-escape "\\\\u"']],
  [`"\\u{41"`, ['unknown-escape "\\\\u"']],
  [`"\\u{1234567}"`, ['unknown-escape "\\\\u"']],
  [`"\\u{4G}"`, ['unknown-escape "\\\\u"']],
  [`"\\u{110000}"`, ['unknown-escape "\\\\u{110000}"']],
  [`"\\u{D800}"`, ['unknown-escape "\\\\u{D800}"']],
  [`"\\u{DFFF}"`, ['unknown-escape "\\\\u{DFFF}"']],
  [`"\\U{41}"`, ['unknown-escape "\\\\U"']],
  [`"open`, ['unterminated-string "\\"open"']],
  [`'open"`, [`unterminated-string "'open\\""`]],
  [`"open \\"`, ['unterminated-string "\\"open \\\\\\""']],
  [`"open\n  `, ['unterminated-string "\\"open"']],
  [`"open\r  `, ['unterminated-string "\\"open"']],
  [`"open\\\r\n  `, ['unknown-escape "\\\\"', 'unterminated-string "\\"open\\\\"']],
  [`"\ud800"`, ['syntax "\ud800"'.replace("\ud800", "\\ud800")]],
];

describe("a string", () => {
  test.each(STRINGS)("%s", (written, pieces) => {
    expect(readLiteral(written)).toEqual({ pieces, findings: [] });
  });

  test.each(FAULTY)("%s is faulty", (written, findings) => {
    expect(readLiteral(written).findings).toEqual(findings);
  });

  test("every other character after a backslash is an unknown escape", () => {
    for (let code = 0x20; code < 0x7f; code++) {
      const character = String.fromCharCode(code);
      if ("\\\"'nrt*u".includes(character)) continue;
      expect(readLiteral(`"a\\${character}b"`).findings).toHaveLength(1);
    }
  });

  test("is what was written by `writeString`", () => {
    const pieces = fc
      .array(fc.string({ unit: "grapheme" }), { minLength: 1 })
      .map(([first = "", ...rest]): TextPieces => [first, ...rest]);
    fc.assert(
      fc.property(pieces, fc.constantFrom('"' as const, "'" as const), (texts, quote) => {
        const written = writeString(texts, quote);
        expect(written).not.toMatch(/[\n\r]/);
        expect(readLiteral(written)).toEqual({ pieces: texts, findings: [] });
      }),
    );
  });

  test("is written in the marks that it holds none of", () => {
    expect(writeString(['{"code":', ""])).toBe(`'{"code":*'`);
    expect(writeString(["it's"])).toBe(`"it's"`);
    expect(writeString([`say "it's"`])).toBe(String.raw`"say \"it's\""`);
    expect(writeName('"A" list')).toBe(`'"A" list'`);
  });

  test("is a name's writing where the name is no bare word", () => {
    for (const name of ["Duplicate", "no-match", "é", "日本", "a_b", "12", "success"])
      expect(writeName(name)).toBe(name);
    expect(writeName("No Demand")).toBe('"No Demand"');
    expect(writeName("")).toBe('""');
    expect(writeName("a.b")).toBe('"a.b"');
    // A mark that nobody sees may stand in a bare word, and is none the better for it.
    expect(writeName("a\u{e0100}")).toBe('"a\u{e0100}"');
  });
});

/** A block's lines behind its opening marks, and the text that it stands for. */
const BLOCKS: readonly (readonly [string, string, string])[] = [
  ["on one line", '"""valid"""', "valid"],
  ["of nothing", '""""""', ""],
  ["of blanks on one line", '"""  \t"""', "  \t"],
  ["with blanks beside its marks on one line", '"""  valid """', "  valid "],
  ["whose mark lines go", '"""\nvalid\n"""', "valid"],
  ["with blanks behind the opening marks", '""" \t\nvalid\n"""', "valid"],
  ["with blanks before the closing marks", '"""\nvalid\n \t"""', "valid"],
  ["whose opening line holds text", '"""valid\nmore\n"""', "valid\nmore"],
  ["whose closing line holds text", '"""\nvalid\nmore"""', "valid\nmore"],
  ["of one line end", '"""\n"""', ""],
  ["of two line ends", '"""\n\n"""', ""],
  ["of three line ends", '"""\n\n\n"""', "\n"],
  ["with the same indentation", '"""\n  a\n  b\n  """', "a\nb"],
  ["with different indentation", '"""\n    a\n  b\n      c\n"""', "  a\nb\n    c"],
  ["with tabs and spaces", '"""\n\t a\n\t b\n"""', "a\nb"],
  ["with tabs or spaces", '"""\n\ta\n  b\n"""', "\ta\n  b"],
  ["where only a part is common", '"""\n\t  a\n\t\tb\n"""', "  a\n\tb"],
  ["with a blank line", '"""\n  a\n\n  b\n"""', "a\n\nb"],
  ["with a short line of blanks", '"""\n    a\n  \n    b\n"""', "a\n\nb"],
  ["with a long line of blanks", '"""\n  a\n     \n  b\n"""', "a\n   \nb"],
  ["with blanks at line ends", '"""\n  a  \n  b\t\n"""', "a  \nb\t"],
  ["with CRLF", '"""\r\n  a\r\n  b\r\n"""', "a\nb"],
  ["with CR", '"""\r  a\r  b\r"""', "a\nb"],
  ["without escapes", '"""\n\\n\\"\\u{41}\\\n"""', '\\n\\"\\u{41}\\'],
  ["with quotation marks", '"""\n{"a":""}\n"""', '{"a":""}'],
  ["with comments that are none", '"""\n# no comment\n"""', "# no comment"],
  ["with other line separators", '"""\n  a\u2028  b\u0085\n"""', "a\u2028  b\u0085"],
  ["whose closing line's marks stand further left", '"""\n    a\n"""', "a"],
  ["whose closing line's marks stand further right", '"""\na\n    """', "a"],
  ["on one line with text and further lines", '"""  a\n    b"""', "a\n  b"],
];

describe("a text block", () => {
  test.each(BLOCKS)("%s", (_, written, text) => {
    const read = readLiteral(written);
    expect(read.findings).toEqual([]);
    expect(read.pieces?.join("*")).toBe(text);
  });

  test("holds wildcards, but no escapes of them", () => {
    expect(readLiteral('"""a*b\\*c"""')).toEqual({ pieces: ["a", "b\\", "c"], findings: [] });
  });

  test("that is not closed is reported at its opening", () => {
    expect(readLiteral('"""\nvalid\n').findings).toEqual(['unterminated-string "\\"\\"\\""']);
  });
});
