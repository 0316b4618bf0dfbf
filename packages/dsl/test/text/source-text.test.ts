import { type ColumnUnit, SourceText } from "@responses/dsl";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const UNITS: readonly ColumnUnit[] = ["utf-16", "utf-8", "utf-32"];

/** A text with a mark, and the mark's line and its columns in UTF-16, UTF-8 and code points, all from 0. */
const PLACES: readonly (readonly [string, string, number, readonly [number, number, number]])[] = [
  ["at the start", "|abc", 0, [0, 0, 0]],
  ["in ASCII", "ab|c", 0, [2, 2, 2]],
  ["at the end", "abc|", 0, [3, 3, 3]],
  ["in nothing", "|", 0, [0, 0, 0]],
  ["behind é", "é|x", 0, [1, 2, 1]],
  ["behind e and its accent", "e\u0301|x", 0, [2, 3, 2]],
  ["behind €", "€|x", 0, [1, 3, 1]],
  ["behind an emoji", "😀|x", 0, [2, 4, 1]],
  ["behind an emoji with a joiner", "👩‍🚒|x", 0, [5, 11, 3]],
  ["behind a lone surrogate", "\ud83d|x", 0, [1, 3, 1]],
  ["behind tabs", "\t\t|x", 0, [2, 2, 2]],
  ["behind LF", "ab\n|c", 1, [0, 0, 0]],
  ["behind CRLF", "ab\r\n|c", 1, [0, 0, 0]],
  ["behind CR", "ab\r|c", 1, [0, 0, 0]],
  ["before CRLF", "ab|\r\nc", 0, [2, 2, 2]],
  ["behind LF and CR", "a\n\r|b", 2, [0, 0, 0]],
  ["behind CR, CR and LF", "a\r\r\n|b", 2, [0, 0, 0]],
  ["at an empty last line", "a\n|", 1, [0, 0, 0]],
  ["in the third line", "é\r\n😀\r日本|語", 2, [2, 6, 2]],
  ["behind U+2028, which ends no line", "a\u2028|b", 0, [2, 4, 2]],
  ["behind U+0085, VT and FF, which end no line", "\u0085\u000b\u000c|b", 0, [3, 4, 3]],
  ["behind a byte order mark", "\ufeff|a", 0, [0, 0, 0]],
  ["in the line of a byte order mark", "\ufeffaé|b", 0, [2, 3, 2]],
  ["below the line of a byte order mark", "\ufeffa\né|b", 1, [1, 2, 1]],
  ["behind a second byte order mark", "\ufeff\ufeff|a", 0, [1, 3, 1]],
];

describe("a place", () => {
  test.each(PLACES)("%s", (_, marked, line, columns) => {
    const offset = marked.indexOf("|");
    const source = new SourceText(marked.replace("|", ""));
    UNITS.forEach((unit, index) => {
      const position = { line, column: columns[index] ?? 0 };
      expect(source.positionAt(offset, unit)).toEqual(position);
      expect(source.offsetAt(position, unit)).toBe(offset);
    });
  });

  test("inside a line end counts as the line's end", () => {
    expect(new SourceText("ab\r\nc").positionAt(3)).toEqual({ line: 0, column: 2 });
  });

  test("outside of the text is brought back into it", () => {
    const source = new SourceText("ab\ncd");
    expect(source.positionAt(-1)).toEqual({ line: 0, column: 0 });
    expect(source.positionAt(99)).toEqual({ line: 1, column: 2 });
    for (const unit of UNITS) {
      expect(source.offsetAt({ line: 0, column: 99 }, unit)).toBe(2);
      expect(source.offsetAt({ line: 9, column: 0 }, unit)).toBe(5);
      expect(source.offsetAt({ line: -1, column: 0 }, unit)).toBe(0);
      expect(source.offsetAt({ line: 1, column: -1 }, unit)).toBe(3);
    }
  });

  test("inside a character is its start", () => {
    const source = new SourceText("a😀b");
    expect(source.offsetAt({ line: 0, column: 2 }, "utf-16")).toBe(1);
    for (const column of [2, 3, 4]) expect(source.offsetAt({ line: 0, column }, "utf-8")).toBe(1);
    expect(source.offsetAt({ line: 0, column: 2 }, "utf-32")).toBe(3);
  });
});

const text = fc
  .array(fc.constantFrom("a", "é", "€", "😀", "\t", "\n", "\r\n", "\r", "\ufeff", "\u2028"), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

describe("of any text", () => {
  test("the lines and their ends are the text", () => {
    fc.assert(
      fc.property(text, (content) => {
        const source = new SourceText(content);
        const lines = Array.from({ length: source.lineCount }, (_, line) => source.lineText(line));
        const plain = content.startsWith("\ufeff") ? content.slice(1) : content;
        expect(lines).toEqual(plain.split(/\r\n|\n|\r/));
      }),
    );
  });

  test("every character's place leads back to it", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...UNITS), (content, unit) => {
        const source = new SourceText(content);
        let offset = content.startsWith("\ufeff") ? 1 : 0;
        for (const character of content.slice(offset)) {
          const insideLineEnd = character === "\n" && content.charAt(offset - 1) === "\r";
          const position = source.positionAt(offset, unit);
          if (!insideLineEnd) expect(source.offsetAt(position, unit)).toBe(offset);
          const before = content.slice(source.lineStart(position.line), offset);
          const bytes = new TextEncoder().encode(before).length;
          const expected = unit === "utf-16" ? before.length : unit === "utf-8" ? bytes : [...before].length;
          if (!insideLineEnd) expect(position.column).toBe(expected);
          offset += character.length;
        }
      }),
    );
  });

  test("what was asked before makes no difference", () => {
    const lines = fc.array(text, { maxLength: 30 }).map((parts) => parts.join("\n"));
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: -1, max: 300 })), (content, offsets) => {
        const source = new SourceText(content);
        for (const offset of offsets)
          expect(source.lineAt(offset)).toBe(new SourceText(content).lineAt(offset));
      }),
    );
  });

  test("the lines after an edit are those of the text read anew", () => {
    fc.assert(
      fc.property(text, text, text, text, (head, removed, added, tail) => {
        const before = `${head}${removed}${tail}`;
        const after = `${head}${added}${tail}`;
        const change = {
          start: head.length,
          endBefore: head.length + removed.length,
          endAfter: head.length + added.length,
        };
        const edited = new SourceText(after, { from: new SourceText(before), ...change });
        const afresh = new SourceText(after);
        const starts = (source: SourceText) =>
          Array.from({ length: source.lineCount }, (_, line) => source.lineStart(line));
        expect(starts(edited)).toEqual(starts(afresh));
      }),
    );
  });
});
