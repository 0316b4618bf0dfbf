import { plainText } from "@responses/dsl/editor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: where each character of a literal stands is asked of literals by themselves.
import { scanString, scanTextBlock, writtenPlace } from "../../src/syntax/text-literal.js";

function scan(literal: string): string {
  return plainText((literal.startsWith('"""') ? scanTextBlock(literal, 0) : scanString(literal, 0)).pieces);
}

/** What is written for the character at the offset, the literal standing behind something else. */
function written(literal: string, offset: number): string {
  const before = "example ";
  const span = { from: before.length, to: before.length + literal.length };
  const { from, to } = writtenPlace(`${before}${literal} is success`, span, offset);
  return `${before}${literal}`.slice(from, to);
}

describe("where a character of a literal is written", () => {
  test.each([
    ['"abc"', 1, "b"],
    ['"abc"', 3, '"'],
    ["'abc'", 4, "'"],
    ['""', 0, '"'],
    [String.raw`"a\nb"`, 1, String.raw`\n`],
    [String.raw`"a\nb"`, 2, "b"],
    [String.raw`"a\\\"b"`, 2, String.raw`\"`],
    [String.raw`"\u{41}b"`, 0, String.raw`\u{41}`],
    [String.raw`"\u{1F600}b"`, 1, String.raw`\u{1F600}`],
    [String.raw`"\u{1F600}b"`, 2, "b"],
    ['"😀b"', 0, "😀"],
    ['"😀b"', 1, "😀"],
    ['"a*b"', 1, "*"],
    [String.raw`"\*b"`, 0, String.raw`\*`],
    ['"""abc"""', 0, "a"],
    ['"""abc"""', 3, '"""'],
    ['"""\n  a\n  b\n"""', 0, "a"],
    ['"""\n  a\n  b\n"""', 1, "\n"],
    ['"""\n  a\n  b\n"""', 2, "b"],
    ['"""\n  a\n  b\n"""', 3, '"""'],
    ['"""\r\n\ta\r\n\r\n\tb\r\n\t"""', 1, "\r\n"],
    ['"""\r\n\ta\r\n\r\n\tb\r\n\t"""', 2, "\r\n"],
    ['"""\r\n\ta\r\n\r\n\tb\r\n\t"""', 3, "b"],
    ['"""\n"""', 0, '"""'],
    ['"""a\\n"""', 1, "\\"],
  ])("%j, character %d", (literal, offset, expected) => {
    expect(written(literal, offset)).toBe(expected);
  });

  /** Pieces of a string with what each stands for. */
  const piece = fc.constantFrom(
    ["a", "a"],
    ["é", "é"],
    ["😀", "😀"],
    ["*", "*"],
    [String.raw`\n`, "\n"],
    [String.raw`\\`, "\\"],
    [String.raw`\"`, '"'],
    [String.raw`\u{e9}`, "é"],
    [String.raw`\u{10400}`, "𐐀"],
  );

  test("each unit of a string leads to the piece that stands for it", () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const literal = `"${pieces.map(([source]) => source).join("")}"`;
        const expected = pieces.flatMap(([source = "", text = ""]) =>
          Array.from({ length: text.length }, () => source),
        );
        expect(scan(literal)).toBe(pieces.map(([, text]) => text).join(""));
        expect(expected.map((_, offset) => written(literal, offset))).toEqual(expected);
        expect(written(literal, expected.length)).toBe('"');
      }),
    );
  });

  test("each character of a block is written there", () => {
    const line = fc.string({ unit: fc.constantFrom("a", " ", "\t", "é", "😀", "*", "\\") });
    const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
    fc.assert(
      fc.property(fc.array(fc.tuple(line, lineEnd)), line, (lines, last) => {
        const literal = `"""${lines.flat().join("")}${last}"""`;
        const text = scan(literal);
        for (let offset = 0; offset < text.length; offset++) {
          const unit = text.charAt(offset);
          const source = written(literal, offset);
          expect(unit === "\n" ? /^\r?\n?$/.test(source) : source.includes(unit)).toBe(true);
        }
        expect(written(literal, text.length)).toBe('"""');
        // In order, none left out: what lies between is only indentation.
        let covered = "";
        for (let offset = 0; offset < text.length; offset += written(literal, offset) === "😀" ? 2 : 1) {
          covered += written(literal, offset).replace(/\r\n?/, "\n");
        }
        expect(covered).toBe(text);
      }),
    );
  });
});
