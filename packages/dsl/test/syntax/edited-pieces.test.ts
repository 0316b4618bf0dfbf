import { parse } from "@responses/dsl";
import { expect, test } from "vitest";

/* A file after an edit is cut as if it had just been opened, also where text blocks that nothing closed reach further than before, or less far. */

const PIECES = ['example """\n{"a":1}\n', '""" is success\n', "error status 500\n", "# Note.\n"] as const;

/** All files of up to four pieces. */
function files(): readonly (readonly string[])[] {
  let last: readonly (readonly string[])[] = [[]];
  const all = [...last];
  for (let length = 1; length <= 4; length++) {
    last = last.flatMap((pieces) => PIECES.map((piece) => [...pieces, piece]));
    all.push(...last);
  }
  return all;
}

const cut = (text: string, previous: ReturnType<typeof parse> | null = null) =>
  parse("a.responses", text, previous).tree.statements.map(({ start, syntax }) => [
    start,
    syntax.node.kind,
    syntax.text,
    syntax.documentation,
  ]);

test("a piece is put in or taken out anywhere", () => {
  for (const pieces of files()) {
    const text = pieces.join("");
    for (let at = 0; at < pieces.length; at++) {
      const shorter = pieces.toSpliced(at, 1).join("");
      const [read, readShorter] = [parse("a.responses", text), parse("a.responses", shorter)];
      expect(cut(text, readShorter), JSON.stringify([shorter, text])).toEqual(cut(text));
      expect(cut(shorter, read), JSON.stringify([text, shorter])).toEqual(cut(shorter));
    }
  }
});
