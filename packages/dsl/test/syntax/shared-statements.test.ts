import { type FileModel, parse } from "@responses/dsl";
import { Random } from "@responses/testing/random";
import { editedFile, randomFile } from "@responses/testing/random-files";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";

/* Statements of equal text share what reading them gave, also those that an edit makes equal: what is known of one holds for all. */

function textsReadTwice({ tree }: FileModel): readonly string[] {
  const read = new Map<string, unknown>();
  return tree.statements.flatMap(({ syntax }) => {
    const known = read.get(syntax.text) ?? syntax;
    read.set(syntax.text, known);
    return known === syntax ? [] : [syntax.text];
  });
}

test("after each of many edits", () => {
  for (let seed = firstSeed(1); seed < firstSeed(1) + runs(40); seed++) {
    const random = new Random(seed);
    let text = randomFile(random, 30, []);
    let file = parse("main.responses", text);
    for (let edit = 0; edit < 40; edit++) {
      expect(textsReadTwice(file), `with RESPONSES_SEED=${seed}, after edit ${edit}`).toEqual([]);
      text = editedFile(text, random, []);
      file = parse("main.responses", text, file);
    }
  }
});

test("after many statements were pasted that stand in the file already", () => {
  const statements = Array.from({ length: 30 }, (_, number) => `reject word "a${number}" as A${number}\n`);
  const before = parse("main.responses", `${statements.join("")}success word "sold"\n`);
  const after = parse(
    "main.responses",
    `${statements.join("")}success word "sold"\n${statements.join("")}`,
    before,
  );
  expect(textsReadTwice(after)).toEqual([]);
  expect(after.tree.statements).toHaveLength(61);
});
