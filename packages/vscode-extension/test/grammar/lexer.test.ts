import { parse, type Statement } from "@responses/dsl";
import { lex, SPECIAL_WORDS } from "@responses/dsl/editor";
import { exampleFiles } from "@responses/testing/mapping-files";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { colouredTokens } from "./tokens.js";

/*
 * The grammar and the language's own lexer see the same statements, texts and comments. Each is written as a map of the
 * text: a letter for every character that is part of one.
 */

describe("grammar and lexer agree on", () => {
  for (const { name, text } of exampleFiles()) {
    test(name, async () => {
      expect(await seenByGrammar(text)).toBe(seenByLexer(text));
    });
  }

  test("whatever somebody types", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const text = ["success", ...lines].join("\n");
        // A block that is not closed ends before the next statement, which no such grammar can see.
        fc.pre((text.split('"""').length - 1) % 2 === 0 && !hasOpenBlock(text));
        expect(await seenByGrammar(text)).toBe(seenByLexer(text));
      }),
      randomRuns(1000),
    );
  }, 30_000);
});

const piece = fc.constantFrom(
  ...SPECIAL_WORDS,
  ...["success-1", "é"],
  ...[
    '"a*"',
    "'it\\'s'",
    '"open',
    "'open \\",
    '"""',
    '"""a"""',
    '""',
    "# comment",
    "#'",
    ",",
    "..",
    "200",
    "5xx",
    "-1",
  ],
  ...[" ", "  ", "\t", "{", '\'{"a":"\'', '"$.a[0]"'],
);

const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(" "));

function hasOpenBlock(text: string): boolean {
  return lexStatements(text).some(({ findings }) =>
    findings.some(({ name, span }) => name === "unterminated-string" && span.to - span.from === 3),
  );
}

function seenByLexer(text: string): string {
  const map = new CharacterMap(text);
  const preamble = text.slice(0, statementsOf(text)[0]?.start);
  for (const { from, to } of lex(preamble).comments) map.write(from, to, "#");
  for (const { start, begins, tokens, comments } of lexStatements(text)) {
    for (const { from, to } of comments) map.write(start + from, start + to, "#");
    tokens.forEach(({ pieces, startOffset, endOffset }, index) => {
      const isText = pieces !== undefined;
      const letter = index === 0 && begins ? "S" : isText ? "t" : ".";
      map.write(start + startOffset, start + endOffset + 1, letter);
    });
  }
  return map.toString();
}

function lexStatements(text: string) {
  return statementsOf(text).map(({ start, syntax }) => ({
    start,
    // What begins with a misspelled word is a statement by recovery alone, which no such grammar can see.
    begins: syntax.text.slice(syntax.wordSpan.from, syntax.wordSpan.to) === syntax.word,
    ...lex(syntax.text),
  }));
}

function statementsOf(text: string): readonly Statement[] {
  return parse("a.responses", text).tree.statements;
}

async function seenByGrammar(text: string): Promise<string> {
  const map = new CharacterMap(text);
  const lines = text.split("\n");
  const coloured = await colouredTokens(lines);
  let offset = 0;
  lines.forEach((content, index) => {
    for (const { start, end, scopes } of coloured[index] ?? []) {
      if (/\bcomment\b/.test(scopes)) map.write(offset + start, offset + end, "#");
      else if (/\bstring\b/.test(scopes)) map.write(offset + start, offset + end, "t");
      else if (/keyword\.control/.test(scopes)) map.write(offset + start, offset + end, "S");
    }
    offset += content.length + 1;
  });
  return map.toString();
}

/** White space is the same for everyone: a comment of the grammar has its indentation, a text its line ends. */
class CharacterMap {
  readonly #characters: string[];

  constructor(text: string) {
    this.#characters = [...text].flatMap((character) =>
      Array.from({ length: character.length }, () => (/\s/.test(character) ? character : ".")),
    );
  }

  write(from: number, to: number, letter: string): void {
    for (let index = from; index < to; index++) {
      if (this.#characters[index] === ".") this.#characters[index] = letter;
    }
  }

  toString(): string {
    return this.#characters.join("");
  }
}
